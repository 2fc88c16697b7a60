import type { Rule } from "../rule";
import { cutUrl } from "../url-text";
import { untilQuote } from "./apostrophes";
import { openCarriers } from "./carriers";
import { findCurlUrl, isCurl } from "./curl";
import { decodeEntities, firstTag } from "./html";
import { joinPieces } from "./joints";
import { leadingUrl } from "./leading";
import { closedBy } from "./markup";
import { decode } from "./openers";
import { findRequests, withQuery } from "./requests";
import { isSigned } from "./signed";
import { undone } from "./spelling";
import { type View, viewOf, withBlobs } from "./view";
import { readWord, type Word, withoutEnd } from "./word";

/** What finding needs to know of a vendor. */
type Vendor = Pick<Rule, "recognises">;

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

type IsVendors = (url: string) => boolean;

/**
 * The URL in a command, markup, a log line, an HTTP request, mail source or code, and out of the services that carried it,
 * also where that text stands in base64; `null` when the text has none or is itself one. In HTML the entities are decoded, in a shell command and JSON the escapes:
 * there they are spelling, not part of the URL. Among several, one that carries a signature is meant, or else one of the
 * vendor's. Pure, linear in the text's length.
 */
export function findUrl(pasted: string, vendor: Vendor): FoundUrl | null {
  const isVendors: IsVendors = (url) => vendor.recognises(cutUrl(url));
  const view = viewOf(pasted);
  const found = findOpen(pasted, view, isVendors);
  if (rank(found?.url ?? pasted.trim(), isVendors) > 0) return found;
  const opened = withBlobs(view);
  const inside = opened && best(candidates(pasted, opened, isVendors, MOST_CANDIDATES), isVendors);
  return inside && rank(inside.url, isVendors) > 0 ? inside : found;
}

/** The URL that is written as it is, or in the spelling of its surroundings. */
function findOpen(pasted: string, view: View, isVendors: IsVendors): FoundUrl | null {
  if (view.isRewritten || !/^\s*https?:\/\//i.test(pasted)) return findAround(pasted, view, isVendors);
  const start = pasted.length - pasted.trimStart().length;
  const text = pasted.trim();
  const word = leadingUrl(text);
  const whole = word ?? { url: text, where: "the pasted text", length: text.length };
  const leading = foundAt(pasted, view, start, whole, isVendors);
  if (isPageInProse(text, isVendors)) {
    const told = best(candidates(pasted, view, isVendors, MOST_CANDIDATES), isVendors);
    if (told && isSigned(told.url) && told.place.start > start) return told;
  }
  if (leading.url !== whole.url) return leading;
  if (rank(whole.url, isVendors) > 0) return word && leading;
  const first = foundAt(pasted, view, start, readWord("", text, false), isVendors);
  if (rank(first.url, isVendors) > 0) return first;
  // A text that begins with a page's address may tell of a signed URL further on.
  const other = best(candidates(pasted, view, isVendors, MOST_CANDIDATES), isVendors);
  return other && isSigned(other.url) && other.place.start > start ? other : word && leading;
}

/** Every signed URL of a paste and every one of the vendor's, in order. Without a host the paths of logs count. */
export function findUrls(pasted: string, vendor: Vendor, most = 10_000): FoundUrl[] {
  const isVendors: IsVendors = (url) => vendor.recognises(cutUrl(url));
  const view = viewOf(pasted);
  const found = meant(pasted, view, isVendors, most);
  const opened = found.length === 0 ? withBlobs(view) : null;
  return opened ? meant(pasted, opened, isVendors, most) : found;
}

function meant(pasted: string, view: View, isVendors: IsVendors, most: number): FoundUrl[] {
  const found: FoundUrl[] = [];
  for (const candidate of candidates(pasted, view, isVendors, most))
    if (rank(candidate.url, isVendors) > 0) found.push(candidate);
  found.sort((a, b) => a.place.start - b.place.start || b.place.end - a.place.end);
  return withoutInner(found);
}

/** What reads like a request in the middle of a signed URL, as behind the quote of `/it's.jpg`, is a part of that URL. */
function withoutInner(found: readonly FoundUrl[]): FoundUrl[] {
  let end = 0;
  return found.filter(({ url, place }) => {
    if (place.start < end) return false;
    if (isSigned(url)) end = place.end;
    return true;
  });
}

/** A text that begins with the address of a page, alone or with words behind it, and no parameter that those could belong to. */
function isPageInProse(text: string, isVendors: IsVendors): boolean {
  const [page] = /^[^\s?#]+(?=\s)/.exec(text) ?? [];
  return page !== undefined && !isVendors(page) && !isSigned(page);
}

const PLAIN = "the pasted text";

function findAround(pasted: string, view: View, isVendors: IsVendors): FoundUrl | null {
  if (isCurl(pasted)) {
    const word = findCurlUrl(pasted);
    const { start, end, text: url } = word ?? { start: 0, end: 0, text: "" };
    return (
      word && foundAt(pasted, view, start, { url, where: "a curl command", length: end - start }, isVendors)
    );
  }
  const found = best(candidates(pasted, view, isVendors, MOST_CANDIDATES), isVendors);
  if (found && rank(found.url, isVendors) > 0) return found;
  // The line of an access log names the path that was asked for; the one address in it is the referrer.
  if (/"(?:GET|HEAD|POST|PUT|OPTIONS) \//.test(pasted)) return null;
  return withoutScheme(pasted, isVendors) ?? (isAddress(pasted) ? null : found);
}

/** A carrier's URL whose scheme was left out. */
function withoutScheme(pasted: string, isVendors: IsVendors): FoundUrl | null {
  const text = pasted.trim();
  if (!ADDRESS.test(text)) return null;
  const { url, carriers } = openCarriers(`https://${text}`, isVendors);
  if (carriers.length === 0) return null;
  const start = pasted.indexOf(text);
  return { url, start: null, place: { start, end: start + text.length }, layers: carriers };
}

const ADDRESS = /^[\w-]+(?:\.[\w-]+)+(?::\d+)?[/?#]\S*$/;

/** `example.com/?u=<https://…>` is one URL. */
function isAddress(pasted: string): boolean {
  const at = pasted.search(/https?:\/\//i);
  return at > 0 && /^\s*[\w-]+(?:\.[\w-]+)+(?::\d+)?[/?#]\S*$/.test(pasted.slice(0, at));
}

/** A paste may hold any number of URLs; more are not looked at where one is wanted. */
const MOST_CANDIDATES = 40;
/** How much of the text before a URL is looked at. */
const BEFORE = 2000;
const START = /https?(?:\\?:(?:\\*\/){2}|(?::|%(?:25){0,3}3A)(?:%(?:25){0,3}2F){2}|%3A\/\/)/gi;

function* candidates(pasted: string, view: View, isVendors: IsVendors, most: number): Generator<FoundUrl> {
  const { text } = view;
  const pattern = new RegExp(START);
  const tag = firstTag(text);
  for (let count = 0; count < most; count++) {
    const match = pattern.exec(text);
    if (!match) break;
    const at = match.index;
    const before = text.slice(Math.max(0, at - BEFORE), at);
    if (isInside(before)) continue;
    const rest = most > MOST_CANDIDATES ? text.slice(at, at + LONGEST) : text.slice(at);
    const word = wordAt(text, at, match[0], before, rest, tag < at);
    pattern.lastIndex = at + Math.max(word.length, match[0].length);
    const found = inPlainSpelling(foundAt(pasted, view, at, word, isVendors));
    if (!match[0].includes("%") || rank(found.url, isVendors) > 0) yield found;
  }
  for (const { url, start, end, where } of findRequests(text))
    yield inPlainSpelling(foundAt(pasted, view, start, { url, where, length: end - start }, isVendors));
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

/** A whole URL that was percent-encoded, once or more often, as it stands in another one's parameter. */
function readEncoded(before: string, text: string): Word {
  const open = untilQuote(before, /^[^\s"`<>&,;\]|]*/.exec(text)?.[0] ?? "", text);
  const word = closedBy(open, "(", ")");
  let url = word;
  for (let layer = 0; layer < 4 && !/^https?:\/\//i.test(url); layer++) url = decode(url);
  // The words behind it were encoded with it.
  const first = withoutEnd(/^[^\s"<>]*/.exec(url)?.[0] ?? "");
  if (isSigned(first) && /&amp;/.test(first) && !/&(?!amp;)/.test(first))
    return { url: decodeEntities(first), where: "percent-encoded HTML", length: word.length };
  return { url: isSigned(first) ? first : url, where: "percent-encoding", length: word.length };
}

function foundAt(pasted: string, view: View, at: number, word: Word, isVendors: IsVendors): FoundUrl {
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

function best(found: Iterable<FoundUrl>, isVendors: IsVendors): FoundUrl | null {
  let best: FoundUrl | null = null;
  for (const next of found) if (!best || rank(next.url, isVendors) > rank(best.url, isVendors)) best = next;
  return best;
}

/** A signature counts most, then the vendor's host. */
function rank(url: string, isVendors: IsVendors): number {
  return (isSigned(url) ? 2 : 0) + (isVendors(url) ? 1 : 0);
}
