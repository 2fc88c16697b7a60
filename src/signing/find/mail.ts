import { fromBase64 } from "./base64";
import type { Change, Encoded } from "./encoded";

/** How a part of a mail was written down for its way. */
type Encoding = "base64" | "quoted-printable";

/** The body of one part of a mail, in UTF-16 units of its source. */
interface Body {
  readonly encoding: Encoding | "as it is";
  readonly start: number;
  readonly end: number;
}

const HEADER = /^content-transfer-encoding:[ \t]*([\w-]+)/gim;
/** A line between two parts (RFC 2046, 5.1.1): mail programs write digits or marks into it, which tells it from an option alone. */
const BOUNDARY = /^--(?=\S*[\d=_])\S{10,76}[ \t]*\r?$/gm;
const BLANK = /\r?\n[ \t]*\r?\n/g;
/** Mails have fewer parts. */
const MOST_PARTS = 50;

/** The parts whose encoding a header names. Each ends where the next begins. */
function bodiesOf(source: string): Body[] {
  const bodies: Body[] = [];
  let from = 0;
  for (const { index, 0: header, 1: name = "" } of source.matchAll(HEADER)) {
    if (index < from || bodies.length === MOST_PARTS) continue;
    const start = endOf(BLANK, source, index) ?? index + header.length;
    const end = startOf(BOUNDARY, source, start) ?? source.length;
    const encoding = name.toLowerCase();
    const known = encoding === "base64" || encoding === "quoted-printable" ? encoding : "as it is";
    bodies.push({ encoding: known, start, end });
    from = end;
  }
  return bodies;
}

/** What stands in base64 in mail source, or the whole text where that is such a part alone; `null` where nothing does. */
export function readBase64(source: string): Encoded | null {
  const named = bodiesOf(source).filter(({ encoding }) => encoding === "base64");
  const bodies = named.length > 0 || !ALONE.test(source) ? named : [{ start: 0, end: source.length }];
  const changes = bodies.flatMap(({ start, end }) => {
    const text = bodyText(source.slice(start, end));
    return text !== null && /https?:/i.test(text) ? [{ start, end, text }] : [];
  });
  return changes.length === 0 ? null : { bodies: changes, changes };
}

/** Lines of base64 as mail has them, and nothing else: no URL is written in these characters alone. */
const ALONE = /^\s*[A-Za-z0-9+/]{40,76}(?:\r?\n[A-Za-z0-9+/]{1,76})*={0,2}\s*$/;

/** The text, which is UTF-8 in mail of today, else Latin-1; what a copy lost at its end is left out. `null` where it is none. */
function bodyText(block: string): string | null {
  const bytes = fromBase64(/^[A-Za-z0-9+/\s]*/.exec(block)?.[0] ?? "");
  if (!bytes) return null;
  const text = new TextDecoder().decode(bytes);
  return text.includes("\ufffd") ? new TextDecoder("windows-1252").decode(bytes) : text;
}

/**
 * What stands in quoted-printable: the parts whose header says so, or else the whole text, where each `=` is written `=3D` or
 * breaks a line. One parameter with a plain `=` shows that it is none, and a single `=3D` may be a value of its own (`view=3D`),
 * unless it has the line breaks beside it.
 */
export function readQuotedPrintable(source: string): Encoded | null {
  const named = bodiesOf(source).filter(({ encoding }) => encoding === "quoted-printable");
  if (named.length === 0 && !looksQuotedPrintable(source)) return null;
  const bodies = named.length > 0 ? named : [{ start: 0, end: source.length }];
  const changes: Change[] = [];
  for (const { start, end } of bodies)
    for (const match of source.slice(start, end).matchAll(QUOTED)) {
      const at = start + match.index;
      changes.push({ start: at, end: at + match[0].length, text: fromQuotedPrintable(match[0]) });
    }
  return { bodies, changes };
}

const QUOTED = /(?:=[0-9A-F]{2})+|=[ \t]*\r?\n/g;

function looksQuotedPrintable(text: string): boolean {
  const first = text.indexOf("=3D");
  if (first < 0 || /[?&;][\w%.~-]{1,80}=(?!3D|[ \t]*\r?\n|$)/.test(text)) return false;
  return text.includes("=3D", first + 3) || /[^\s=]=[ \t]*\r?\n/.test(text);
}

/** RFC 2045, 6.7: a run of octets is UTF-8 in mail of today, else Latin-1; a soft line break is nothing. */
function fromQuotedPrintable(run: string): string {
  if (/\s/.test(run)) return "";
  const escapes = run.replaceAll("=", "%");
  try {
    return decodeURIComponent(escapes);
  } catch {
    return escapes.replace(/%(..)/g, (_, hex) => String.fromCharCode(Number.parseInt(String(hex), 16)));
  }
}

function startOf(pattern: RegExp, text: string, from: number): number | null {
  pattern.lastIndex = from;
  return pattern.exec(text)?.index ?? null;
}

function endOf(pattern: RegExp, text: string, from: number): number | null {
  pattern.lastIndex = from;
  return pattern.test(text) ? pattern.lastIndex : null;
}
