import type { Note, SigningRequest } from "../signing/types";
import { damageNotes } from "./damage-notes";
import { elsewhereNote } from "./libpixel/signature-elsewhere";
import type { Scheme } from "./scheme";
import { keyNote } from "./urlbox/key-note";
import { otherRefusal } from "./urlbox/other-refusals";
import { pageNote } from "./urlbox/page-note";

type LateNotes = (request: SigningRequest, signature: string) => Note[];

/** By the id of the scheme. They come with the notes, not with the page. */
const NOTES: Readonly<Record<string, LateNotes>> = {
  libpixel: elsewhereNote,
  urlbox: (request, signature) => [...keyNote(request, signature), ...pageNote(request, signature)],
};

/** What looks as if it stood in the wrong place of a URL, once the right signature is known or before: then it is empty. */
export function lateNotes({ id }: Scheme, request: SigningRequest, signature: string): Note[] {
  const damage = damageNotes(request, signature);
  // Where a part is missing, nothing tells what stood in the wrong place.
  if (damage.some(({ kind }) => kind === "shortened")) return damage;
  return [...damage, ...(NOTES[id]?.(request, signature) ?? [])];
}

const REFUSALS: Readonly<Record<string, (around: string) => string | null>> = { urlbox: otherRefusal };

/** What the vendor's answer around a URL says where it is not about the signature; `null` where it says nothing of the kind. */
export function otherRefusalOf({ id }: Scheme, around: string): string | null {
  return REFUSALS[id]?.(around.slice(0, 20_000)) ?? null;
}
