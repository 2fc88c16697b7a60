import type { Mistake, Telling } from "../mistake";
import { signedWithKey } from "../sample";
import { jsonText } from "../text/json-text";
import { storedForm } from "../text/stored-forms";

export const secretJsonEscaped: Mistake = {
  id: "secret-json-escaped",
  group: "secret",
  answerTells: "name",
  title: "The secret was used with the escapes of a string literal, or lost its own backslashes.",
  why: "It was copied from JSON or source code as it is written there, or a shell or parser took its backslashes for escapes.",
  fix: "Use the secret’s own characters; let a JSON parser read it.",
  example: signedWithKey('a"b\\c', 'a\\"b\\\\c'),
  nearMiss: signedWithKey("abc", '"abc"'),
  *keys(key) {
    for (const [value, detail] of jsonVariants(key))
      yield { value, ...(detail === READ ? ESCAPED : { detail }) };
    const value = key.replace(/`([\s\S])/g, (_, char: string) => BACKTICKS[char] ?? char);
    if (value !== key) yield { value, telling: BY_BACKTICKS };
  },
};

const BY_BACKTICKS: Telling = {
  title: "The secret lost its backticks.",
  why: "In double quotes PowerShell takes a backtick for the beginning of an escape: with “n” after it, it is a line feed. Filters take backticks out, too.",
  fix: "In PowerShell put the secret into single quotes, which leave it as it is; elsewhere store it unfiltered.",
};

const READ = "Its backslashes were taken for escapes.";

const ESCAPED = storedForm({
  title: "The secret entered here has backslashes that the one that signed has not.",
  shown:
    "JSON, source code and a shell’s double quotes want a backslash before some characters, and what reads them takes it off.",
  read: "a shell or a parser took its backslashes for escapes",
  cure: "let a JSON parser write and read it, or put it into single quotes",
});

/** The escapes of string literals, written or read. */
function jsonVariants(key: string): [value: string, detail: string][] {
  const inside = JSON.stringify(key).slice(1, -1);
  const digits = (char: string) => char.charCodeAt(0).toString(16).padStart(4, "0");
  const ascii = inside.replace(/[^ -~]/g, (char) => `\\u${digits(char)}`);
  const html = (text: string) => text.replace(/[<>&]/g, (char) => `\\u${digits(char)}`);
  // PHP’s JSON_HEX_… flags and .NET’s System.Text.Json.
  const upper = (text: string, chars: RegExp) =>
    text.replaceAll("\\", "\\\\").replace(chars, (char) => `\\u${digits(char).toUpperCase()}`);
  const written = "Its escapes were left in it.";
  const results: [string, string][] = [
    inside,
    ascii,
    inside.replaceAll("/", "\\/"),
    ascii.replaceAll("/", "\\/"),
    html(inside),
    html(ascii),
    upper(key, /[<>&'"]/g),
    upper(key, /[<>&'"]/g).replaceAll("/", "\\/"),
    upper(key, /[<>&'"+`]|[^ -~]/g),
  ]
    .flatMap((value): [string, string][] => [
      [value, written],
      [`"${value}"`, `${written} So were the quotes.`],
    ])
    .filter(([value]) => value !== `"${key}"`);
  results.push(
    [key.replaceAll("\\", "\\\\"), written],
    [key.replaceAll('"', '\\"'), written],
    [key.replaceAll("'", "\\'"), written],
    [key.replace(/["'\\]/g, "\\$&"), written],
    [key.replaceAll("/", "\\/"), written],
    [key.replace(/\\(.)/g, "$1"), READ],
    [key.replaceAll("\\\\", "\\"), READ],
    [key.replaceAll("\\", ""), READ],
    [key.replaceAll("\\/", "/"), READ],
    [
      key.replace(/\\u([0-9a-f]{4})/gi, (_, digits: string) =>
        String.fromCharCode(Number.parseInt(digits, 16)),
      ),
      READ,
    ],
    [key.replace(ESCAPE, (whole, ...groups: string[]) => charOf(whole, groups)), READ],
    [key.replace(/\\([nrtbfv0])/g, (_, char: string) => CONTROLS[char] ?? char), READ],
    [key.replace(/\\([nrtbfv0])|\\(.)/g, (_, char: string, other: string) => CONTROLS[char] ?? other), READ],
  );
  const parsed = jsonText(`"${key}"`) ?? jsonText(key);
  if (parsed !== null) results.push([parsed, READ]);
  return results;
}

/** Escapes by number, with one letter, or before any other character, as most languages read them between quotes. */
const ESCAPE =
  /\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|u\{([\da-fA-F]{1,6})\}|U([\da-fA-F]{8})|([0-7]{1,3})|([\s\S]))/g;

function charOf(whole: string, groups: readonly string[]): string {
  const [byte, unit, point, long, octal, other = ""] = groups;
  const hex = byte ?? unit ?? point ?? long;
  const code = hex ? Number.parseInt(hex, 16) : octal ? Number.parseInt(octal, 8) : null;
  if (code === null) return CONTROLS[other] ?? other;
  return code > 0x10ffff ? whole : String.fromCodePoint(code);
}

const CONTROLS: Readonly<Record<string, string>> = {
  n: "\n",
  r: "\r",
  t: "\t",
  b: "\b",
  f: "\f",
  v: "\v",
  0: "\0",
};

const BACKTICKS: typeof CONTROLS = { ...CONTROLS, a: "\x07", e: "\x1b" };
