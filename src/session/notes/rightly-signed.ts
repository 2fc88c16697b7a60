import { PLACE_ON_PAGE } from "../../schemes/notes";
import type { Scheme } from "../../schemes/scheme";
import type { Note, SigningRequest } from "../../signing/types";
import { cutUrl, joinUrl } from "../../signing/url-text";

/**
 * A note on a URL whose digits are right: what its rewrite makes is signed anew, and does not keep them. Those that are not right
 * may be those of what the rewrite makes.
 *
 * @param signature the right one, or empty while there is none.
 */
export function ofRightlySigned(
  note: Note,
  { read }: Scheme,
  { found }: SigningRequest,
  signature: string,
): Note {
  if (!note.rewrite || !found || found.text !== signature) return note;
  // Digits behind a “#” were made without it and what follows.
  if (note.kind === "fragment" && found.misplaced) return PLACE_ON_PAGE;
  const made = read(cutUrl(note.rewrite.text), {});
  if (!made.ok) return note;
  return { ...note, rewrite: { ...note.rewrite, text: joinUrl(made.value.unsigned) } };
}
