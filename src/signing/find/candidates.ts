import { openCarriers } from "./carriers";
import { readEncoded } from "./encoded-url";
import { gluedAt, hasSchemeTwice } from "./glued";
import { firstTag } from "./html";
import { joinPieces } from "./joints";
import { findRelative } from "./relative";
import { findRequests, withQuery } from "./requests";
import { cellBefore } from "./rows";
import { type IsVendors, rank } from "./signed";
import { undone } from "./spelling";
import type { View } from "./view";
import { readWord, type Word } from "./word";

/** A URL found inside a larger paste. */
export interface FoundUrl {
  /** As it was meant: its surroundings' quoting undone, out of what carried it. The path and query alone where no host is named. */
  readonly url: string;
  /** Its offset in the paste, in UTF-16 units; `null` where undoing changed its text. */
  readonly start: number | null;
  /** What was taken for it, from its first character to behind its last, in UTF-16 units of the paste. */
  readonly place: { readonly start: number; readonly end: number };
  /** What it stood in, as users read it, the innermost first: a carrier, quotes, HTML. Empty for the plain text. */
  readonly layers: readonly string[];
}

const PLAIN = "the pasted text";

/** A paste may hold any number of URLs; more are not looked at where one is wanted. */
export const MOST_CANDIDATES = 40;
/** How much of the text before a URL is looked at. */
const BEFORE = 2000;
const START = /https?(?:\\?:(?:\\*\/){2}|(?::|%(?:25){0,3}3A)(?:%(?:25){0,3}2F){2}|%3A\/\/)/gi;

/** Every URL of a paste in its order, at most so many, and what was requested without naming a host. */
export function* candidates(
  pasted: string,
  view: View,
  isVendors: IsVendors,
  most: number,
): Generator<FoundUrl> {
  const { text } = view;
  const pattern = new RegExp(START);
  const tag = firstTag(text);
  let another = -1;
  for (let count = 0; count < most; count++) {
    const match = pattern.exec(text);
    if (!match) break;
    const at = match.index;
    const before = text.slice(Math.max(0, at - BEFORE), at);
    if (at !== another && isInside(before)) continue;
    if (hasSchemeTwice(text.slice(at, at + 20))) {
      another = pattern.lastIndex;
      continue;
    }
    const behind = most > MOST_CANDIDATES ? text.slice(at, at + LONGEST) : text.slice(at);
    const glued = gluedAt(/^\S*/.exec(behind.slice(0, LONGEST))?.[0] ?? "", isVendors);
    const own = glued === null ? behind : behind.slice(0, glued);
    const rest = cellBefore(own, isVendors) ?? own;
    const word = wordAt(text, at, match[0], before, rest, tag < at);
    another = at + (glued ?? -1);
    pattern.lastIndex = glued === null ? at + Math.max(word.length, match[0].length) : another;
    const found = inPlainSpelling(foundAt(pasted, view, at, word, isVendors));
    if (!match[0].includes("%") || rank(found.url, isVendors) > 0) yield found;
  }
  for (const { url, start, end, where } of findRequests(text))
    yield inPlainSpelling(foundAt(pasted, view, start, { url, where, length: end - start }, isVendors));
  for (const { url, carriers, start, length } of findRelative(text, isVendors)) {
    const place = { start: view.place(start), end: view.place(start + length) };
    yield { url, start: null, place, layers: [...carriers, ...view.layersAt(start)] };
  }
}

/** A URL that is the whole paste keeps its spelling: what became of it is a mistake to be named. */
function inPlainSpelling(found: FoundUrl): FoundUrl {
  const { url, where } = undone(found.url);
  return where === null ? found : { ...found, url, start: null, layers: [where, ...found.layers] };
}

/** @param start how the URL begins: with its colon as it is, escaped for a .properties file, or percent-encoded */
function wordAt(
  text: string,
  at: number,
  start: string,
  before: string,
  rest: string,
  inHtml: boolean,
): Word {
  if (start.includes("%")) return readEncoded(before, rest);
  const word = withQuery(text, at, joinPieces(text, at, readWord(before, rest, inHtml)));
  if (!/^https?\\:/i.test(word.url)) return word;
  return { ...word, url: word.url.replace(/\\([:=#!\\ ])/g, "$1"), where: "a .properties file" };
}

/** Where many URLs are looked for, each is cut at this length. */
const LONGEST = 20_000;

/** Behind a letter, or in a URL or path that goes on with `=`, `/` and the like. */
function isInside(before: string): boolean {
  const word = /(?:[^\s"'`<>]|(?<=[\w%])'(?=[\w%]))*$/.exec(before.slice(-500))?.[0] ?? "";
  // A text that was encoded with its spaces and quotes, as in a mailto: link.
  const open = ENCODED_SPACE.test(word) ? `${word.replace(ENCODED_SPACE, "")}=` : word;
  return (
    (/[A-Za-z\d%]_{0,9}$/.test(open) && !/\\[nrt]$/.test(open)) ||
    /^[([]?(?:[a-z][\w+.-]*:\/\/|\/|[\w-]+(?:\.[\w-]+)+(?::\d+)?[/?#])\S*[=?&/:#]$/i.test(open)
  );
}

const ENCODED_SPACE = /%(?:0[9AD]|2[0278]|3C)$/i;

/** What stands at a place of the view, out of its carriers. */
export function foundAt(pasted: string, view: View, at: number, word: Word, isVendors: IsVendors): FoundUrl {
  const { url, carriers } = openCarriers(word.url, isVendors);
  const place = { start: view.place(at), end: view.place(at + word.length) };
  const inside = pasted.slice(place.start, place.end).indexOf(url);
  return {
    url,
    start: inside < 0 ? null : place.start + inside,
    place,
    layers: [...carriers, ...(word.where === PLAIN ? [] : [word.where]), ...view.layersAt(at)],
  };
}

/** The first of the highest rank. */
export function best(found: Iterable<FoundUrl>, isVendors: IsVendors): FoundUrl | null {
  let best: FoundUrl | null = null;
  for (const next of found) if (!best || rank(next.url, isVendors) > rank(best.url, isVendors)) best = next;
  return best;
}
