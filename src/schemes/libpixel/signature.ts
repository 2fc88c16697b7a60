import type { FoundSignature, UrlText } from "../../signing/types";
import { cutQuery, type Parameter, withoutBreaks } from "../../signing/url-text";

const LABEL = "&signature=";

/**
 * Where the query ends that is signed, in a URL as this vendor’s clients write it: one signature, behind other parameters,
 * last, and no other text like its name. −1 for others, which are cut parameter by parameter; a file holds a million of these.
 */
export function plainEnd({ query }: UrlText): number {
  const end = query?.lastIndexOf(LABEL) ?? -1;
  if (query === null || end < 1 || query.indexOf("signature") !== end + 1) return -1;
  return query.indexOf("&", end + 1) < 0 && query.indexOf("signature", end + LABEL.length) < 0 ? end : -1;
}

/** The signature of such a query. */
export function foundAt({ origin, path, query }: UrlText, end: number): FoundSignature {
  const at = end + LABEL.length;
  return { text: query?.slice(at) ?? "", start: origin.length + path.length + 1 + at, misplaced: null };
}

/** `&amp;signature=` copied from HTML source is meant as one, though LibPixel does not read it; link tracking escapes its `;`. */
const isSignature = ({ name }: Parameter) => /^(?:amp(?:;|%3[Bb]))*signature$/.test(withoutBreaks(name));

/** Cutting a megabyte into its parameters takes longer than to sign it. */
const mayBeSigned = (query: string | null): query is string =>
  query !== null && withoutBreaks(query).includes("signature");

/** The query without its signatures; `null` where nothing is left. */
export function withoutSignature(query: string | null): string | null {
  if (!mayBeSigned(query)) return query;
  const parameters = cutQuery(query);
  const left = parameters.filter((parameter) => !isSignature(parameter));
  if (left.length === parameters.length) return query;
  return left.length === 0 ? null : left.map((parameter) => parameter.text).join("&");
}

/** The last `signature` parameter is the one to check; one in the fragment never reaches the server. */
export function findSignature(typed: UrlText): FoundSignature | null {
  const parameters = mayBeSigned(typed.query) ? cutQuery(typed.query) : [];
  const index = parameters.findLastIndex(isSignature);
  const beforeQuery = typed.origin.length + typed.path.length + 1;
  const parameter = parameters[index];
  if (!parameter)
    return findInFragment(typed, beforeQuery + (typed.query === null ? 0 : typed.query.length + 1));
  const before = parameters.slice(0, index).reduce((length, { text }) => length + text.length + 1, 0);
  const escaped = withoutBreaks(parameter.name) !== "signature";
  const twice = parameters.filter(isSignature).length > 1;
  const last = index === parameters.length - 1;
  return {
    text: parameter.value ?? "",
    start: beforeQuery + before + parameter.name.length + (parameter.value === null ? 0 : 1),
    misplaced: escaped ? "url-html-escaped" : twice ? "signature-twice" : last ? null : "signature-not-last",
  };
}

/**
 * After a `#`, which may be that of an escape in HTML: WordPress writes `&#038;` for `&`, PHP `&#039;` for `'`, Handlebars
 * `&#x3D;` for `=`. A page may well have a section named
 * “signature=intro”: only what is as long as a signature is one.
 */
const FRAGMENT_SIGNATURE =
  /(^|[?&](?:amp;)*|&?#?(?:0{0,6}38|x0{0,6}26);)signature(?:=|&#(?:x3d|61);)([0-9A-Za-z+/_=%\t\n\r-]{20}[^&]*)/i;

function findInFragment(typed: UrlText, start: number): FoundSignature | null {
  const match = FRAGMENT_SIGNATURE.exec(typed.fragment ?? "");
  if (!match) return null;
  const text = match[2] ?? "";
  return {
    text,
    start: start + match.index + match[0].length - text.length,
    misplaced:
      match[1]?.endsWith(";") || isEscapesRest(typed.fragment ?? "")
        ? "url-html-escaped"
        : "signature-after-fragment",
  };
}

/** What an escape of `&` in HTML leaves behind its own `#`. */
const isEscapesRest = (fragment: string) => /^(?:0{0,6}38|x0{0,6}26);/i.test(fragment);

/** Whether the signature stands behind the `#`. */
export function inFragment({ origin, path, query }: UrlText, found: FoundSignature | null): boolean {
  return found !== null && found.start > origin.length + path.length + (query?.length ?? 0) + 1;
}

/** The fragment without its signature; `null` where nothing is left. */
export function withoutFragmentSignature(fragment: string | null): string | null {
  return fragment?.replace(FRAGMENT_SIGNATURE, "") || null;
}
