import { lostNames } from "../../schemes/lost-names";
import type { Note, SigningRequest } from "../../signing/types";
import { cutQuery, cutUrl } from "../../signing/url-text";
import { listedQuoted } from "../../signing/wording/listed";

/** The note on an address that was not escaped, with what comes of that here; of a plain address, what may come of it. */
export function withConsequence(note: Note, request: SigningRequest): Note {
  if (!note.rewrite || !note.kind.startsWith("unescaped-")) return note;
  return { ...note, sentence: note.sentence.replace(/\.$/, consequence(note.rewrite.text, request)) };
}

function consequence(rewritten: string, { typed }: SigningRequest): string {
  const own = lostNames(typed, cutUrl(rewritten));
  if (own.length > 0)
    return `, so it ends at its first “&”: ${listedQuoted(own)}, ${own.length === 1 ? "no option that is known here, is" : "no options that are known here, are"} no part of it.`;
  const address = cutQuery(typed.query ?? "").findLast(({ value }) => value && !isEscaped(value));
  if (typed.fragment !== null && typed.query?.endsWith(address?.text ?? ""))
    return ", so its “#” and what follows are cut off.";
  return address?.value?.includes("?")
    ? ", though it has a “?” of its own. An “&” or “#” in it would cut off what follows, and so does code that cuts the URL at its last “?”."
    : ". That works while it has no “?”, “&” or “#” of its own: what follows may then be cut off.";
}

const isEscaped = (value: string) => !/[:/?]/.test(value);
