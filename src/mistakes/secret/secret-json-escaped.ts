import type { Mistake } from "../mistake";
import { signedWithKey } from "../sample";
import { jsonText } from "../text/json-text";

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
    for (const [value, detail] of jsonVariants(key)) yield { value, detail };
  },
};

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
  const read = "Its backslashes were taken for escapes.";
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
    [key.replace(/\\(.)/g, "$1"), read],
    [key.replaceAll("\\\\", "\\"), read],
    [key.replaceAll("\\", ""), read],
    [key.replaceAll("\\/", "/"), read],
    [
      key.replace(/\\u([0-9a-f]{4})/gi, (_, digits: string) =>
        String.fromCharCode(Number.parseInt(digits, 16)),
      ),
      read,
    ],
    [key.replace(/\\([nrtbfv0])/g, (_, char: string) => CONTROLS[char] ?? char), read],
    [key.replace(/\\([nrtbfv0])|\\(.)/g, (_, char: string, other: string) => CONTROLS[char] ?? other), read],
  );
  const parsed = jsonText(`"${key}"`) ?? jsonText(key);
  if (parsed !== null) results.push([parsed, read]);
  return results;
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
