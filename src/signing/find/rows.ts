import { type IsVendors, isSigned } from "./signed";

/** More URLs of a line are not looked at. */
const MOST_CELLS = 40;

/** Another URL of a line, behind white space or what parts cells; it may be quoted. */
const OTHER = /(?<=[\s,;|]["'“(<[]?)https?:\/\/\S+?(?=[,;|]{1,3}https?:\/\/|\s|$)/gi;

/**
 * Whether a text begins with a URL that is not signed, as of a page, and nothing but what parts two URLs or two cells stands
 * between it and a signed one, which is meant. Words between may be the text of a parameter.
 */
export function isRowWithSigned(text: string, isVendors: IsVendors): boolean {
  const [line = ""] = /^[^\r\n]*/.exec(text) ?? [];
  let count = 0;
  for (const { 0: url, index } of line.matchAll(OTHER)) {
    if (count++ === MOST_CELLS) return false;
    if (!isSigned(url)) continue;
    const opened = line.slice(0, index);
    const head = opened.replace(/["'“(<[]$/, "");
    if (head === opened && !/\s/.test(head)) return cellBefore(line, isVendors) !== null;
    const first = withoutSeparator(/^\S+/.exec(head)?.[0] ?? "");
    return (head.includes("\t") || (isParted(head) && !isText(first))) && areTwo(first, url, isVendors);
  }
  return false;
}

/**
 * The URL that a text begins with, where only a comma, a semicolon or a bar stands between it and a signed one: they are cells.
 * `null` where it goes on, as a list of URLs in a parameter does.
 */
export function cellBefore(text: string, isVendors: IsVendors): string | null {
  const [first] = /^[^\s"`<>]{0,8000}?(?=[,;|]{1,3}https?:\/\/)/i.exec(text) ?? [];
  if (first === undefined || /https?:\/\//i.test(first.slice(8)) || isText(first)) return null;
  const rest = text.slice(first.length).replace(/^[,;|]+/, "");
  const [cells = ""] = /^[^\s"`<>]{0,20000}/.exec(rest) ?? [];
  const signed = cells.split(/[,;|]{1,3}(?=https?:\/\/)/i, MOST_CELLS).find(isSigned);
  return signed !== undefined && areTwo(first, signed, isVendors) ? first : null;
}

/** Of a vendor's URL what follows may be a parameter, unless it is the vendor's, too, or of one site. */
function areTwo(first: string, signed: string, isVendors: IsVendors): boolean {
  if (isSigned(first) || first.endsWith("=") || !/\?|\/v1\//.test(signed)) return false;
  return !isVendors(first) || isVendors(signed) || siteOf(first) === siteOf(signed);
}

function siteOf(url: string): string {
  return /^https?:\/\/[^/?#]+/i.exec(url)?.[0].toLowerCase() ?? "";
}

/** Whether only URLs and separators, or the cells between two separators, follow the first word. */
function isParted(head: string): boolean {
  if (/^\S+?\s?[,;|]\s.*[,;|]\s*$/.test(head)) return true;
  const [, ...between] = head.trim().split(/\s+/);
  return between.every((word) => /^(?:https?:\/\/.*|[^\p{L}\p{N}]{1,3}|and|vs\.?)$/iu.test(word));
}

/** Whether a URL ends in a parameter for words: more of them may follow. */
function isText(url: string): boolean {
  return /[?&;](?:text|q|query|s|search|title|subject|body|message|msg|comment|caption|description|note|html)=[^&]*[^\d&][^&]*$/i.test(
    url,
  );
}

function withoutSeparator(word: string): string {
  return word.replace(/[,;|]{1,3}$/, "");
}
