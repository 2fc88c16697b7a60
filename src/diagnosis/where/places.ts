import { escapeText } from "../../signing/escapes";
import type { SigningRequest } from "../../signing/types";
import { cutQuery } from "../../signing/url-text";
import { bareOf, cutPieces } from "./align";

/** For each character of the string to sign, where it stands in the URL as typed; absent where it was added. */
export type Places = ReadonlyMap<number, { readonly start: number; readonly end: number }>;

/** Finds each character of the string to sign in the URL as typed. */
export function placesOf({ typed, signingString }: SigningRequest): Places {
  const pathAt = typed.origin.length;
  const sources = [{ sent: asSent(typed.path), start: pathAt }];
  let at = pathAt + typed.path.length;
  for (const { text } of typed.query === null ? [] : cutQuery(typed.query)) {
    sources.push({ sent: asSent(text), start: at + 1 });
    at += text.length + 1;
  }
  const places = new Map<number, { start: number; end: number }>();
  const place = (from: number, { sent, start }: (typeof sources)[number], within: number, length: number) => {
    for (const [index, where] of sent.places.slice(within, within + length).entries())
      places.set(from + index, { start: start + where.start, end: start + where.end });
  };
  let next = 0;
  // How much of that source was found already: behind a “?” of its own a value goes on.
  let within = 0;
  for (const piece of cutPieces(signingString)) {
    const current = sources[next];
    if (within > 0 && current?.sent.text.startsWith(piece.text, within)) {
      place(piece.start, current, within, piece.text.length);
      within += piece.text.length;
      continue;
    }
    const bare = bareOf(piece);
    const found = sources.findIndex(({ sent }, index) => index >= next && sent.text.startsWith(bare));
    const source = sources[found];
    if (!source) continue;
    const isWhole = source.sent.text === bare;
    next = isWhole ? found + 1 : found;
    within = isWhole ? 0 : bare.length;
    const delimiter = piece.text.length - bare.length;
    if (delimiter > 0) places.set(piece.start, { start: source.start - 1, end: source.start });
    place(piece.start + delimiter, source, 0, bare.length);
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
