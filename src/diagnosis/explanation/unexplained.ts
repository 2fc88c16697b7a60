import { percentDecode } from "../../mistakes/text/escapes";
import type { Case } from "../case";
import { FEWEST_BITS } from "../forms/targets";
import { areMadeUp, howUnshown } from "../known/unshown";

/** What it leaves that nothing explains a case, a few sentences. */
export function whatIsLeft(found: Case | null): string {
  const text = percentDecode(found?.request.found?.text ?? "").trim();
  if (found === null || found.targets.length === 0) return REPLACED.test(text) ? LOST : UNREADABLE;
  if (/^[\da-f]+$/i.test(text)) return areMadeUp(text) ? `${MADE_UP} ${OTHERWISE}` : LEAVES;
  return howUnshown(text) === null ? LEAVES : `${HIDDEN} ${OTHERWISE}`;
}

const STRING = "The string that your code signed decides it: paste it below.";
const LEAVES = `Another secret may have signed it, or the string was one that this page does not know. ${STRING}`;
const OTHERWISE = `If not, another secret may have signed it, or the string was one that this page does not know. ${STRING}`;
const HIDDEN =
  "What stands in its place looks like digits that were hidden or cut off: if they were, paste the URL with all of them.";
const MADE_UP = "Its digits look made up, as in an example: if they are, there is no secret that gives them.";
const REPLACED = /\ufffd|%ufffd/i;
const LOST = `“\ufffd” (U+FFFD) stands for bytes that a program could not read as text: they are lost, and what is left tells fewer than ${FEWEST_BITS} bits of a digest, so nothing can be proven with it. Where your code wrote the bytes of the digest as a text, have it write hexadecimal digits.`;
const UNREADABLE = `What stands in its place tells fewer than ${FEWEST_BITS} bits of a digest, so nothing can be proven with it. Where its digits were hidden or cut off, paste the URL with all of them.`;
