import type { Parameter } from "../../signing/url-text";
import { commonPlaces } from "../text-diff/common-sequence";

/** A parameter before and after; `null` on the side where it is not. */
export type ParameterPair = readonly [before: Parameter | null, after: Parameter | null];

/** More parameters than this are not put side by side. */
const MOST_ALIGNED = 300;

/** Both lists side by side, paired by name and in order; empty where they are long. */
export function pairsOf(before: readonly Parameter[], after: readonly Parameter[]): ParameterPair[] {
  if (before.length > MOST_ALIGNED || after.length > MOST_ALIGNED) return [];
  const same = commonPlaces(after.length, before.length, (to, at) => after[to]?.name === before[at]?.name);
  const pairs: ParameterPair[] = [];
  let [at, to] = [0, 0];
  for (const [nextTo, nextAt] of [...same, [after.length, before.length] as const]) {
    for (const added of after.slice(to, nextTo)) pairs.push([null, added]);
    for (const removed of before.slice(at, nextAt)) pairs.push([removed, null]);
    const [old, now] = [before[nextAt], after[nextTo]];
    if (old && now) pairs.push([old, now]);
    [at, to] = [nextAt + 1, nextTo + 1];
  }
  return pairs;
}
