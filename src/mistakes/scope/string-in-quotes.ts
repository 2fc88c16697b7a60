import type { Mistake } from "../mistake";
import { PHOTO_URL, SECRET, SIGNED } from "../sample";
import { SELDOM } from "../weights";

export const stringInQuotes: Mistake = {
  id: "string-in-quotes",
  group: "scope",
  title: "The string was signed with quotes or brackets around it.",
  why: "A shell, a CSV or .env file, a JSON encoder or what Python shows of bytes or a text keeps them.",
  fix: "Take the quotes off before signing.",
  example: { url: PHOTO_URL, secret: SECRET, signed: `"${SIGNED}"` },
  nearMiss: { url: PHOTO_URL, secret: SECRET, signed: SIGNED, key: `"${SECRET}"` },
  *messages(message) {
    for (const [before, after, name] of QUOTES.slice(0, 2))
      yield { value: before + message + after, detail: `In ${name}.`, weight: SELDOM };
  },
  *alone(url, { rule }) {
    const full = `${url.origin}${url.path}${url.query === null ? "" : `?${url.query}`}`;
    for (const text of new Set([rule(url), full, url.query ?? "", full.slice(url.origin.length)])) {
      for (const [before, after, name] of QUOTES)
        for (const end of ["", "\n"]) {
          const more = end === "" ? "" : " A line feed followed.";
          yield { value: before + text + after + end, detail: `In ${name}.${more}` };
          if (!isClosed(text, before, after))
            yield { value: before + text + end, detail: `Only at the start, of ${name}.${more}` };
          if (!isClosed(text, after, before))
            yield { value: text + after + end, detail: `Only at the end, of ${name}.${more}` };
        }
      yield {
        value: JSON.stringify(text).replaceAll("/", "\\/"),
        detail: "As PHP’s json_encode writes a string.",
      };
      yield { value: JSON.stringify(text).replaceAll("&", "\\u0026"), detail: "As Go writes JSON." };
      yield { value: text.replaceAll("&", "\\u0026"), detail: "With “\\u0026” for “&”, but without quotes." };
      yield { value: text.replaceAll("/", "\\/"), detail: "With “\\/” for “/”, but without quotes." };
    }
  },
};

/** Whether a bracket of the text lacks this partner: then the partner is a part of the text that was lost, and stands not around it. */
function isClosed(text: string, partner: string, bracket: string): boolean {
  return partner !== bracket && text.split(bracket).length > text.split(partner).length;
}

const QUOTES: readonly [before: string, after: string, name: string][] = [
  ['"', '"', "double quotes"],
  ["'", "'", "single quotes"],
  ["b'", "'", "b'…', as Python shows bytes"],
  ['b"', '"', 'b"…"'],
  ["u'", "'", "u'…', as Python 2 shows text"],
  ["`", "`", "backticks"],
  ["“", "”", "curly quotes"],
  ["‘", "’", "curly single quotes"],
  ['\\"', '\\"', "escaped double quotes"],
  ["%22", "%22", "percent-encoded quotes"],
  ["&quot;", "&quot;", "&quot;…&quot;"],
  ['""', '""', "doubled quotes"],
  ["<", ">", "angle brackets"],
  ["[", "]", "square brackets"],
  ['["', '"]', "a JSON list"],
  ["(", ")", "round brackets"],
  ["{", "}", "braces"],
  ["$'", "'", "$'…'"],
];
