import type { BeforeAfter, Note, SigningRequest } from "../signing/types";
import { breaksIn, joinUrl, prepareUrl } from "../signing/url-text";
import { schemeNotes as ofLibPixel } from "./libpixel/notes";
import type { Scheme } from "./scheme";
import { schemeNotes as ofUrlbox } from "./urlbox/notes";

/** By the id of the scheme. They come with what tells them, not with the page. */
const NOTES: Readonly<Record<string, (request: SigningRequest) => Note[]>> = {
  libpixel: ofLibPixel,
  urlbox: ofUrlbox,
};

/** What was done to a URL before it is signed, and what the vendor's rule makes of it, where that may surprise. */
export function ruleNotes({ id }: Scheme, request: SigningRequest): Note[] {
  const { typed, built, found } = request;
  const { escaped, removed } = built ? { escaped: [], removed: breaksIn(joinUrl(typed)) } : prepareUrl(typed);
  // The signature itself is not signed.
  const ofSigned = joinUrl(typed).replace(found?.text ?? "", "");
  const signed = escaped.filter(({ before }) => ofSigned.includes(before));
  return [...preparationNotes(signed, removed), ...(NOTES[id]?.(request) ?? [])];
}

function preparationNotes(escaped: readonly BeforeAfter[], removed: readonly BeforeAfter[]): Note[] {
  const notes: Note[] = [];
  if (removed.length > 0) {
    notes.push({
      kind: "line-breaks-removed",
      sentence: "Tabs and line breaks inside the URL were removed, as a browser does.",
      changes: removed,
    });
  }
  if (escaped.length > 0) {
    notes.push({
      kind: "escaped",
      sentence: "Characters that no request can carry raw were percent-encoded before signing.",
      changes: escaped,
    });
  }
  return notes;
}
