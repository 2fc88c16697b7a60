import { escapeText } from "../../signing/escapes";
import type { UrlText } from "../../signing/types";
import type { Mistake, Variant } from "../mistake";
import { HOST, SECRET } from "../sample";
import { readAsLatin1, readAsWindows1252 } from "../text/bytes";
import { percentDecode } from "../text/escapes";
import { inQueryAndPath } from "../text/respell";
import { wholesOf } from "../text/whole";
import { LIKELY, RARE, SELDOM, USUAL } from "../weights";

export const utf8Twice: Mistake = {
  id: "utf-8-twice",
  group: "encoding",
  title: "Text that was UTF-8 already was encoded as UTF-8 once more.",
  why: "utf8_encode in PHP, or a database and a file read as Latin-1, make “Ã¼” of “ü”.",
  fix: "Read text as UTF-8 where it comes from, and encode it once.",
  example: {
    url: `${HOST}/t.png?text=M%C3%BCller&signature={}`,
    secret: SECRET,
    signed: "/t.png?text=M%C3%83%C2%BCller",
  },
  nearMiss: {
    url: `${HOST}/t.png?text=M%C3%BCller&signature={}`,
    secret: SECRET,
    signed: "/t.png?text=M%25C3%25BCller",
  },
  *alone(url, { rule }) {
    yield* wholesOf(twice(url), rule);
    const string = rule(url);
    const decoded = percentDecode(string);
    if (decoded === string) return;
    for (const [read, words] of READINGS)
      yield {
        value: read(decoded),
        detail: `It was signed decoded, its bytes read as ${words}.`,
        weight: SELDOM,
      };
  },
};

const RUN = /(?:%[89a-f][0-9a-f])+/gi;
const encoder = new TextEncoder();

const READINGS: readonly (readonly [read: (text: string) => string, words: string])[] = [
  [(text) => readAsLatin1(encoder.encode(text)), "Latin-1"],
  [(text) => readAsWindows1252(encoder.encode(text)), "Windows-1252"],
];

function* twice(url: UrlText): Generator<Variant<UrlText>> {
  for (const [read, words] of READINGS) {
    const again = (write: (text: string) => string) => (text: string) =>
      text.replace(RUN, (run) => write(read(percentDecode(run))));
    const detail = `Its bytes were read as ${words}.`;
    yield* inQueryAndPath(url, again(escapeText), detail, LIKELY);
    yield* inQueryAndPath(
      url,
      again((text) => escapeText(text).toLowerCase()),
      detail,
      SELDOM,
    );
    yield* inQueryAndPath(
      url,
      again((text) => text),
      `${detail} And not percent-encoded.`,
      USUAL,
    );
    yield* inQueryAndPath(
      url,
      again((text) => escapeText(read(text))),
      `${detail} Twice over.`,
      RARE,
    );
  }
}
