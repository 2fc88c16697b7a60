import { joinParts } from "../../signing/sign";
import type { Run } from "../run";
import { whoseSecret } from "../whose-secret";
import { HIDDEN } from "./hide-secrets";

/** The unsigned URLs that are kept, signed, one a line. One that holds a secret is left out, and one whose vendor’s secret was not entered. */
export function signedList(run: Pick<Run, "groups" | "judge">): string {
  const { groups, judge } = run;
  const own = whoseSecret(run);
  const lines: string[] = [];
  for (const { url } of groups.get("unsigned")?.rows ?? []) {
    const judged = url.includes(HIDDEN) ? null : judge.judge({ url, isListed: true, isWhole: true });
    if (judged?.request && own.includes(judged.scheme))
      lines.push(
        joinParts(judged.scheme.assemble(judged.request, judge.sign(judged.scheme, judged.request))),
      );
  }
  return lines.map((line) => `${line}\n`).join("");
}
