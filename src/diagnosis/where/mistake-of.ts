import type { Group } from "../../mistakes/mistake";
import type { ExplainedMistake } from "../diagnosis";
import type { StringRow } from "./strings";

const OF_STRINGS: readonly Group[] = ["scope", "encoding", "change"];

/** Which mistake shows in what was signed at an end of the string, beyond what is sent: how it was cut, where that is one. */
export function mistakeAtEnd(row: StringRow, mistakes: readonly ExplainedMistake[]): number {
  const cut = mistakes.findIndex(({ group }) => group === "scope");
  return cut < 0 ? mistakeOf(row, mistakes) : cut + 1;
}

/** Which mistake shows in a row: a lone parameter is one of its own, a respelled one another. */
export function mistakeOf({ change }: StringRow, mistakes: readonly ExplainedMistake[]): number {
  const numbers = (isFit: (mistake: ExplainedMistake) => boolean) =>
    mistakes.flatMap((mistake, index) =>
      OF_STRINGS.includes(mistake.group) && isFit(mistake) ? [index + 1] : [],
    );
  const [likely] = numbers(({ id, group }) =>
    change === "missing"
      ? /parameter|signature|path-only|query-only/.test(id)
      : change === "moved"
        ? /reordered/.test(id)
        : group !== "scope" && !/parameter/.test(id),
  );
  return likely ?? numbers(() => true)[0] ?? 1;
}
