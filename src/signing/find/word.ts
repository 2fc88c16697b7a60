import { cutAt } from "../url-text";
import { closingQuote, fromSingleQuotes, untilQuote } from "./apostrophes";
import { decodeEntities, ENTITY, inScript, openTag } from "./html";
import { fromDoubleQuotes, fromEscapedQuotes, wordInLiteral } from "./literal";
import { closedByMarkup } from "./markup";
import { cutBehindSignature } from "./signed";

/** A URL, or a piece of one, as its surroundings close it. */
export interface Word {
  /** With the spelling of its surroundings undone. */
  readonly url: string;
  /** What it stood in, as users read it. */
  readonly where: string;
  /** How much of the text it took, in UTF-16 units. */
  readonly length: number;
}

/**
 * The URL that begins with `text`: what opened it before tells how it is closed. What stands around it (quotes, brackets,
 * markup, the end of a sentence, characters that nobody sees) is never a part of it.
 */
export function readWord(before: string, text: string, inHtml: boolean): Word {
  const escaped = ESCAPED_QUOTE.exec(before.slice(-8))?.[0];
  if (escaped) {
    const closer = /apos|39|27/.test(escaped) ? ESCAPED_APOSTROPHE : ESCAPED_END;
    return fromHtml(text.slice(0, closer.exec(text)?.index ?? firstWord(before, text).length));
  }
  const tag = openTag(before);
  if (tag !== null) return fromHtml(fromTag(tag, text));
  const word = fromText(before, text);
  // What looks like a tag may be a name in angle brackets, as in a stack trace: only what is spelled as HTML is called so.
  const isSpelled = inHtml && word.url.search(ENTITY) >= 0 && word.where !== "JSON" && !inScript(before);
  return isSpelled ? fromHtml(word.url) : word;
}

/** HTML's own spelling of a quote or angle bracket. */
const ESCAPED_QUOTE = /&(?:quot|apos|lt|#0?34|#x22|#0?39|#x27|#60);$/i;
const ESCAPED_END = /&(?:quot|gt|lt|#0?34|#x22|#62);|[\s"<>]/i;
const ESCAPED_APOSTROPHE = /&(?:apos|gt|lt|#0?39|#x27|#62);(?![\w%])|[\s"<>]/i;

function fromHtml(html: string): Word {
  return { url: decodeEntities(html), where: "HTML", length: html.length };
}

function fromTag(tag: string, text: string): string {
  const quote = tag.at(-1);
  if (quote !== '"' && quote !== "'") return fromText(tag, text).url;
  const value = cutAt(text, quote)[0];
  return /srcset\s*=\s*["']$/i.test(tag.slice(-16)) ? fromText(" ", value).url : value;
}

const CLOSERS: Readonly<Record<string, string>> = {
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

function fromText(before: string, text: string): Word {
  const opener = before.at(-1) ?? "";
  if (opener === '"') {
    const literal = before.endsWith('\\"') ? fromEscapedQuotes(text) : fromDoubleQuotes(text);
    return { ...literal, url: cutBehindSignature(literal.url).replace(SPACE_AROUND, "") };
  }
  if (opener === "'") return fromApostrophe(text);
  if (opener === "`" && !cutAt(text, "\n")[0].includes("`")) return fromApostrophe(text);
  const closers = CLOSERS[opener];
  if (closers) return wordOf(cutBehindSignature(shortest(text, closers)).trimEnd(), "quotes");
  if (opener === "<") return fromAngles(cutAt(text, ">")[0]);
  const first = firstWord(before, text);
  const literal = wordInLiteral(first);
  if (literal) return { ...literal, url: withoutEnd(literal.url) };
  const { own, where } = closedByMarkup(before, first, text);
  return wordOf(withoutEnd(own), where);
}

function fromApostrophe(text: string): Word {
  const end = closingQuote(text);
  const own = cutBehindSignature(end < 0 ? firstWord("", text) : text.slice(0, end)).trimEnd();
  return { url: fromSingleQuotes(own), where: "quotes", length: own.length };
}

/** A word of a sentence without what ends the sentence, and without what stands behind a whole signature. */
export function withoutEnd(text: string): string {
  const word = cutBehindSignature(text).replace(/(?:\\[nrt])+$/, "");
  return SHORTENED.test(word) ? word : word.slice(0, word.length - trailing(word));
}

/** Dots behind so few digits, or none, stand for the others; behind more they may end a sentence, which a signature that was cut has ended, too. */
const SHORTENED = /[?&;]signature=[\da-f]{0,19}(?:\.{2,4}|…)$/i;

function wordOf(url: string, where: string): Word {
  return { url, where, length: url.length };
}

/** White space and characters that nobody sees, at the end. */
const SPACE_AROUND = /[\s\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]{1,99}$/;

/** Slack writes `<url|text>` and escapes “&” as HTML does, in a link without a text, too. */
function fromAngles(inside: string): Word {
  const [url, label] = cutAt(inside, "|");
  const own = cutBehindSignature(url).replace(SPACE_AROUND, "");
  if (label === null && (!own.includes("&amp;") || /&(?!amp;|lt;|gt;)/.test(own)))
    return wordOf(own, "angle brackets");
  return { url: decodeEntities(own), where: "Slack’s markup", length: own.length };
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

/**
 * To the next white space, quote or angle bracket; a backslash that continues a line is no part of it, PowerShell’s “`” before “&”
 * is. What stands in angle brackets for a signature is one.
 */
const WORD =
  /^(?:[^\s\p{Cc}"`<>\\]|\\(?!\r?\n)|`(?=&)|(?<=[?&;]signature=|\/v1\/[^/\s]{1,80}\/)<[\w .-]{0,30}(?:tok|sig|hash|hmac|digest|digits|your|here|redact|remov|hidden|filter|mask|snip)[\w .-]{0,30}>)*/iu;

function firstWord(before: string, text: string): string {
  return untilQuote(before, WORD.exec(text)?.[0] ?? "", text);
}

const OPENERS: Readonly<Record<string, string>> = { ")": "(", "]": "[", "}": "{" };
const SENTENCE_END = /[.,;:!?…”’“»›。！？，；、]|(?![)\]}])\p{Pe}/u;

/** How many characters at the end belong to what is around the URL; a bracket or a quotation that it opened itself does not. */
function trailing(word: string): number {
  let end = word.length;
  const surplus = new Map(
    Object.entries(OPENERS).map(([close, open]) => [close, count(word, close) - count(word, open)]),
  );
  surplus.set("'", count(word, "'") % 2);
  for (; end > 0; end--) {
    const char = word.charAt(end - 1);
    const left = surplus.get(char);
    if (left === undefined ? !SENTENCE_END.test(char) && !SPACE_AROUND.test(char) : left <= 0) break;
    if (left !== undefined) surplus.set(char, left - 1);
  }
  return word.length - end;
}

function count(text: string, char: string): number {
  return text.split(char).length - 1;
}
