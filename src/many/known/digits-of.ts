import { areMadeUp } from "../../diagnosis/known/unshown";
import type { FoundSignature } from "../../signing/types";
import { withoutBreaks } from "../../signing/url-text";

/** A signature in lower-case hexadecimal, as it is compared with others; `null` for another text, and for digits that somebody made up. */
export function digitsOf(found: FoundSignature | null | undefined): string | null {
  const digits = withoutBreaks(found?.text ?? "").toLowerCase();
  return /^[0-9a-f]{32,128}$/.test(digits) && !areMadeUp(digits) ? digits : null;
}
