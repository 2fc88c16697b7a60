import type { UrlText } from "../../signing/types";
import type { Facts, Mistake, Variant } from "../mistake";
import { OPTIONS_URL, SECRET } from "../sample";
import { decodedPairs, type Pair, pairsOf, sortedPairs } from "../text/parameters";
import { inTypes, type Json } from "../text/values/typed-values";

export const signedAsJson: Mistake = {
  id: "signed-as-json",
  group: "encoding",
  title: "The parameters were signed as JSON.",
  why: "APIs that take a JSON body sign that body, and code for them may have been reused for a URL.",
  fix: "Sign the query as it is sent, not the object that it was made of.",
  example: { url: OPTIONS_URL, secret: SECRET, signed: '{"width": 200, "mode": "crop"}' },
  nearMiss: { url: OPTIONS_URL, secret: SECRET, signed: "/a.jpg?mode=crop&width=200" },
  alone: asJson,
};

const STYLES: readonly [write: (value: Json) => string, name: string][] = [
  [(value) => JSON.stringify(value), "Without spaces"],
  [(value) => spaced(value, ", ", ": "), "With a space after “,” and “:”, as Python writes it"],
  [(value) => JSON.stringify(value).replaceAll("/", "\\/"), "With “\\/” for “/”, as PHP writes it"],
  [(value) => JSON.stringify(value, null, 2), "Indented by two spaces"],
  [(value) => JSON.stringify(value, null, 4), "Indented by four spaces"],
  [
    (value) => JSON.stringify(value, null, 4).replaceAll("/", "\\/"),
    "Indented, with “\\/” for “/”, as PHP writes it",
  ],
  [
    (value) => JSON.stringify(value).replace(/[&<>]/g, unicodeEscape),
    "With “&”, “<” and “>” escaped, as Go writes it",
  ],
  [(value) => spaced(value, ",", ": "), "With a space after “:”"],
];

const ASCII_ONLY = /[^\0-\x7f]/g;

/** Every style, with typed values or texts, in the order of the URL or sorted, with the path and the format or without. */
function* asJson(url: UrlText, { rule }: Facts): Generator<Variant<string>> {
  const own = decodedPairs(pairsOf(url));
  if (own.length === 0) return;
  for (const [pairs, added] of withParts(url, own, rule(url)))
    for (const [order, sorted] of [
      [pairs, ""],
      [sortedPairs(pairs), ", sorted"],
    ] as const)
      for (const [types, typed] of inTypes(order))
        for (const [write, style] of STYLES) {
          const value = write(types);
          const detail = `${style}${sorted}${typed}${added}.`;
          for (const text of new Set([value, value.replace(ASCII_ONLY, unicodeEscape)])) {
            yield { value: text, detail };
            yield { value: `${text}\n`, detail: `${detail} A line feed followed.` };
            if (added === "") yield { value: url.path + text, detail: `${detail} The path stood before it.` };
          }
        }
}

/** The parameters alone, and with what else of the URL such an object may hold. */
function* withParts(url: UrlText, own: readonly Pair[], right: string): Generator<[Pair[], string]> {
  yield [[...own], ""];
  const last = url.path.slice(url.path.lastIndexOf("/") + 1);
  if (right === url.query) {
    yield [[...own, { name: "format", value: last }], ", with the format"];
    yield [[{ name: "format", value: last }, ...own], ", with the format"];
    return;
  }
  for (const name of ["path", "src", "url", "image", "file"])
    for (const value of [url.path, url.path.slice(1), url.origin + url.path])
      yield [[{ name, value }, ...own], ", with the path"];
}

function unicodeEscape(char: string): string {
  return `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

/** One line, with these separators. */
function spaced(value: Json, comma: string, colon: string): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const write = (part: Json) => spaced(part, comma, colon);
  if (Array.isArray(value)) return `[${value.map(write).join(comma)}]`;
  const texts = Object.entries(value).map(([name, part]) => `${JSON.stringify(name)}${colon}${write(part)}`);
  return `{${texts.join(comma)}}`;
}
