import type { Parameter } from "../signing/url-text";

/** A parameter before and after; `null` on the side where it is not. */
export type ParameterPair = readonly [before: Parameter | null, after: Parameter | null];

/** More parameters than this are not put side by side. */
const MOST_ALIGNED = 300;

/** Both lists side by side, empty where they are long, by name and in order: the longest common sequence of names. */
export function pairsOf(before: readonly Parameter[], after: readonly Parameter[]): ParameterPair[] {
  if (before.length > MOST_ALIGNED || after.length > MOST_ALIGNED) return [];
  const lengths = commonLengths(before, after);
  const pairs: ParameterPair[] = [];
  let [at, to] = [0, 0];
  while (at < before.length || to < after.length) {
    const [old, now] = [before[at] ?? null, after[to] ?? null];
    if (old && now && old.name === now.name) {
      pairs.push([old, now]);
      at++;
      to++;
    } else if (now && (!old || (lengths[at]?.[to + 1] ?? 0) >= (lengths[at + 1]?.[to] ?? 0))) {
      pairs.push([null, now]);
      to++;
    } else {
      pairs.push([old, null]);
      at++;
    }
  }
  return pairs;
}

/** For each pair of places, how many names both lists share in order from there on. */
function commonLengths(before: readonly Parameter[], after: readonly Parameter[]): number[][] {
  const lengths = Array.from({ length: before.length + 1 }, () =>
    new Array<number>(after.length + 1).fill(0),
  );
  for (let at = before.length - 1; at >= 0; at--)
    for (let to = after.length - 1; to >= 0; to--) {
      const row = lengths[at];
      if (!row) continue;
      row[to] =
        before[at]?.name === after[to]?.name
          ? 1 + (lengths[at + 1]?.[to + 1] ?? 0)
          : Math.max(lengths[at + 1]?.[to] ?? 0, row[to + 1] ?? 0);
    }
  return lengths;
}
