import { MOST_CANDIDATES } from "./candidates";
import { gluedAt } from "./glued";
import { joinPieces } from "./joints";
import { unquotedJson } from "./literal";
import { cutBehindSignature, type IsVendors, isSigned, rank } from "./signed";
import { readWord, type Word, withoutEnd } from "./word";

/**
 * The URL of a text that begins with one, where it is not the whole text; `null` where it is. White space may be the URL's own,
 * to be escaped; but behind a whole signature, other words or the end of a sentence are not, unless parameters follow them.
 */
export function leadingUrl(text: string, isVendors: IsVendors): Word | null {
  const [shown] = /^[^\s<>]+(?=<https?:\/\/[^\s<>]+>)/i.exec(text) ?? [];
  if (shown !== undefined && isSigned(shown))
    return { url: shown, where: "the pasted text", length: shown.length };
  const glued = gluedAt(text, isVendors);
  if (glued !== null) return { url: text.slice(0, glued), where: "the pasted text", length: glued };
  const json = unquotedJson(text);
  if (json !== null) return { url: json, where: "JSON", length: text.trimEnd().length };
  const [line] = /^\S*[^\s=](?=[ \t]*[\r\n]\s*https?:\/\/)/i.exec(text) ?? [];
  const url =
    line === undefined ? (beforeAnother(text, isVendors) ?? untilWords(text)) : cutBehindSignature(line);
  if (url !== null) return { url, where: "the pasted text", length: url.length };
  if (!/\s/.test(text.trimEnd())) return tidied(text);
  const word = joinPieces(text, 0, readWord("", text, false));
  if (!isSigned(word.url)) return null;
  // A URL that is only broken over lines is mended as every browser does it.
  if (word.url === text.replace(/[\t\n\r]/g, "").trim()) return null;
  if (word.where === "the pasted text" && /[?&;]signature=/.test(word.url)) return null;
  const rest = text.slice(word.length);
  return rest.trim() === "" || isEndedBy(rest, word.url) ? word : null;
}

/**
 * The first of two URLs in one line, as in the cells of a table, where both are of one site, or each is signed or the vendor's. Any
 * other second one may be what the text of a parameter tells of.
 */
function beforeAnother(text: string, isVendors: IsVendors): string | null {
  const [site = ""] = /^https?:\/\/[^\s/?#]+/i.exec(text) ?? [];
  let count = 0;
  for (const { 0: url, index } of text.matchAll(/(?<=\s)https?:\/\/\S+/gi)) {
    if (count++ === MOST_CANDIDATES) break;
    const own = withoutEnd(ownOf(text.slice(0, index).replace(BETWEEN, "")));
    const isOfSite = url.startsWith(site) && !/[\w.:-]/.test(url.charAt(site.length));
    if (isOfSite || (rank(own, isVendors) > 0 && rank(url, isVendors) > 0)) return own;
  }
  return null;
}

/** What stands between two URLs: white space, bars, an arrow, a slash. */
const BETWEEN = /(?:\s+(?:[<=-]{0,2}>|[/|+·•~→⇒–—-]|\/\/))?[\s|]+$/;

/** Without the words before another URL. White space is the URL's own where it goes on as one. */
function ownOf(text: string): string {
  const [first = "", ...words] = text.split(/\s+/);
  return words.some((word) => /[=?/&.%]/.test(word)) ? text : first;
}

/** The text to the end of a whole signature, where only words or a sentence's end follow. */
function untilWords(text: string): string | null {
  const cut = cutBehindSignature(text);
  if (cut !== text && !OPTION.test(lineOf(text.slice(cut.length)))) return cut;
  const pattern = /[?&;#]signature=(?:[0-9a-f]{40}|[0-9a-f]{64})(?![0-9a-f])/gi;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const end = match.index + match[0].length;
    const after = text.slice(end, end + 200);
    if ((AFTER_URL.test(after) || MAIL_SIGNATURE.test(after)) && !OPTION.test(lineOf(text.slice(end))))
      return text.slice(0, end);
  }
  return null;
}

const OPTION = /&[^\s=&]{1,40}=/;

/** What may belong to a URL that ended before: the text up to the next URL. */
function lineOf(text: string): string {
  const next = text.search(/https?:\/\//i);
  return next < 0 ? text : text.slice(0, next);
}

/** The line that mail programs put before who sends it (RFC 3676, 4.3). */
const MAIL_SIGNATURE = /^\s*\n-- ?\r?\n/;

/** Words after white space, but no digits on a new line: those may be the rest of a broken one. Or a sentence's end. */
const AFTER_URL =
  /^(?:(?:[ \t]+|\s+(?![0-9a-f]+\s*(?:[&#]|$)))(?:[\p{L}\p{N}"'(<[{|→]|[-=]>|[-–—][ \t]+[\p{L}\p{N}])|[.,;:!?)\]}”’»]{1,9}(?:\s|$))/u;

/** One word: a sentence's end, an open bracket and characters that nobody sees are no part of a signed URL. */
function tidied(text: string): Word | null {
  if (!isSigned(text)) return null;
  const own = text.trimEnd();
  const word = readWord("", own, false);
  const left = own.slice(word.length);
  if (left === "" || !AROUND.test(left)) return null;
  return word;
}

const AROUND =
  /^[.,;:)\]}>"”’»›…。！？，；、）」』】》\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]{1,9}$|^(?:\\[nrt]){1,4}$|^,\d{3}(?:,|$)/;

/** Whether what follows a signed URL is no part of it: a status, or words, where the encoder of its address would not have left spaces. */
function isEndedBy(rest: string, url: string): boolean {
  if (MAIL_SIGNATURE.test(rest)) return true;
  if (url.includes("#") || OPTION.test(lineOf(rest)) || GOES_ON.test(rest)) return false;
  if (SENTENCES.test(rest)) return true;
  const end = /^["”’»>)\]}.,;:!?]{0,3}\s+/.exec(rest.slice(0, 200))?.[0];
  if (end === undefined) return false;
  return STATUS.test(rest.slice(end.length)) || /=https?%3A%2F%2F/i.test(url);
}

/** A blank line, or a line of several words or in capitals: no URL that was broken over lines goes on so. */
const SENTENCES = /^[ \t]*\r?\n(?:[ \t]*\r?\n|[ \t]*(?:[\p{L}\p{N}'’,-]+[ \t]+\p{L}|[A-Z]{3,}\s))/u;

/** One word in which a parameter begins, though its “=” may be lost: `00&width\x1280` after a “=20” that was decoded. */
const GOES_ON = /^[ \t]+[^\s&]*&[a-z]\S*\s*$/i;

const STATUS = /^[([{→=-]{0,2}>?\s?(?:HTTP\S*\s)?[1-5]\d\d(?![\w%&=])/;
