import { unescapeText } from "../escapes";
import { cutAt, cutQuery, cutUrl, hostOf } from "../url-text";
import { toSignature } from "./openers";
import { type IsVendors, isSigned, segmentOf } from "./signed";

/** What a URL holds that no listed service made, and whose URL it is, as users read it. */
interface Held {
  readonly url: string;
  readonly name: string;
}

/** Whether a URL is the one that is meant, by the name of the parameter in whose value it stands, and the path before that. */
type IsMeant = (inner: string, name: string, path: string) => boolean;

/**
 * The signed URL that stands whole in the path, the query or behind the “#” of another one, as proxies, readers and redirects of any name
 * have it; `null` where there is none. In a parameter it may be the source of a URL that is to be signed, unless it is the vendor's.
 */
export function heldBy(outer: string, isVendors: IsVendors): Held | null {
  return held(outer, (inner, name, path) => !mayBeSource(name, path) && (isVendors(inner) || isLink(inner)));
}

/** The same, in whatever parameter it stands. */
export function mayBeHeldBy(outer: string): Held | null {
  return held(outer, () => true);
}

function held(outer: string, isMeant: IsMeant): Held | null {
  const { origin } = cutUrl(outer);
  const host = hostOf(origin);
  if (!/^https?:/i.test(origin) || host === "") return null;
  const url = inPath(outer, isMeant) ?? inQuery(outer, isMeant) ?? behindHash(outer);
  return url === null ? null : { url, name: `a URL of ${host}` };
}

/** The signature behind one that is not escaped may be of the outer URL, whose path it then is; that in the path of a link is not. */
function inPath(outer: string, isMeant: IsMeant): string | null {
  const [before] = /^https?:\/\/[^/?#]+\/(?:[^?#]*?\/)?(?=https?(?::\/|%3A%2F%2F))/i.exec(outer) ?? [];
  if (before === undefined) return null;
  const rest = outer.slice(before.length);
  if (/^https?%/i.test(rest)) return signedOr(decoded(/^[^/?#]*/.exec(rest)?.[0] ?? ""));
  const held = signedOr(rest);
  return held !== null && isLink(held) && isMeant(held, "", "") ? held : null;
}

function inQuery(outer: string, isMeant: IsMeant): string | null {
  const { path, query } = cutUrl(outer);
  if (query === null) return null;
  if (/^https?:\/\//i.test(query)) return signedOr(outer.slice(outer.indexOf("?") + 1));
  let at = 0;
  for (const { name, value, text } of cutQuery(query)) {
    const isNameless = /^https?%/i.test(name);
    const raw = /^https?:\/\//i.test(value ?? "") ? toSignature(query.slice(at + name.length + 1)) : null;
    const held = signedOr(raw ?? decoded(isNameless ? text : (value ?? "")));
    const isHeld = held !== null && (raw === null || isLink(held));
    if (isHeld && (isNameless || isMeant(held, name, path))) return held;
    at += text.length + 1;
  }
  return null;
}

function behindHash(outer: string): string | null {
  const fragment = cutAt(outer, "#")[1] ?? "";
  return /^\/?https?[:%]/i.test(fragment) ? signedOr(decoded(fragment.replace(/^\//, ""))) : null;
}

const isLink = (url: string) => segmentOf(url) !== undefined;

/** Whether a vendor’s own URL, on whatever host, names its source or another image in it so. */
function mayBeSource(name: string, path: string): boolean {
  return SOURCES.test(name) || /^\/+v1\//i.test(path);
}

const SOURCES = /^(?:src|source|image|img|logo|layer|mask|frame|bg|background)$|overlay|watermark/i;

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
