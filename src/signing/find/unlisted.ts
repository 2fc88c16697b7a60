import { unescapeText } from "../escapes";
import { cutAt, cutQuery, cutUrl, hostOf } from "../url-text";
import { toSignature } from "./openers";
import { isSigned, segmentOf } from "./signed";

/**
 * The signed URL that stands whole in the path, the query or behind the “#” of another one, as proxies, readers and redirects of any name
 * have it; `null` where there is none. It is not read in the place of the outer one, whose source it may be.
 */
export function heldBy(outer: string): string | null {
  const { origin } = cutUrl(outer);
  if (!/^https?:/i.test(origin) || hostOf(origin) === "" || hasSignature(outer)) return null;
  return inPath(outer) ?? inQuery(outer) ?? behindHash(outer);
}

/** Whether a signature is the outer URL's own, or may be: that behind an address which is not escaped. */
function hasSignature(outer: string): boolean {
  const { path, query } = cutUrl(outer);
  if (segmentOf(path) !== undefined) return true;
  return !isAddress(query) && cutQuery(query ?? "").some(({ name }) => name === "signature");
}

const isAddress = (text: string | null) => /^https?:\/\//i.test(text ?? "");

function inPath(outer: string): string | null {
  const [before] = /^https?:\/\/[^/?#]+\/(?:[^?#]*?\/)?(?=https?%3A%2F%2F)/i.exec(outer) ?? [];
  if (before === undefined) return null;
  return signedOr(decoded(/^[^/?#]*/.exec(outer.slice(before.length))?.[0] ?? ""));
}

function inQuery(outer: string): string | null {
  const { query } = cutUrl(outer);
  if (query === null) return null;
  if (isAddress(query)) return signedOr(outer.slice(outer.indexOf("?") + 1));
  let at = 0;
  for (const { name, value, text } of cutQuery(query)) {
    const isNameless = /^https?%/i.test(name);
    const raw = isAddress(value) ? toSignature(query.slice(at + name.length + 1)) : null;
    const held = signedOr(raw ?? decoded(isNameless ? text : (value ?? "")));
    if (held !== null) return held;
    at += text.length + 1;
  }
  return null;
}

function behindHash(outer: string): string | null {
  const fragment = cutAt(outer, "#")[1] ?? "";
  return /^\/?https?[:%]/i.test(fragment) ? signedOr(decoded(fragment.replace(/^\//, ""))) : null;
}

function decoded(text: string): string {
  let url = text;
  for (let layer = 0; layer < 3 && /^https?%/i.test(url); layer++) url = unescapeText(url);
  return url;
}

const URL_START = /^https?:\/{1,2}(?=[\w-]+(?:\.[\w-]+)+(?::\d+)?[/?])/i;

/** The text with both slashes, where it is a signed URL. */
function signedOr(text: string): string | null {
  const url = text.replace(URL_START, (scheme) => (scheme.endsWith("//") ? scheme : `${scheme}/`));
  return URL_START.test(text) && isSigned(url) ? url : null;
}
