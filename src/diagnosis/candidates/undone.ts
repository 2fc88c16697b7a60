import { commonEnds, diffText } from "../text-diff/diff";

/** Of a longer change nothing is said: to compare it takes longer than to try all that comes of it. */
const LONGEST = 300;

/** So many characters beside a change tell it from one like it. */
const BESIDE = 3;

/**
 * Whether a second mistake has undone the first: of what the first put into the URL that was sent, nothing is left in what was signed. Two such
 * mistakes together explain nothing: what they seem to show is one change, which is neither of them.
 */
export function undoneIn(sent: string, changed: string): (signed: string) => boolean {
  const { start, end } = commonEnds(sent, changed);
  if (changed.length - start - end > LONGEST) return () => false;
  const put = diffText(sent, changed).flatMap(({ kind, text }) => (kind === "added" ? [text] : []));
  if (put.length === 0) return () => false;
  // Most second changes leave the first where it was, counted from the start or from the end, with what stands beside it.
  const toTheRight = changed.slice(start, changed.length - end + BESIDE);
  const toTheLeft = changed.slice(Math.max(0, start - BESIDE), changed.length - end);
  return (signed) => {
    if (signed.startsWith(toTheRight, start) || signed.endsWith(toTheLeft, signed.length - end)) return false;
    const same = commonEnds(sent, signed);
    const differs = signed.slice(same.start, signed.length - same.end);
    return !put.some((text) => differs.includes(text));
  };
}
