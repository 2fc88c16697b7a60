import type { Note, SigningRequest } from "../signing/types";
import type { Scheme } from "./scheme";
import { keyNote as urlbox } from "./urlbox/key-note";

/** By the id of the scheme. They come with the notes, not with the page. */
const NOTES: Readonly<Record<string, typeof urlbox>> = { urlbox };

/** What is to be said of a vendor's public key in a URL, once the right signature is known or before. */
export function keyNotes({ id }: Scheme, request: SigningRequest, signature: string): Note[] {
  return NOTES[id]?.(request, signature) ?? [];
}
