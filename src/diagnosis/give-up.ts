import type { Case } from "./case";
import { FEWEST_BITS } from "./targets";

/** What it leaves that nothing explains a case, one or two sentences. */
export function whatIsLeft(found: Case | null): string {
  return found !== null && found.targets.length > 0 ? LEAVES : UNREADABLE;
}

const LEAVES =
  "Another secret may have signed it, or the string was one that this page does not know. The string that your code signed decides it: paste it below.";
const UNREADABLE = `What stands in its place tells fewer than ${FEWEST_BITS} bits of a digest, so nothing can be proven with it. Where its digits were hidden or cut off, paste the URL with all of them.`;
