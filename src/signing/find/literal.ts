import { cutAt } from "../url-text";

/** What a literal in double quotes holds, and how much of the text it took. */
export interface Literal {
  readonly url: string;
  readonly where: "quotes" | "JSON";
  readonly length: number;
}

/** A URL that was copied from JSON without its quotes; `null` for other texts. It is recognised by “\u0026” where no “&” stands as it is. */
export function unquotedJson(text: string): string | null {
  if (!text.includes("\\u0026") || /&|\S\s+\S/.test(text)) return null;
  return fromJson(text.trim());
}

/** The literal whose opening `"` stands before the text. */
export function fromDoubleQuotes(text: string): Literal {
  const inside = /^(?:[^"\\]|\\[\s\S])*/.exec(text)?.[0] ?? "";
  const once = inside.includes("\\") ? fromJson(inside) : null;
  // Ruby prints an error escaped twice.
  const url = once !== null && /\\u[0-9a-f]{4}/i.test(once) ? (fromJson(once) ?? once) : once;
  if (url !== null) return { url, where: "JSON", length: inside.length };
  const plain = cutAt(text, '"')[0];
  return { url: plain, where: "quotes", length: plain.length };
}

/** JSON written into a string of JSON, as logs do: its opening `\"` stands before the text. */
export function fromEscapedQuotes(text: string): Literal {
  const inside = cutAt(cutAt(text, '\\"')[0], '"')[0];
  const once = fromJson(inside) ?? inside;
  return { url: fromJson(once) ?? once, where: "JSON", length: inside.length };
}

/** What ends a word inside of a literal: its white space, quotes and angle brackets, as they are escaped there. */
const WORD_END = /\\{1,4}(?:["nrt]|u00(?:0[9ad]|2[02]|3[ce]))/i;

/**
 * A word in the middle of a literal, as a log’s message or request line holds it; `null` where nothing tells that it stands in one.
 * It is recognised by an ASCII character that is escaped as `\u0026`, or by the `\/` it begins with.
 */
export function wordInLiteral(text: string): Literal | null {
  if (!text.includes("\\")) return null;
  if (!/^\\+\/|\\u00[2-7][\da-f]/i.test(text) || (text.includes("\\u0026") && text.includes("&")))
    return null;
  const inside = text.split(WORD_END)[0]?.replace(/\\{1,4}$/, "") ?? "";
  const once = fromJson(inside);
  if (once === null) return null;
  // A log in a log is escaped twice.
  const url = /\\u[\da-f]{4}|^\\\//i.test(once) ? (fromJson(once) ?? once) : once;
  return { url, where: "JSON", length: inside.length };
}

/** `null` when it is not JSON after all: then the backslashes are the URL's own. */
function fromJson(inside: string): string | null {
  try {
    return String(JSON.parse(`"${inside}"`));
  } catch {
    return null;
  }
}
