import { schemes } from "../schemes";
import type { Scheme } from "../schemes/scheme";
import type { Note, UrlText } from "../signing/types";

/** The vendor to whom the URL leads, where another's rule is chosen: no vendor takes what another's rule signs. Without a host its form tells. */
export function otherVendor(scheme: Scheme, text: UrlText): Scheme | undefined {
  const isOf = (vendor: Scheme) => (text.origin === "" ? vendor.hasForm(text) : vendor.recognises(text));
  return isOf(scheme) ? undefined : schemes.find(isOf);
}

/** How sure it is: a host is a vendor's own, a form may be another's, too. */
export function toOther({ label }: Scheme, { origin }: UrlText, begins: "This" | "this"): string {
  return origin === ""
    ? `${begins} path has the form of a link to ${label}`
    : `${begins} is a link to ${label}`;
}

/** Said where the host or the form of a pasted link has decided the rule. */
export function switchedNote(scheme: Scheme, text: UrlText): Note {
  return {
    kind: "other-scheme",
    sentence: `${toOther(scheme, text, "This")}, so ${scheme.label}’s rule was chosen.`,
  };
}
