import { isFileAlone } from "../signing/find/file-alone";
import type { Problem } from "../signing/types";
import { noLinks } from "./urlbox/no-links";
import { otherRefusal } from "./urlbox/other-refusals";

const FILE_ALONE =
  "This is only the end of a URL, as a browser’s console shows it: the host and the folders before the file are missing, and the folders are signed. Copy the whole address, from “https://” on.";

/** What a text is instead of a URL to sign; `null` where nothing is known of it. Apart from the schemes, for it comes late. */
export function knownProblem(text: string): Problem | null {
  const known = noLinks.find((link) => link.is(text));
  if (known) {
    const rewrite = known.rewrite?.(text);
    return { kind: "no-link", sentence: known.sentence, ...(rewrite && { rewrite }) };
  }
  if (isFileAlone(text)) return { kind: "no-path", sentence: FILE_ALONE };
  const refusal = text.includes("://") ? null : otherRefusal(text.slice(0, 20_000));
  if (refusal === null) return null;
  return {
    kind: "vendor-error",
    sentence: `${refusal} Paste the render link to see how its parts are read.`,
  };
}
