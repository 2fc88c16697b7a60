import type { Mark } from "../diagnosis/where/mark";
import { locate } from "../diagnosis/where/where";
import type { Explainer } from "./explainer";
import type { Groups, Row } from "./groups";
import type { Judge } from "./judge";

/** A row with the places of its mistakes. Nothing else of its answer leaves the worker, for there may be a secret in it. */
export interface ListedRow extends Row {
  readonly marks: readonly Mark[];
}

interface Read {
  readonly groups: Groups;
  readonly judge: Judge;
  readonly explainer: Explainer;
}

/** Some rows of a group. They are kept without their answers, so each is made anew, of what has hit before. */
export function listedRows(
  { groups, judge, explainer }: Read,
  { group: id, from, count }: { readonly group: string; readonly from: number; readonly count: number },
): readonly ListedRow[] {
  const group = groups.get(id);
  const marksIn = (url: string): readonly Mark[] => {
    const judged = judge.judge({ url, isListed: true, isWhole: true });
    const answer = judged?.request && explainer.answerTo(judged.scheme, judged.request, id);
    return answer ? locate(judged.request, answer).marks : [];
  };
  return (group?.rows.slice(from, from + count) ?? []).map((row) => ({
    ...row,
    marks: group?.diagnosis ? marksIn(row.url) : [],
  }));
}
