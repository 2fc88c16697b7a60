import type { UrlText } from "../../signing/types";
import type { Facts, Mistake, Telling, Variant } from "../mistake";
import { HOST, SECRET } from "../sample";
import { writtenSo } from "../text/values/respelled-values";
import { USUAL } from "../weights";

const TWO_LINES = `${HOST}/t.png?text=a%0D%0Ab&signature={}`;

export const lineEndsChanged: Mistake = {
  id: "line-ends-changed",
  group: "change",
  title: "A line break in a value was written otherwise when it was signed.",
  why: "Forms in browsers send “%0D%0A” for each line break, editors and languages write “%0A”, and others make a space of it or drop it.",
  fix: "Give all line breaks one form before signing, and send exactly that.",
  example: { url: TWO_LINES, secret: SECRET, signed: "/t.png?text=a%0Ab" },
  nearMiss: { url: TWO_LINES, secret: SECRET, signed: "/t.png?text=a%0d%0ab" },
  *urls(url) {
    for (const variant of breaks(url, [LINE_BREAK], ["%0A", "%0D%0A"])) yield { ...variant, weight: USUAL };
  },
  alone: (url, { rule }) => allBreaks(url, rule),
};

const LINE_BREAK = /%0D%0A|%0D|%0A/gi;
const BREAKS = [
  "%0A",
  "%0D%0A",
  "%0D",
  "%20",
  "+",
  "",
  "%5Cn",
  "%5Cr%5Cn",
  "\\n",
  "\n",
  "\r\n",
  " ",
  "%3Cbr%3E",
  "%0A%0A",
];
const WRITTEN_BREAK = /\\r\\n|\\n|%5Cr%5Cn|%5Cn/gi;

function* breaks(
  url: UrlText,
  patterns: readonly RegExp[],
  texts: readonly string[],
): Generator<Variant<UrlText>> {
  for (const pattern of patterns)
    for (const text of texts)
      yield* writtenSo(url, (value) => value.replace(pattern, text), `It was ${shown(text)}.`);
}

function* allBreaks(url: UrlText, rule: Facts["rule"]): Generator<Variant<string>> {
  const line = ["%0A", "%0D%0A", "%0D"];
  const ruled = ({ value, detail }: Variant<UrlText>) => ({ value: rule(value), detail });
  for (const variant of breaks(url, [LINE_BREAK, WRITTEN_BREAK], BREAKS)) yield ruled(variant);
  for (const variant of breaks(url, [/%20|\+/g], line)) yield ruled(variant);
  for (const [end, pattern] of [
    ["end", /$/],
    ["beginning", /^/],
  ] as const)
    for (const text of line) {
      const detail = `${shown(text)} stood at its ${end}.`;
      for (const variant of writtenSo(url, (value) => value.replace(pattern, text), detail))
        yield { ...ruled(variant), telling: SIGNED_AT_END };
    }
  for (const variant of breaks(url, [/(?:%0D|%0A)+$/gi, /^(?:%0D|%0A)+/gi], [""])) yield ruled(variant);
  yield* oneByOne(url, rule);
}

const SIGNED_AT_END: Telling = {
  title: "A line break at an end of a value was signed that the URL does not have.",
  why: "It comes along when a value is read from a file, a form or a command; at the end of the string it may also be the string’s own, which was encoded with it. The code that builds the URL leaves it out.",
  fix: "Trim the value where it is read, and sign exactly what is sent.",
  isUnwanted: true,
};

/** Breaks that became a space, each where it may have stood. One that is gone is a character removed. */
function* oneByOne(url: UrlText, rule: Facts["rule"]): Generator<Variant<string>> {
  const query = url.query ?? "";
  if (query.length > 600) return;
  for (const text of ["%0A", "%0D%0A"])
    for (const { index, 0: gap } of query.matchAll(/%20|\+/g)) {
      const changed = query.slice(0, index) + text + query.slice(index + gap.length);
      yield { value: rule({ ...url, query: changed }), detail: `It was ${shown(text)} and is a space now.` };
    }
}

const NAMES: Readonly<Record<string, string>> = {
  "": "no line break at all",
  "\n": "a raw line feed",
  "\r\n": "a raw Windows line break",
  " ": "a raw space",
};

const shown = (text: string) => NAMES[text] ?? `“${text}”`;
