import { schemes } from "../schemes";
import type { Scheme } from "../schemes/scheme";
import type { Note, UrlText } from "../signing/types";

/** A link to one vendor, signed by the rule of another, is signed in vain. */
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
