import { groupDigits } from "../signing/group-digits";
import type { Case } from "./case";
import type { Diagnosis } from "./diagnosis";
import { FEWEST_BITS } from "./targets";

/** What was tried in vain, and how much of it. */
type Counts = readonly (readonly [phrase: string, count: number])[];

/** The counts of each phrase summed, in words. */
export function phrases(counts: Counts): string[] {
  const sums = new Map<string, number>();
  for (const [phrase, count] of counts)
    if (phrase !== "" && count > 0) sums.set(phrase, (sums.get(phrase) ?? 0) + count);
  return [...sums].map(([phrase, count]) => `${groupDigits(count)} ${phrase}`);
}

/** What was excluded, and what that leaves. */
export function giveUp(
  found: Case | null,
  counts: Counts,
  tried: number,
  milliseconds: number,
  limits: readonly string[],
): Diagnosis {
  const readable = found !== null && found.targets.length > 0;
  return {
    state: "unexplained",
    excluded: phrases(counts),
    leaves: readable ? LEAVES : UNREADABLE,
    tried,
    milliseconds,
    limits,
  };
}

const LEAVES =
  "Another secret may have signed it, or the string was one that this page does not know. The string that your code signed decides it: paste it below.";
const UNREADABLE = `What stands in its place tells fewer than ${FEWEST_BITS} bits of a digest, so nothing can be proven with it. Where its digits were hidden or cut off, paste the URL with all of them.`;
