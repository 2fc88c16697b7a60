import { schemes } from "../../schemes";
import type { Scheme } from "../../schemes/scheme";
import type { Note, UrlText } from "../../signing/types";

/**
 * The vendor to whom the URL leads, where another's rule is chosen: no vendor takes what another's rule signs. Where the host is no
 * vendor's its form tells, if `formTells`; without a host it always does.
 */
export function otherVendor(
  scheme: Scheme,
  text: UrlText,
  formTells = text.origin === "",
): Scheme | undefined {
  const byHost = schemes.find((vendor) => vendor.recognises(text));
  const isOf = (vendor: Scheme) => (byHost ? vendor === byHost : formTells && vendor.hasForm(text));
  return isOf(scheme) ? undefined : schemes.find(isOf);
}

/** How sure it is: a host is a vendor's own, a form may be another's, too. */
export function toOther(vendor: Scheme, text: UrlText, begins: "This" | "this"): string {
  const is = vendor.recognises(text) ? "is" : `${text.origin === "" ? "path" : "URL"} has the form of`;
  return `${begins} ${is} a link to ${vendor.label}`;
}

/** Said where the host or the form of a pasted link has decided the rule. */
export function switchedNote(scheme: Scheme, text: UrlText): Note {
  return {
    kind: "other-scheme",
    sentence: `${toOther(scheme, text, "This")}, so ${scheme.label}’s rule was chosen.`,
  };
}
