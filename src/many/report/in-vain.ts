import type { Depth } from "../../diagnosis/search";
import { groupDigits } from "../../signing/wording/group-digits";

/** What each depth looks for, the deepest first. */
const SOUGHT: readonly (readonly [Depth, string])[] = [
  ["all", "all kinds of mistakes"],
  ["single", "any one mistake"],
  ["likeliest", "the likeliest mistakes"],
];

const COMPARED = "The unexplained URL was only compared with the mistakes that other URLs have.";

/**
 * How the URLs that stay unexplained were searched: the numbers add up to `open`.
 * @param depths how many of them were searched so deep, and no deeper
 */
export function searchedInVain(open: number, depths: Readonly<Record<Depth, number>>): string {
  const searched = SOUGHT.filter(([depth]) => depths[depth] > 0);
  const rest = open - searched.reduce((sum, [depth]) => sum + depths[depth], 0);
  if (open === 1)
    return searched[0]
      ? `The unexplained URL was searched for ${searched[0][1]}, for a limited time.`
      : COMPARED;
  const sentences: string[] = [];
  if (searched.length > 0) {
    const [last = "", ...others] = searched
      .map(([depth, sought]) => `${groupDigits(depths[depth])} for ${sought}`)
      .toReversed();
    const list = others.length > 0 ? `${others.toReversed().join(", ")} and ${last}` : last;
    sentences.push(
      `Of the ${groupDigits(open)} unexplained URLs, these were searched, each for a limited time: ${list}.`,
    );
  }
  if (rest > 0)
    sentences.push(
      `${rest === open ? "The unexplained URLs" : `The other ${groupDigits(rest)}`} were only compared with the mistakes that other URLs have.`,
    );
  return sentences.join(" ");
}
