import type { Rule } from "../rule";
import { cutUrl } from "../url-text";
import { best, candidates, type FoundUrl, foundAt, MOST_CANDIDATES } from "./candidates";
import { openCarriers } from "./carriers";
import { findCurlUrl, isCurl } from "./curl";
import { hasSchemeTwice, repeated } from "./glued";
import { leadingUrl } from "./leading";
import { isRowWithSigned } from "./rows";
import { type IsVendors, isSigned, rank } from "./signed";
import { undone } from "./spelling";
import { type View, viewOf, withBlobs } from "./view";
import { readWord } from "./word";

/** What finding needs to know of a vendor. */
type Vendor = Pick<Rule, "recognises">;

/**
 * The URL in a command, markup, a log line, an HTTP request, mail source or code, and out of the services that carried it,
 * also where that text stands in base64; `null` when the text has none or is itself one. In HTML the entities are decoded, in a shell command and JSON the escapes:
 * there they are spelling, not part of the URL. Among several, one that carries a signature is meant, or else one of the
 * vendor's. Pure, linear in the text's length.
 */
export function findUrl(pasted: string, vendor: Vendor): FoundUrl | null {
  const isVendors: IsVendors = (url) => vendor.recognises(cutUrl(url));
  const one = repeated(pasted.trim());
  if (one !== null) return firstOf(pasted, one, vendor);
  const view = viewOf(pasted);
  const found = findOpen(pasted, view, isVendors);
  if (rank(found?.url ?? pasted.trim(), isVendors) > 0) return found;
  const opened = withBlobs(view);
  const inside = opened && best(candidates(pasted, opened, isVendors, MOST_CANDIDATES), isVendors);
  return inside && rank(inside.url, isVendors) > 0 ? inside : found;
}

/** The first of the same URL that stands there several times. */
function firstOf(pasted: string, url: string, vendor: Vendor): FoundUrl {
  const start = pasted.indexOf(url);
  const place = { start, end: start + url.length };
  return findUrl(pasted.slice(0, place.end), vendor) ?? { url, start, place, layers: [] };
}

/** The URL that is written as it is, or in the spelling of its surroundings. */
function findOpen(pasted: string, view: View, isVendors: IsVendors): FoundUrl | null {
  const begins = /^\s*https?:\/\//i.test(pasted) && !hasSchemeTwice(pasted.trim());
  if (view.isRewritten || !begins) return findAround(pasted, view, isVendors);
  const start = pasted.length - pasted.trimStart().length;
  const text = pasted.trim();
  const word = leadingUrl(text, isVendors);
  const whole = word ?? { url: text, where: "the pasted text", length: text.length };
  const leading = foundAt(pasted, view, start, whole, isVendors);
  if (isPageInProse(text, isVendors) || isRowWithSigned(text, isVendors)) {
    const told = best(candidates(pasted, view, isVendors, MOST_CANDIDATES), isVendors);
    if (told && isSigned(told.url) && told.place.start > start) return told;
  }
  if (leading.url !== whole.url) return leading;
  // As a terminal shows it, where not even its signature can be read.
  const { url, where } = undone(text);
  if (where !== null && !isSigned(text)) return { ...leading, url, start: null, layers: [where] };
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
  const one = repeated(pasted.trim());
  if (one !== null) return [firstOf(pasted, one, vendor)];
  const view = viewOf(pasted);
  const found = meant(pasted, view, isVendors, most);
  const opened = found.length === 0 ? withBlobs(view) : null;
  return withoutPaths(opened ? meant(pasted, opened, isVendors, most) : found);
}

/** A request that is named by its URL and by its path, as its headers have it, is one. */
export function withoutPaths<Found extends Pick<FoundUrl, "url">>(found: readonly Found[]): Found[] {
  const named = new Set(found.flatMap(({ url }) => /^https?:\/\/[^/?#]*(\/.*)$/i.exec(url)?.[1] ?? []));
  return found.filter(({ url }) => !named.has(url));
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
