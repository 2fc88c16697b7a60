import { cellBelow } from "./columns";
import { endOf, joinLiterals, LONGEST_PIECE, MOST_JOINTS } from "./literals";
import { isSigned } from "./signed";
import { type Word, withoutEnd } from "./word";

/** The end of a line that was wrapped, quoted in a mail, folded or continued: the rest stands in the next. */
const LINE = /[ \t]*(?:[\\^`][ \t]*)?\r?\n[ \t]*(?:[>|][ \t]*)*/y;
const REST = /(?:[^\s"'`<>\\]|'(?![\s"'`<>]|$)|\\(?!\r?\n))+/y;

/**
 * A URL goes on behind the end of its literal or of its line. Strings that code puts together are one; broken lines are
 * joined where only that makes a signed URL, or where what follows is plainly the rest of a query.
 *
 * @param text the whole text, in which the word begins at `start`
 */
export function joinPieces(text: string, start: number, word: Word): Word {
  const cells = joinCells(text, start, word);
  if (cells !== word) return cells;
  return joinLines(text, start, joinLiterals(text, start, word));
}

/** The pieces of a cell, each below the other. */
function joinCells(text: string, start: number, word: Word): Word {
  let url = /^[^\s|│┃║]*/.exec(text.slice(start, start + LONGEST_PIECE))?.[0] ?? "";
  let end = start + url.length;
  for (let count = 0; count < MOST_JOINTS; count++) {
    const below = cellBelow(text, start, end);
    if (!below) break;
    url += text.slice(below.start, below.end);
    end = below.end;
  }
  return text.slice(start, end) === url ? word : { url, where: "a table", length: end - start };
}

function joinLines(text: string, start: number, word: Word): Word {
  let joined = word;
  let { url } = word;
  let end = start + word.length;
  let folded = false;
  // What would end a sentence may as well stand where a line was broken.
  const broken = endOf(/[?&.,;:!)\]}']+(?=[ \t]*(?:[\\^`][ \t]*)?\r?\n)/y, text, end);
  if (broken > 0 && word.where === "the pasted text") {
    url += text.slice(end, broken);
    end = broken;
  }
  for (let count = 0; count < MOST_JOINTS; count++) {
    const next = endOf(LINE, text, end);
    if (next < 0) break;
    const stop = endOf(REST, text, next);
    if (stop < 0 || text.startsWith("http", next)) break;
    // Where lines are folded, every one that goes on is indented.
    const isIndented = /[ \t]$/.test(text.slice(end, next));
    if (folded && !isIndented) break;
    folded = isIndented;
    const piece = text.slice(next, stop);
    const plain =
      isRestOfDigits(url, piece) ||
      (isSigned(url) &&
        (/^&[\w%.[\]-]{1,60}=/.test(piece) ||
          (end - start >= 40 && isRestOfQuery(piece)) ||
          isCutAtWidth(text, end, stop)));
    url += piece;
    end = stop;
    if (plain || (!isSigned(joined.url) && isSigned(url))) joined = brokenWord(url, end - start, word.where);
    else if (isSigned(joined.url)) break;
  }
  return joined;
}

/** Two full lines of one width were cut, not ended: the next, which is alone on its line and no longer, goes on. */
function isCutAtWidth(text: string, end: number, stop: number): boolean {
  const start = text.lastIndexOf("\n", end - 1);
  if (start < 0) return false;
  const [line, above] = [lineOf(text, end), lineOf(text, start)];
  const below = lineOf(text, stop);
  const isFull = line.length >= 60 && line.length === above.length && !/[^\s>|][ \t]+\S/.test(line);
  return isFull && below.length <= line.length && /^\r?(?:\n|$)/.test(text.slice(stop, stop + 2));
}

/** The line that ends at or behind an offset, without its break. */
function lineOf(text: string, at: number): string {
  const start = at <= 0 ? 0 : text.lastIndexOf("\n", at - 1) + 1;
  const stop = text.indexOf("\n", at);
  return text.slice(start, stop < 0 ? text.length : stop).replace(/\r$/, "");
}

function brokenWord(text: string, length: number, where: string): Word {
  const url = withoutEnd(text);
  const own = where === "the pasted text" ? "broken lines" : where;
  return { url, where: own, length: length - (text.length - url.length) };
}

/** The digits of a signature that were broken over lines. */
function isRestOfDigits(url: string, piece: string): boolean {
  const digits = /[?&;]signature=([0-9a-f]{0,63})$/i.exec(url)?.[1];
  const rest = /^[0-9a-f]+(?![0-9A-Za-z%])/i.exec(piece)?.[0];
  return digits !== undefined && rest !== undefined && [40, 64].includes(digits.length + rest.length);
}

/** Parameters or escapes, as no sentence has them. */
function isRestOfQuery(piece: string): boolean {
  return /%[0-9a-f]{2}/i.test(piece) || /^[\w%.~-]*&[\w%.-]+=|^[\w%.-]*=[\w%.~-]+&/.test(piece);
}
