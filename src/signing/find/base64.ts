import type { Change, Encoded } from "./encoded";

/** The bytes that base64 stands for, in the alphabet of mail or of URLs, with white space; `null` where it is none. */
export function fromBase64(digits: string): Uint8Array<ArrayBuffer> | null {
  const plain = digits
    .replace(/\s+|\\[nr]|=+$/g, "")
    .replaceAll("-", "+")
    .replaceAll("_", "/");
  try {
    // What a copy lost at its end is left out.
    const whole = plain.length % 4 === 1 ? plain.slice(0, -1) : plain;
    return Uint8Array.from(atob(whole), (char) => char.charCodeAt(0));
  } catch {
    return null;
  }
}

/** Whether base64 of a text with “http” in it may stand here: each of the three ways that its letters can fall. */
export const MAY_HOLD_HTTP = /aHR0c|odHRw|h0dH/;

/** Digits on one line, or on lines of the two widths that tools break them at. */
const RUN =
  /(?:(?:[\w+/-]{76}(?:\r?\n[ \t]*|(?:\\r)?\\n))+|(?:[\w+/-]{64}(?:\r?\n[ \t]*|(?:\\r)?\\n))+)?[\w+/-]{1,100000}(?:={0,2}|(?:%3D){0,2})/g;
const SHORTEST = 24;

/**
 * Texts in base64 inside of another: a message of a queue, a secret of Kubernetes, the payload of a JWT, a data: URI. Each is
 * UTF-8 and holds an address. What stands in the address of something is that address's own, and stays.
 */
export function readBlobs(source: string): Encoded | null {
  if (!MAY_HOLD_HTTP.test(source)) return null;
  const changes: Change[] = [];
  for (const { 0: run, index } of source.matchAll(RUN)) {
    if (run.length < SHORTEST || !MAY_HOLD_HTTP.test(run) || isInAddress(source, index)) continue;
    const blob = blobIn(run);
    // What stands around the digits is no part of the text.
    if (blob) changes.push({ start: index + blob.start, end: index + blob.end, text: ` ${blob.text} ` });
  }
  return changes.length === 0 ? null : { bodies: changes, changes };
}

/** A name may stand before the digits, and a word on the line below them. */
function blobIn(run: string): Change | null {
  const starts = [0, run.search(BEGIN)].filter((start) => start >= 0);
  const ends = [run.length, run.search(/(?:\r?\n|\\n)[^\r\n\\]*$/)].filter((end) => end >= SHORTEST);
  for (const start of starts)
    for (const end of ends) {
      const text = textOf(run.slice(start, end));
      if (text !== null) return { start, end, text };
    }
  return null;
}

/** How `{"`, `[{"`, `<` and `http` begin, behind a `/`, `-` or `_` that may belong to a name before. */
const BEGIN = /(?<=[/_-])(?:ey[A-Za-z]|W3s|PG|PC|aHR0c)/;

function isInAddress(source: string, at: number): boolean {
  let start = at;
  while (start > 0 && at - start < 4000 && !/[\s"'`<>]/.test(source.charAt(start - 1))) start--;
  return /https?:\/\//i.test(source.slice(start, at));
}

/** The text; `null` where the bytes are none, or no address is in it. */
function textOf(digits: string): string | null {
  const bytes = fromBase64(digits.replaceAll("%3D", ""));
  if (!bytes) return null;
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true });
    return /https?:/i.test(text) && !/[^\P{Cc}\t\n\r]/u.test(text) ? text : null;
  } catch {
    return null;
  }
}
