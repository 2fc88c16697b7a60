import type { Part } from "../signing/types";

/** The parts of a run of UTF-16 units, those at its ends cut; none is empty. */
export function sliceParts(parts: readonly Part[], from: number, to: number): Part[] {
  let at = 0;
  return parts.flatMap(({ kind, text }) => {
    const start = at;
    at += text.length;
    const kept = text.slice(Math.max(0, from - start), Math.max(0, to - start));
    return kept === "" ? [] : [{ kind, text: kept }];
  });
}
