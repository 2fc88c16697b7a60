import type { UrlText } from "../../signing/types";
import { SPELLINGS } from "./encoders";
import { decodeBeyondAscii, escapeCase, escapeChar } from "./escapes";

type Respell = (text: string) => string;

/** Escaped by some clients where it stands raw. */
const ADDED = "\"'<>[\\]^`{|} ";
/** Escaped by browsers and those that parse as they do. */
const BROWSERS = "\"'<>";
/** Written out by some clients where it stands escaped. */
const WRITTEN_IN_PATH = "~!$&'()*,;=:@";
const WRITTEN_IN_QUERY = "~!$'()*,:@/?";

/**
 * What a URL may have been before a client rewrote it: escapes taken back that clients add, escapes put back that they write
 * out as each library makes them, digits in lower case, in any combination. The likelier come first, none twice.
 */
export function* unsentSpellings(url: UrlText): Generator<UrlText> {
  const seen = new Set([textOf(url)]);
  for (const respelled of [...combined(url), ...dotted(url)]) {
    const text = textOf(respelled);
    if (seen.has(text)) continue;
    seen.add(text);
    yield respelled;
  }
}

const textOf = ({ path, query }: UrlText) => `${path}?${query ?? ""}`;

function* combined(url: UrlText): Generator<UrlText> {
  const text = textOf(url);
  for (const restore of [same, ...restoring(text)])
    for (const cased of [same, lower])
      for (const [inPath, inQuery] of writing(text)) {
        const path = (part: string) => cased(inPath(restore(part)));
        const query = (part: string) => cased(inQuery(restore(part)));
        if (url.query !== null) yield { ...url, query: query(url.query) };
        yield { ...url, path: path(url.path) };
        if (url.query !== null) yield { ...url, path: path(url.path), query: query(url.query) };
      }
}

/** Paths with “.” and “..” that come down to this one. */
function* dotted(url: UrlText): Generator<UrlText> {
  const segments = url.path.split("/");
  const put = (at: number, ...dots: readonly string[]) => ({
    ...url,
    path: segments.toSpliced(at, 0, ...dots).join("/"),
  });
  for (const dots of [["."], [".."], ["..", ".."]]) yield put(1, ...dots);
  for (const [at, segment] of segments.slice(0, MOST_SEGMENTS).entries()) {
    if (at === 0) continue;
    if (at > 1) yield put(at, ".");
    for (const name of new Set([segment, ...segments.slice(1, MOST_SEGMENTS), ...FOLDERS]))
      if (name !== "") yield put(at, name, "..");
  }
}

const MOST_SEGMENTS = 6;
/** Names of folders that code goes into and out of again. */
const FOLDERS = ["images", "img", "assets", "static", "public", "media", "uploads"];

const same: Respell = (text) => text;
const lower: Respell = (text) => escapeCase(text, false);

/** Escapes that a client may have added, taken back. */
function restoring(text: string): Respell[] {
  const present = [...ADDED].filter((char) => text.includes(escapeChar(char)));
  const sets = [ADDED, BROWSERS, ADDED.replace("'", ""), ...(present.length > 1 ? present : [])];
  const raws = present.length === 0 ? [] : sets.map(rawOf);
  const further: Respell[] = [
    ...(/%[89A-F]/i.test(text) ? [decodeBeyondAscii] : []),
    ...(text.includes("%25") ? [(part: string) => part.replaceAll("%25", "%")] : []),
    ...(text.includes("+") ? [(part: string) => part.replaceAll("+", " ")] : []),
  ];
  const both = further.flatMap((other) => raws.slice(0, 1).map((raw) => (part: string) => other(raw(part))));
  return [...raws, ...further, ...both];
}

function rawOf(characters: string): Respell {
  return (text) => [...characters].reduce((raw, char) => raw.replaceAll(escapeChar(char), char), text);
}

/** Escapes that a client may have written out, put back: as a library makes them, and of one character alone. */
function* writing(text: string): Generator<readonly [inPath: Respell, inQuery: Respell]> {
  yield [same, same];
  const present = [..."~!$&'()*,;=:@/?"].filter((char) => text.includes(char));
  const keeps = new Set(SPELLINGS.map(({ keep }) => present.filter((char) => !keep.includes(char)).join("")));
  for (const characters of new Set([...keeps, ...present]))
    yield [escaping(characters, WRITTEN_IN_PATH), escaping(characters, WRITTEN_IN_QUERY)];
}

/** Escapes those of `characters` that clients write out in this part. */
function escaping(characters: string, written: string): Respell {
  const both = new Set([...characters].filter((char) => written.includes(char)));
  if (both.size === 0) return same;
  return (text) => text.replace(/[!-/:-@[-`{-~]/g, (char) => (both.has(char) ? escapeChar(char) : char));
}
