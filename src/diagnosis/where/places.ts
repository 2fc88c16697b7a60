import { escapeText } from "../../signing/escapes";
import type { SigningRequest } from "../../signing/types";
import { cutQuery } from "../../signing/url-text";
import { bareOf, cutPieces } from "./align";

/** For each character of the string to sign, where it stands in the URL as typed; absent where it was added. */
export type Places = ReadonlyMap<number, { readonly start: number; readonly end: number }>;

/** Finds each character of the string to sign in the URL as typed. */
export function placesOf({ typed, signingString }: SigningRequest): Places {
  const pathAt = typed.origin.length;
  const sources = [{ text: typed.path, start: pathAt }];
  let at = pathAt + typed.path.length;
  for (const { text } of typed.query === null ? [] : cutQuery(typed.query)) {
    sources.push({ text, start: at + 1 });
    at += text.length + 1;
  }
  const places = new Map<number, { start: number; end: number }>();
  let next = 0;
  for (const piece of cutPieces(signingString)) {
    const bare = bareOf(piece);
    const found = sources.findIndex(
      (source, index) => index >= next && asSent(source.text).text.startsWith(bare),
    );
    const source = sources[found];
    if (!source) continue;
    next = asSent(source.text).text === bare ? found + 1 : found;
    const delimiter = piece.text.length - bare.length;
    if (delimiter > 0) places.set(piece.start, { start: source.start - 1, end: source.start });
    for (const [index, place] of asSent(source.text).places.slice(0, bare.length).entries())
      places.set(piece.start + delimiter + index, {
        start: source.start + place.start,
        end: source.start + place.end,
      });
  }
  return places;
}

/** A text as it is sent (`prepareUrl`), and where each of its characters comes from. */
export function asSent(text: string): { text: string; places: { start: number; end: number }[] } {
  let sent = "";
  const places: { start: number; end: number }[] = [];
  let at = 0;
  for (const char of text) {
    const form = /[\t\n\r]/.test(char) ? "" : /[\x21-\x7e]/.test(char) ? char : escapeText(char);
    for (let unit = 0; unit < form.length; unit++) places.push({ start: at, end: at + char.length });
    sent += form;
    at += char.length;
  }
  return { text: sent, places };
}
