import type { Problem } from "../signing/types";
import { noLinks } from "./urlbox/no-links";

/** What a text is instead of a URL to sign; `null` where nothing is known of it. Apart from the schemes, for it comes late. */
export function knownProblem(text: string): Problem | null {
  const known = noLinks.find((link) => link.is(text));
  return known ? { kind: "no-link", sentence: known.sentence } : null;
}
