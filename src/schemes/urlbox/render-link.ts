import { escapeText } from "../../signing/escapes";
import type { UrlText } from "../../signing/types";
import { cutQuery, withoutBreaks } from "../../signing/url-text";
import { isBase64, isHex, isToken, isWholeToken, mayBeToken } from "./token-text";

/** The path of a render link: `/v1/API_KEY/FORMAT`, or with a token before the format. */
export interface RenderPath {
  readonly apiKey: string;
  /** As pasted; `null` when the link is not signed. */
  readonly token: string | null;
  /** `null` when the link names none. */
  readonly format: string | null;
  /** Where the token does not stand alone between API key and format: which mistake that is. */
  readonly misplaced: "token-misplaced" | "signature-twice" | null;
  /** A `/` after the format, which belongs to nothing. */
  readonly tail: string;
}

const API_HOST = /^https?:\/\/(?:[^/@]*@)?api[\w-]*\.urlbox\.(?:com|io)(?::\d+)?$/i;
/** What a link may ask for. */
export const FORMATS: readonly [string, ...string[]] = [
  "png",
  "jpg",
  "jpeg",
  "avif",
  "webp",
  "pdf",
  "svg",
  "html",
  "mp4",
  "webm",
  "gif",
  "md",
  "mhtml",
];
const DOTS = /^(?:\.|%2e){0,2}$/i;

export function isFormat(text: string): boolean {
  return FORMATS.includes(withoutBreaks(text).toLowerCase());
}

/**
 * Whether a text is a request to Urlbox or the address of a page to capture. `/v1/` on one of the vendor's hosts is, however
 * it is misspelled; on any other host it is when query or token show it, because a page may well live there too.
 */
export function isRenderLink({ origin, path, query }: UrlText): boolean {
  if (API_HOST.test(withoutBreaks(origin)))
    return /^\/+v1(?:\/|$)/i.test(path) || cutFirst(path) !== null || lacksVersion(path);
  if (!path.startsWith("/v1/")) return false;
  const { format, token } = readPath(path);
  if (token !== null && isToken(token, format !== null && isFormat(format))) return true;
  const segments = path.split("/");
  if (segments.length < 4 || segments.length > 6) return false;
  return cutQuery(query ?? "").some(
    ({ name, value }) => name === "url" || name === "html" || (name === "token" && isHex(value ?? "")),
  );
}

const SIGNED_PATH = /^((?:\/[\w.~%-]+)*)(\/v1\/[^/]+\/(?:[0-9a-f]{40}|[0-9a-f]{64})\/([^/]+)\/?)$/i;

/**
 * A whole render link but for its host, behind which a proxy may have a folder for it. Others have paths below `/v1/`, too: key, digits,
 * format and page are all asked for.
 */
export function isSignedPath({ origin, path, query }: UrlText): boolean {
  const [, folder, , format] = SIGNED_PATH.exec(path) ?? [];
  if (format === undefined || !isFormat(format) || (folder && !origin)) return false;
  return /^(?:.*&)?(?:url|html)=/s.test(query ?? "") && !/^[^?]*&signature=[0-9a-f]{40}$/i.test(query ?? "");
}

/** A link behind a folder of somebody's own proxy, with the folder in its origin: neither is signed. */
export function behindFolder(text: UrlText): UrlText {
  const [, folder = "", path = ""] = isSignedPath(text) ? (SIGNED_PATH.exec(text.path) ?? []) : [];
  return folder ? { ...text, origin: text.origin + folder, path } : text;
}

/** On the vendor’s host: key, format and maybe a token between them, as in a render link, but no `/v1`. */
export function lacksVersion(path: string): boolean {
  const [, first, format] = /^\/([^/]+)\/(?:(?!v1\/)[^/]+\/)?([^/]+)\/?$/.exec(path) ?? [];
  return format !== undefined && isFormat(format) && !/^v1$/i.test(first ?? "");
}

/** A token before `/v1/`, and the path without it. */
function cutFirst(path: string): [token: string, rest: string] | null {
  const at = path.indexOf("/", 1);
  const token = path.slice(1, at);
  return at > 0 && path.startsWith("/v1/", at) && isToken(token, true) ? [token, path.slice(at)] : null;
}

/** Whether an address is one of the vendor's own API hosts. */
export function isApiHost({ origin }: UrlText): boolean {
  return API_HOST.test(withoutBreaks(origin));
}

/**
 * Reads `/v1/API_KEY[/TOKEN]/FORMAT`, and tells a token by its form where it stands in another's place. An API key may look
 * like a token, too: the vendor's own order decides wherever it is possible.
 */
export function readPath(path: string): RenderPath {
  const first = cutFirst(path);
  if (first) return { ...readPath(first[1]), token: first[0], misplaced: "token-misplaced" };
  const tail = path.length > 1 && path.endsWith("/") ? "/" : "";
  const [, , ...segments] = path.slice(0, path.length - tail.length).split("/");
  const [a = "", b, c, ...more] = segments;
  if (b === undefined) return { apiKey: a, token: null, format: null, misplaced: null, tail };
  if (c === undefined) {
    return isToken(b, false)
      ? { apiKey: a, token: b, format: "png", misplaced: "token-misplaced", tail }
      : { apiKey: a, token: null, format: b || null, misplaced: null, tail };
  }
  const torn = more.length > 0 ? readTorn(segments) : null;
  if (torn) return { ...torn, tail };
  if (more.length === 1 && more[0] && isFormat(more[0]) && isToken(b, true) && isToken(c, true))
    return { apiKey: a, token: c, format: more[0], misplaced: "signature-twice", tail };
  const format = [c, ...more].join("/");
  if (more.length === 0 && isToken(c, isFormat(b)) && !isToken(b, false))
    return { apiKey: a, token: c, format: b || "png", misplaced: "token-misplaced", tail };
  if (DOTS.test(b))
    return { apiKey: a, token: null, format: b === "" ? format : `${b}/${format}`, misplaced: null, tail };
  if (isWholeToken(a) && isFormat(c) && !mayBeToken(b))
    return { apiKey: b, token: a, format, misplaced: "token-misplaced", tail };
  return { apiKey: a, token: b, format, misplaced: null, tail };
}

/** A token in base64 that its own `/` has torn into segments, in each place where one is looked for. */
function readTorn(segments: readonly string[]): Omit<RenderPath, "tail"> | null {
  const count = segments.length;
  // Longer texts are no token, and need not be joined.
  if (count > 24) return null;
  const [first = "", second = ""] = segments;
  const last = segments[count - 1] ?? "";
  const middle = segments.slice(1, -1).join("/");
  if (isFormat(last) && isBase64(middle))
    return { apiKey: first, token: middle, format: last, misplaced: null };
  const end = segments.slice(2).join("/");
  if (isFormat(second) && isBase64(end))
    return { apiKey: first, token: end, format: second, misplaced: "token-misplaced" };
  const start = segments.slice(0, -2).join("/");
  if (isFormat(last) && isBase64(start))
    return { apiKey: segments[count - 2] ?? "", token: start, format: last, misplaced: "token-misplaced" };
  return null;
}

/** The path that `readPath` read, with its token where it belongs. */
export function renderPath({ apiKey, token, format, tail }: RenderPath): string {
  return `/v1/${apiKey}/${token === null ? "" : `${token}/`}${format ?? ""}${tail}`;
}

/** Of what is no render link; a link on a host of one's own that lacks its “url” has the form of one but for that. */
export function takenAsPage({ path }: UrlText, then: string): string {
  const isLike = path.startsWith("/v1/") && lacksVersion(path.slice("/v1".length));
  return `This is no render link (/v1/API_KEY/FORMAT?url=…), so it was taken as the page to capture${then}${isLike ? " If it is meant as one, its query lacks “url” or “html”." : ""}`;
}

/** A render link for a page, percent-encoded so that every client sends it alike. */
export function buildLink(page: string, apiKey: string, format: string): UrlText {
  const url = escapeText(withoutBreaks(page));
  return {
    origin: "https://api.urlbox.com",
    path: `/v1/${escapeText(apiKey)}/${escapeText(format)}`,
    query: `url=${url}`,
    fragment: null,
  };
}
