import { closingQuote, fromSingleQuotes } from "./apostrophes";
import { isSigned } from "./signed";
import type { Word } from "./word";

/** The end of a string literal and the beginning of the next: `" + "`, `' .\n '`, `"\n"`, `" & _\n "`. */
const CODE =
  /(["'`])[ \t]*(?:(?:\+\+?|\.\.?|&|\|\||<>|~)[ \t]*)?(?:(?:[\\_`][ \t]*)?\r?\n[ \t]*(?:(?:\+\+?|\.\.?|&|\|\||<>|~)[ \t]*)?)?[fFrRbBuU@$]{0,2}\1/y;
/** The same with a comma or a call between: the parts of `join`, `concat` and `append`. */
const LIST = /(["'`])[ \t]*(?:,|\)\s*\.[ \t]*\w{1,20}\()[ \t]*(?:\r?\n[ \t]*)?\1/y;

/** A URL may be broken in so many places. */
export const MOST_JOINTS = 60;
export const LONGEST_PIECE = 4000;

/**
 * The literals that code puts together are one. A comma alone joins nothing: the cells of a CSV row, of an array and of a tuple
 * stand so. There what follows has to go on with the URL, or the code has to say that it joins.
 */
export function joinLiterals(text: string, start: number, word: Word): Word {
  const joined = joinedBy(CODE, text, start, word);
  const listed = joinedList(text, start, joined);
  // A list may as well hold URLs that have nothing to do with each other.
  const isOne = !isSigned(joined.url) || /^(?:[?&=]|.[?&])/.test(listed.url.slice(joined.url.length - 1));
  return isSigned(listed.url) && isOne ? listed : joined;
}

function joinedList(text: string, start: number, word: Word): Word {
  const whole = joinedBy(LIST, text, start, word, true);
  const isJoined = JOINS.test(text.slice(Math.max(0, start - 80), start));
  if (whole === word || isJoined || endOf(JOINED, text, start + whole.length) >= 0) return whole;
  return joinedBy(LIST, text, start, word);
}

function joinedBy(joint: RegExp, text: string, start: number, word: Word, isJoined = joint === CODE): Word {
  let { url } = word;
  let end = start + word.length;
  // CSV doubles a quote: `""` then is what stands around the URL.
  if (/(["'])\1$/.test(text.slice(Math.max(0, start - 2), start))) return word;
  for (let count = 0; count < MOST_JOINTS; count++) {
    const opened = endOf(joint, text, end);
    if (opened < 0) break;
    const quote = text.charAt(opened - 1);
    const rest = text.slice(opened, opened + LONGEST_PIECE);
    const length = quote === "'" ? closingQuote(rest) : rest.indexOf(quote);
    if (length < 0) break;
    const piece = rest.slice(0, length);
    if (!goesOnWith(url, piece, text.slice(end, opened), isJoined)) break;
    url += quote === "'" ? fromSingleQuotes(piece) : piece;
    end = opened + length;
  }
  return end === start + word.length
    ? word
    : { url, where: "code that puts it together", length: end - start };
}

/** Whether the next literal is a piece of this URL, by both and by what stands between them. */
function goesOnWith(url: string, piece: string, gap: string, isJoined: boolean): boolean {
  const isPlain = PLAIN_GAP.test(gap);
  // Another address is one of its own, unless code puts it into a parameter.
  if (/^\s*https?:/i.test(piece) && (isPlain || gap.includes(",") || !/[=/]$/.test(url))) return false;
  if (isPlain) return (!isSigned(url) && gap.includes("\n")) || isRestOfLink(url, piece);
  return isJoined || CALL.test(gap) || /[?&=%/]$/.test(url) || /^[?&=%]/.test(piece);
}

/** Nothing but white space between two literals: fields of a log and cells of a table stand so, too. */
const PLAIN_GAP = /^["'`]\s*[fFrRbBuU$@]{0,2}["'`]$/;

/** A call that puts one string behind another. */
const CALL = /\.[ \t]*(?:append\w*|concat\w*|add\w*|push|plus|write\w*|print)\(\s*["'`]$/i;

function isRestOfLink(url: string, piece: string): boolean {
  return /[?&=%/]$/.test(url) || /^[?&=%]|&[\w.%-]{1,60}=/.test(piece);
}

/** What joins a list by nothing, before its first literal: `"".join([`, `implode("", [`, `concat(`. */
const JOINS =
  /(?:(["'`])\1\s*\.\s*join\s*\(|\b(?:join|implode)\s*\(\s*(["'`])\2\s*,|\b(?:\w{0,20}concat\w{0,8}|paste0|strcat|str_c)\s*\()\s*(?:array\s*)?[[({]?\s*["'`]$/i;

/** And behind its last: `"].join("")`, Ruby’s `"].join`, Go’s `"}, "")`. */
const JOINED =
  /["'`]\s*,?\s*[\])}]\s*(?:\.\s*join\b(?:\s*\(\s*(["'`])\1\s*\)|(?!\s*\())|,\s*(["'`])\2\s*\))/y;

/** Where a sticky pattern ends; −1 where it does not stand there. */
export function endOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : -1;
}
