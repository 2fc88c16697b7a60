import { findCurlUrl, isCurl } from "./curl";
import { cutAt } from "./url-text";

/** A URL found inside a larger paste. */
export interface FoundUrl {
  /** As it stands there, with the quoting of its surroundings undone. */
  readonly url: string;
  /** Its offset in the paste, in UTF-16 units; `null` when undoing the quoting changed it. */
  readonly start: number | null;
  readonly where: "a curl command" | "HTML" | "quotes" | "angle brackets" | "JSON" | "the pasted text";
}

/**
 * The URL in a curl command, an HTML tag, a log line, quotes or brackets; `null` when the text has none or is itself one.
 * In HTML the entities are decoded, in a shell command and JSON the escapes: there they are spelling, not part of the URL.
 * Among several, one that carries a signature is meant, or else a render link.
 */
export function findUrl(pasted: string): FoundUrl | null {
  if (/^\s*https?:\/\//i.test(pasted)) return findUnquoted(pasted) ?? findLeading(pasted);
  if (isCurl(pasted)) {
    const word = findCurlUrl(pasted);
    if (!word) return null;
    const start = pasted.startsWith(word.text, word.start) ? word.start : null;
    return { url: word.text, where: "a curl command", start };
  }
  let best: FoundUrl | null = null;
  for (const found of candidates(pasted)) if (!best || rank(found.url) > rank(best.url)) best = found;
  // The line of an access log names the path that was asked for; the one address in it is the referrer.
  if (best && rank(best.url) === 0 && /"(?:GET|HEAD|POST|PUT|OPTIONS) \//.test(pasted)) return null;
  return best;
}

/** A paste may hold any number of URLs; more are not looked at. */
const MOST_CANDIDATES = 40;

function* candidates(pasted: string): Generator<FoundUrl> {
  const pattern = /https?:(?:\\*\/){2}/gi;
  const tag = TAG.exec(pasted)?.index ?? Number.POSITIVE_INFINITY;
  for (let count = 0; count < MOST_CANDIDATES; count++) {
    const match = pattern.exec(pasted);
    if (!match) return;
    const before = pasted.slice(0, match.index);
    if (count === 0 && !isWrapping(before)) return;
    const { url, where, length } = read(before, pasted.slice(match.index), tag < match.index);
    yield { url, where, start: pasted.startsWith(url, match.index) ? match.index : null };
    pattern.lastIndex = match.index + Math.max(length, match[0].length);
  }
}

function rank(url: string): number {
  return /[?&;#]signature=/.test(url) ? 2 : url.includes("/v1/") ? 1 : 0;
}

/** A URL of JSON without its quotes, which an escaped “&” gives away where no “&” is raw. */
function findUnquoted(pasted: string): FoundUrl | null {
  if (!pasted.includes("\\u0026") || /&|\S\s+\S/.test(pasted)) return null;
  const url = fromJson(pasted.trim());
  return url === null ? null : { url, where: "JSON", start: null };
}

/**
 * A text that begins with its URL, of several lines with a URL each the first. White space may be the URL's own, to be escaped; but behind a whole signature in hex,
 * other words or the end of a sentence are not, unless parameters follow them.
 */
function findLeading(pasted: string): FoundUrl | null {
  const start = pasted.length - pasted.trimStart().length;
  const [line] = /^\S*[^\s=](?=[ \t]*[\r\n]\s*https?:\/\/)/i.exec(pasted.slice(start)) ?? [];
  if (line) return { url: line, where: "the pasted text", start };
  const pattern = /[?&;#]signature=(?:[0-9a-f]{40}|[0-9a-f]{64})(?![0-9a-f])/gi;
  for (let match = pattern.exec(pasted); match; match = pattern.exec(pasted)) {
    const end = match.index + match[0].length;
    if (!AFTER_URL.test(pasted.slice(end, end + 200)) || /&[^\s=&]{1,40}=/.test(pasted.slice(end))) continue;
    return { url: pasted.slice(start, end), where: "the pasted text", start };
  }
  return null;
}

/** Words after white space, but no digits on a new line: those may be the rest of a broken one. Or a sentence's end. */
const AFTER_URL =
  /^(?:(?:[ \t]+|\s+(?![0-9a-f]+\s*(?:[&#]|$)))[\p{L}\p{N}"'(<[{|]|[.,;:!?)\]}”’»]{1,9}(?:\s|$))/u;

const CLOSERS: Readonly<Record<string, string>> = {
  "'": "'",
  "`": "`",
  "“": "”",
  "”": "”",
  "‘": "’",
  "„": "“”",
  "‚": "‘’",
  "«": "»",
  "»": "«",
  "‹": "›",
  "›": "‹",
};

const TAG = /<\/?[A-Za-z][A-Za-z0-9-]*(?:\s[^<>]*)?>/;
const ATTRIBUTE = /(?:^|[\s<])(?:src|href|srcset|poster|action|content|cite|data-[\w-]{1,30})=["']$/i;

/** Only a prefix that plainly isn't part of an address: `example.com/?u=https://…` is one URL. */
function isWrapping(before: string): boolean {
  return (
    /\S/.test(before) &&
    !/^\s*[\w-]+(?:\.[\w-]+)+(?::\d+)?[/?#]\S*$/.test(before) &&
    (/["'`“”„‘‚«»‹›<([{\s]/.test(before.trimStart()) || /^\s*[\w-]{1,40}[=:]$/.test(before))
  );
}

interface Piece extends Pick<FoundUrl, "url" | "where"> {
  /** How much of the text it took. */
  readonly length: number;
}

function read(before: string, text: string, inHtml: boolean): Piece {
  const tag = before.slice(before.lastIndexOf("<"));
  if (/^<[A-Za-z]/.test(tag) && !tag.includes(">")) return decoded(fromTag(tag, text));
  if (ATTRIBUTE.test(before.slice(-48))) return decoded(fromTag(before.slice(-48), text));
  const piece = fromText(before, text);
  if (inHtml && piece.where !== "JSON" && !/^<script/i.test(tag)) return decoded(piece.url);
  return piece;
}

function decoded(html: string): Piece {
  return { url: decodeEntities(html), where: "HTML", length: html.length };
}

function fromText(before: string, text: string): Piece {
  const opener = before.at(-1) ?? "";
  if (opener === '"') return before.endsWith('\\"') ? fromEscapedQuotes(text) : fromDoubleQuotes(text);
  const closers = CLOSERS[opener];
  if (closers) return piece(shortest(text, closers), "quotes");
  if (opener === "<") return piece(cutAt(text, ">")[0], "angle brackets");
  const word = firstWord(text);
  const own = opener === "(" ? word.slice(0, closing(word)) : word;
  return piece(own.slice(0, own.length - trailing(own)), "the pasted text");
}

function piece(url: string, where: FoundUrl["where"]): Piece {
  return { url, where, length: url.length };
}

/** The text before the first of these characters. */
function shortest(text: string, closers: string): string {
  let end = text.length;
  for (const closer of closers) {
    const at = text.indexOf(closer);
    if (at >= 0 && at < end) end = at;
  }
  return text.slice(0, end);
}

/** Where the bracket that was opened before the text is closed. */
function closing(word: string): number {
  let depth = 0;
  for (let at = 0; at < word.length; at++) {
    if (word.charAt(at) === "(") depth++;
    else if (word.charAt(at) === ")" && --depth < 0) return at;
  }
  return word.length;
}

function fromTag(tag: string, text: string): string {
  const quote = tag.at(-1);
  if (/srcset\s*=\s*["']$/i.test(tag.slice(-16))) return cutAt(firstWord(text), quote ?? "")[0];
  if (quote === '"' || quote === "'") return cutAt(text, quote)[0];
  return cutAt(firstWord(text), ">")[0];
}

function fromDoubleQuotes(text: string): Piece {
  const inside = /^(?:[^"\\]|\\[\s\S])*/.exec(text)?.[0] ?? "";
  const url = inside.includes("\\") ? fromJson(inside) : null;
  return url === null ? piece(cutAt(text, '"')[0], "quotes") : { url, where: "JSON", length: inside.length };
}

/** JSON written into a string of JSON, as logs do. */
function fromEscapedQuotes(text: string): Piece {
  const inside = shortest(cutAt(text, '\\"')[0], '"');
  const once = fromJson(inside) ?? inside;
  return { url: fromJson(once) ?? once, where: "JSON", length: inside.length };
}

/** `null` when it is not JSON after all: then the backslashes are the URL's own. */
function fromJson(inside: string): string | null {
  try {
    return String(JSON.parse(`"${inside}"`));
  } catch {
    return null;
  }
}

function firstWord(text: string): string {
  return /^[^\s"'`<>]*/.exec(text)?.[0] ?? "";
}

/** How many characters at the end belong to the sentence around the URL; a bracket that it opened itself does not. */
function trailing(word: string): number {
  let end = word.length;
  let surplus = word.split(")").length - word.split("(").length;
  for (; end > 0 && ".,;:!?)]}”’“»›".includes(word.charAt(end - 1)); end--)
    if (word.charAt(end - 1) === ")" && surplus-- <= 0) break;
  return word.length - end;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", quot: '"', apos: "'", lt: "<", gt: ">" };

/** Decodes the five named entities that XML knows, and numeric ones. */
export function decodeEntities(html: string): string {
  return html.replace(
    /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(amp|quot|apos|lt|gt));/gi,
    (whole, decimal, hex, name) => {
      if (name) return ENTITIES[String(name).toLowerCase()] ?? whole;
      const code = decimal ? Number(decimal) : Number.parseInt(String(hex), 16);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}
