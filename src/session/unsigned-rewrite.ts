import type { Scheme } from "../schemes/scheme";
import { check } from "../signing/sign";
import type { Note, SigningRequest } from "../signing/types";
import { cutUrl, joinUrl } from "../signing/url-text";

/**
 * A note on a URL whose signature is right: what its rewrite makes is signed anew, and does not keep that. A signature that does
 * not match may be that of what the rewrite makes.
 *
 * @param signature the right one, or empty while there is none.
 */
export function withoutOldSignature(
  note: Note,
  { read }: Scheme,
  request: SigningRequest,
  signature: string,
): Note {
  if (!note.rewrite || check(request, signature) !== "valid") return note;
  const made = read(cutUrl(note.rewrite.text), {});
  if (!made.ok) return note;
  return { ...note, rewrite: { ...note.rewrite, text: joinUrl(made.value.unsigned) } };
}
