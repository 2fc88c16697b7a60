import { joinParts } from "../../signing/sign";
import type { Run } from "../run";
import { HIDDEN } from "./hide-secrets";

/** The unsigned URLs that are kept, signed, one a line. One that holds a secret is left out. */
export function signedList({ groups, judge }: Pick<Run, "groups" | "judge">): string {
  const lines: string[] = [];
  for (const { url } of groups.get("unsigned")?.rows ?? []) {
    const judged = url.includes(HIDDEN) ? null : judge.judge({ url, isListed: true, isWhole: true });
    if (judged?.request)
      lines.push(
        joinParts(judged.scheme.assemble(judged.request, judge.sign(judged.scheme, judged.request))),
      );
  }
  return lines.map((line) => `${line}\n`).join("");
}
