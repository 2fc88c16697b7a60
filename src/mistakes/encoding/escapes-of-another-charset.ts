import type { UrlText } from "../../signing/types";
import type { Mistake, Telling, Variant } from "../mistake";
import { HOST, SECRET } from "../sample";
import { CHARSETS, escapeBytes } from "../text/characters/charsets";
import { percentDecode } from "../text/escapes";
import { inQueryAndPath } from "../text/respell";
import { wholesOf } from "../text/whole";
import { SELDOM, USUAL } from "../weights";

export const escapesOfAnotherCharset: Mistake = {
  id: "escapes-of-another-charset",
  group: "encoding",
  title:
    "The characters beyond ASCII were percent-encoded in another charset than UTF-8 when the string was signed.",
  why: "Forms and servers of older sites escape in Latin-1, Windows-1252 or Shift_JIS, JavaScript’s escape in Latin-1, and some databases and Java write an emoji as CESU-8.",
  fix: "Percent-encode in UTF-8, and sign the text that is sent.",
  example: {
    url: `${HOST}/t.png?text=%F0%9F%94%A5&signature={}`,
    secret: SECRET,
    signed: "/t.png?text=%ED%A0%BD%ED%B4%A5",
  },
  nearMiss: {
    url: `${HOST}/t.png?text=M%C3%BCller&signature={}`,
    secret: SECRET,
    signed: "/t.png?text=Müller",
  },
  *alone(url, { rule }) {
    yield* wholesOf(escaped(url), rule);
  },
};

const OF_HTML =
  "Forms of pages in another charset, and functions that make plain ASCII for HTML such as Python’s “xmlcharrefreplace”, write them so.";

const RUN = /(?:%[89a-f][0-9a-f])+/gi;

function* escaped(url: UrlText): Generator<Variant<UrlText>> {
  for (const { detail, bytes } of CHARSETS)
    for (const lowerCase of [false, true])
      for (const all of [true, false])
        yield* inQueryAndPath(
          url,
          (text) => inCharset(text, (read) => escapeOf(bytes(read), lowerCase, all)),
          detail,
          lowerCase ? SELDOM : USUAL,
        );
  const [run = ""] = `${url.path}?${url.query ?? ""}`.match(RUN) ?? [];
  const [first = ""] = percentDecode(run);
  for (const [prefix, telling] of NUMBERED)
    for (const lowerCase of [false, true])
      for (const way of inQueryAndPath(
        url,
        (text) => text.replace(RUN, (run) => numbered(percentDecode(run), prefix, lowerCase)),
        `As “${numbered(first, prefix, lowerCase)}” for “${first}”.`,
        SELDOM,
      ))
        yield { ...way, telling };
}

/** Escapes that have the number of a character, and no charset. */
const NUMBERED = (
  [
    ["%u", "with “%u”", "JavaScript’s old escape() writes so what is beyond Latin-1."],
    ["\\u", "as JSON escapes them", "PHP’s json_encode, Python’s json.dumps and ascii() write them so."],
    ["&#", "as HTML writes them by number", OF_HTML],
    ["&#x", "as HTML writes them by number", OF_HTML],
  ] as const
).map(([prefix, how, why]): readonly [prefix: string, telling: Telling] => [
  prefix,
  { title: `The characters beyond ASCII were written ${how} when the string was signed.`, why },
]);

const escapeOf = (bytes: Uint8Array | null, lowerCase: boolean, all: boolean) =>
  bytes && escapeBytes(bytes, lowerCase, all);

/** What is not UTF-8, and what the charset has not, stays. */
function inCharset(text: string, encode: (read: string) => string | null): string {
  return text.replace(RUN, (run) => {
    const read = percentDecode(run);
    return (read === run ? null : encode(read)) ?? run;
  });
}

function numbered(text: string, prefix: string, lowerCase: boolean): string {
  return Array.from({ length: text.length }, (_, at) => {
    const unit = text.charCodeAt(at);
    if (prefix === "&#") return `&#${unit};`;
    const digits = unit.toString(16);
    const cased = lowerCase ? digits : digits.toUpperCase();
    return prefix === "&#x" ? `&#x${cased};` : prefix + cased.padStart(4, "0");
  }).join("");
}
