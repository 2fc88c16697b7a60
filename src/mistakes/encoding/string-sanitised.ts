import { escapeText } from "../../signing/escapes";
import type { UrlText } from "../../signing/types";
import type { Mistake, Telling, Variant } from "../mistake";
import { HOST, SECRET } from "../sample";
import { characterWords } from "../text/characters/foreign-words";
import { percentDecode } from "../text/escapes";
import { mapValues } from "../text/respell";
import { wholesOf } from "../text/whole";
import { SELDOM, USUAL } from "../weights";

export const stringSanitised: Mistake = {
  id: "string-sanitised",
  group: "encoding",
  title: "A filter took characters out of the string before it was signed.",
  why: "Input filters such as WordPress’s sanitize_text_field and PHP’s strip_tags remove what looks like an escape or a tag, and what was sent did not go through them.",
  fix: "Filter each value before it is put into the URL, and sign the finished query as it is sent.",
  example: {
    url: `${HOST}/?src=https%3A%2F%2Fa.example%2Fb.png&signature={}`,
    secret: SECRET,
    signed: "/?src=httpsa.exampleb.png",
  },
  nearMiss: {
    url: `${HOST}/?src=https%3A%2F%2Fa.example%2Fb.png&signature={}`,
    secret: SECRET,
    signed: "/?src=httpsa.exampleb",
  },
  *alone(url, { rule }) {
    yield* wholesOf(filtered(url), rule);
  },
};

const TAGS = /<[^>]*>/g;

/** Filters of a query as it stands. */
const OF_TEXT: readonly (readonly [pattern: RegExp, detail: string, isOfWordPress?: true])[] = [
  [/%[\da-f]{2}/gi, "Each “%” with two hex digits was removed.", true],
  [/%[89a-f][\da-f]/gi, "Everything beyond ASCII was removed."],
  [/%/g, "Each “%” was removed."],
  [/\+/g, "Each “+” was removed."],
  [/[^\w&=.-]/g, "Of names and values everything but letters, digits, “_”, “-” and “.” was removed."],
  [/[^\w&=]/g, "Of names and values everything but letters, digits and “_” was removed."],
];

/** Whole characters may as well have been taken out before the values were encoded. @param removed what was, as it was sent */
function removedTelling(removed: readonly string[]): Telling | undefined {
  const text = percentDecode(removed.join(""));
  if (removed.length === 0 || !removed.every((part) => part.length === 3) || /%[\da-f]{2}/i.test(text))
    return undefined;
  const chars = [...new Set(text)];
  const left = chars.length > MOST_NAMED ? "characters" : chars.map(characterWords).join(" and ");
  const how = chars.every((char) => char > "\u007f")
    ? "as a conversion to ASCII that leaves out what it lacks does"
    : text === "#".repeat(removed.length)
      ? "as ltrim($color, '#') does of a colour"
      : "as a replacement by nothing or a slug does";
  return {
    title: "Characters were left out of the string that was signed.",
    why: `Either the code that signs took ${left} from the text before it was encoded, ${how}; or a filter such as WordPress’s sanitize_text_field took the escapes from the finished string. The digits fit both.`,
    fix: "Clean each value before it is put into the URL, and sign the finished query as it is sent.",
    isDoubtful: true,
  };
}

const MOST_NAMED = 3;

const CLEANED: Telling = {
  why: "Code that cleans names or text, such as preg_replace('/[^\\w.-]/', '', $text) in PHP, keeps some characters and removes all others, and what was sent did not go through it.",
};

const QUOTES: Telling = {
  title: "Quotation marks of values were not signed.",
  why: "A shell takes them away from a string that stands in its line, input filters remove them, and something on the way may have added them after signing. The digits fit all of these.",
  fix: "Hand the string that is signed to a command by its standard input or in a variable, filter each value before it is put into the URL, and sign the finished query as it is sent.",
  isDoubtful: true,
};

/** Filters of the decoded values. */
const OF_VALUES: readonly (readonly [filter: (text: string) => string, detail: string, telling?: Telling])[] =
  [
    [(text) => text.replace(TAGS, ""), "Tags were removed from its values."],
    [
      (text) => text.replace(TAGS, "").trim(),
      "Tags were removed from its values, and white space around them.",
    ],
    [(text) => text.replace(/\s+/g, " ").trim(), "Runs of white space became one space."],
    [(text) => text.replace(/["']/g, ""), "Quotation marks were left out of its values.", QUOTES],
    [
      (text) => text.replace(/[<>"']/g, ""),
      "Quotes and angle brackets were removed from its values.",
      CLEANED,
    ],
  ];

function* filtered({ query, ...url }: UrlText): Generator<Variant<UrlText>> {
  if (query === null) return;
  for (const [pattern, detail, isOfWordPress] of OF_TEXT) {
    const removed = query.match(pattern) ?? [];
    // Of one sign alone it is told elsewhere that it was not signed, and no filter is known.
    if (new Set(removed).size === 1 && /^[^%+]$/.test(removed[0] ?? "")) continue;
    const telling = removedTelling(removed) ?? (isOfWordPress ? undefined : CLEANED);
    yield { value: { ...url, query: query.replace(pattern, "") }, detail, weight: USUAL, telling };
  }
  for (const [filter, detail, telling] of OF_VALUES)
    for (const encode of [escapeText, (text: string) => text]) {
      const once = (text: string) => {
        const decoded = percentDecode(text);
        return filter(decoded) === decoded ? text : encode(filter(decoded));
      };
      yield { value: { ...url, query: mapValues(query, once) }, detail, weight: SELDOM, telling };
    }
}
