import { schemes } from "../schemes";
import type { Scheme } from "../schemes/scheme";
import type { Note, UrlText } from "../signing/types";

/** The vendor to whom the URL leads, where another's rule is chosen: no vendor takes what another's rule signs. */
export function otherVendor(scheme: Scheme, text: UrlText): Scheme | undefined {
  return scheme.recognises(text) ? undefined : schemes.find((other) => other.recognises(text));
}

/** Said where the host of a pasted link has decided the rule. */
export function switchedNote(scheme: Scheme): Note {
  return {
    kind: "other-scheme",
    sentence: `This is a link to ${scheme.label}, so ${scheme.label}’s rule was chosen.`,
  };
}
