import type { Note, SigningRequest } from "../signing/types";
import { elsewhereNote } from "./libpixel/signature-elsewhere";
import type { Scheme } from "./scheme";
import { keyNote } from "./urlbox/key-note";

type LateNotes = (request: SigningRequest, signature: string) => Note[];

/** By the id of the scheme. They come with the notes, not with the page. */
const NOTES: Readonly<Record<string, LateNotes>> = { libpixel: elsewhereNote, urlbox: keyNote };

/** What looks as if it stood in the wrong place of a URL, once the right signature is known or before: then it is empty. */
export function lateNotes({ id }: Scheme, request: SigningRequest, signature: string): Note[] {
  return NOTES[id]?.(request, signature) ?? [];
}
