import type { UrlText } from "../../signing/types";
import { cutQuery, escapeText, withoutBreaks } from "../../signing/url-text";

/** The path of a render link: `/v1/API_KEY/FORMAT`, or with a token before the format. */
export interface RenderPath {
  readonly apiKey: string;
  /** As pasted; `null` when the link is not signed. */
  readonly token: string | null;
  /** `null` when the link names none. */
  readonly format: string | null;
  /** True when the token does not stand between API key and format. */
  readonly misplaced: boolean;
  /** A `/` after the format, which belongs to nothing. */
  readonly tail: string;
}

const API_HOST = /^https?:\/\/(?:[^/@]*@)?api[\w-]*\.urlbox\.(?:com|io)(?::\d+)?$/i;
const RENDERED = /^(?:png|jpe?g|avif|webp|pdf|svg|html|mp4|webm|gif|md|mhtml)$/i;
const TOKEN = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/i;

/**
 * Whether a text is a request to Urlbox or the address of a page to capture. `/v1/` on one of the vendor's hosts is; on any
 * other host it is when format or query show it, because a page may well live under `/v1/` too.
 */
export function isRenderLink({ origin, path, query }: UrlText): boolean {
  if (origin === "" || !path.startsWith("/v1/")) return false;
  if (API_HOST.test(origin)) return true;
  const segments = path.split("/");
  if (segments.length < 4 || segments.length > 6) return false;
  const { format, token } = readPath(path);
  if (format !== null && RENDERED.test(format)) return true;
  return token !== null || cutQuery(query ?? "").some(({ name }) => name === "url" || name === "html");
}

/** Whether an address is one of the vendor's own API hosts. */
export function isApiHost({ origin }: UrlText): boolean {
  return API_HOST.test(origin);
}

/** Reads `/v1/API_KEY[/TOKEN]/FORMAT`, and tells a token by its form where it stands in another's place. */
export function readPath(path: string): RenderPath {
  const tail = path.length > 1 && path.endsWith("/") ? "/" : "";
  const [, , a = "", b, c, ...more] = path.slice(0, path.length - tail.length).split("/");
  if (b === undefined) return { apiKey: a, token: null, format: null, misplaced: false, tail };
  if (c === undefined) {
    return TOKEN.test(b)
      ? { apiKey: a, token: b, format: "png", misplaced: true, tail }
      : { apiKey: a, token: null, format: b, misplaced: false, tail };
  }
  if (TOKEN.test(c) && !TOKEN.test(b)) return { apiKey: a, token: c, format: b, misplaced: true, tail };
  if (TOKEN.test(a) && !TOKEN.test(b)) return { apiKey: b, token: a, format: c, misplaced: true, tail };
  return { apiKey: a, token: b, format: [c, ...more].join("/"), misplaced: false, tail };
}

/** The path that `readPath` read, with its token where it belongs. */
export function renderPath({ apiKey, token, format, tail }: RenderPath): string {
  return `/v1/${apiKey}/${token === null ? "" : `${token}/`}${format ?? ""}${tail}`;
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
