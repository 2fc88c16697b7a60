import type { UrlText } from "../../signing/types";
import type { Mistake, Variant } from "../mistake";
import { HOST, SECRET } from "../sample";
import { CHARSETS, escapeBytes } from "../text/charsets";
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
  for (const prefix of ["%u", "\\u", "&#", "&#x"])
    for (const lowerCase of [false, true])
      yield* inQueryAndPath(
        url,
        (text) => text.replace(RUN, (run) => numbered(percentDecode(run), prefix, lowerCase)),
        `As “${numbered("é", prefix, lowerCase)}” for “é”.`,
        SELDOM,
      );
}

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
