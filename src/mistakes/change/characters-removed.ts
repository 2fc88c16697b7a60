import type { UrlText } from "../../signing/types";
import type { Facts, Mistake, Variant } from "../mistake";
import { SECRET } from "../sample";
import { withHyphens } from "../text/divided-words";
import { withEmphasis } from "../text/emphasis";
import { escapeChar } from "../text/escapes";
import { type Place, placesOf } from "../text/places";
import { BY_ANYONE, OF_MARKDOWN, takenOut } from "../text/taken-out";
import { RARE, SELDOM, USUAL, VERY_RARE } from "../weights";

const LINK = "https://api.urlbox.com/v1/myApiKey/{}/png";

export const charactersRemoved: Mistake = {
  id: "characters-removed",
  group: "change",
  title: "Characters were removed from the URL after it was signed.",
  why: "WordPress’s esc_url takes out line breaks (“%0A”, “%0D”) and raw braces, angle brackets and quotes; filters against scripts take out tags.",
  fix: "Escape the URL for HTML only, or percent-encode all of its values before it is signed.",
  example: {
    scheme: "urlbox",
    url: `${LINK}?url=https%3A%2F%2Fa.example&css=a%7B%7Db%7B%7D`,
    secret: SECRET,
    signed: "url=https%3A%2F%2Fa.example&css=a%7B%7D%0Ab%7B%7D",
  },
  nearMiss: {
    scheme: "urlbox",
    url: `${LINK}?url=https%3A%2F%2Fa.example&css=a%7B%7Db%7B%7D`,
    secret: SECRET,
    signed: "url=https%3A%2F%2Fa.example&css=a%7B%7Dxb%7B%7D",
  },
  *alone(url, facts) {
    yield* underscores(url, facts);
    for (const place of placesOf(url)) {
      yield* breaksAtJoints(place, facts);
      yield* aroundValue(place, facts);
      yield* oneOf(REMOVED_BREAKS, place, facts);
    }
  },
  *manyAlone(url, facts) {
    yield* withHyphens(url, facts);
    yield* withEmphasis(url, facts);
    for (const place of placesOf(url)) {
      yield* oneOf(REMOVED_MARKS, place, facts);
      yield* twoCharacters(place, facts);
    }
  },
};

/** Those of the vendor’s options, which some readers of Markdown take for emphasis. */
function* underscores({ query, ...url }: UrlText, { rule, optionNames }: Facts): Generator<Variant<string>> {
  if (query === null) return;
  const whole = new Map(
    optionNames.filter((name) => name.includes("_")).map((name) => [name.replaceAll("_", ""), name]),
  );
  const restored = query.replace(/(?<=^|&)[a-z]+(?==|&|$)/gi, (name) => whole.get(name) ?? name);
  if (restored !== query)
    yield {
      value: rule({ ...url, query: restored }),
      detail: "“_”, in the names of options.",
      weight: SELDOM,
      telling: OF_MARKDOWN,
    };
}

const BREAKS: readonly (readonly [written: string, name: string])[] = [
  ["%0A", "A line feed"],
  ["%0D%0A", "A Windows line break"],
  ["%0a", "A line feed"],
  ["%0d%0a", "A Windows line break"],
  ["%0D", "A carriage return"],
  ["%09", "A tab"],
];

/** Line breaks after every “}”, “;”, “,” or tag of a value, as style sheets and markup have them. */
function* breaksAtJoints({ name, units, put }: Place, { rule }: Facts): Generator<Variant<string>> {
  for (const [written, what] of BREAKS)
    for (const joint of [
      /^(?:\}|%7D)$/i,
      /^(?:\}|%7D|\{|%7B|;|%3B)$/i,
      /^(?:;|%3B)$/i,
      /^(?:>|%3E)$/i,
      /^(?:,|%2C)$/i,
    ])
      for (const isLast of [true, false]) {
        const value = units.map((unit, at) =>
          joint.test(unit) && (isLast || at < units.length - 1) ? unit + written : unit,
        );
        if (value.join("").length > units.join("").length + written.length)
          yield {
            value: rule(put(value.join(""))),
            detail: `${what}, in several places of “${name}”.`,
            weight: SELDOM,
            telling: written === "%09" ? BY_ANYONE : undefined,
          };
      }
}

/** Kinds of brackets and quotes, and how they stand in a URL. */
const WRAPS: readonly (readonly [open: string, close: string])[] = [
  "{}",
  "<>",
  '""',
  "[]",
  "``",
  "()",
  "''",
  "||",
].flatMap((pair) => {
  const [open, close] = [pair.charAt(0), pair.charAt(1)];
  return [
    [open, close],
    [escapeChar(open), escapeChar(close)],
    [escapeChar(open).toLowerCase(), escapeChar(close).toLowerCase()],
  ] as const;
});

function* aroundValue({ name, units, put }: Place, { rule }: Facts): Generator<Variant<string>> {
  const value = units.join("");
  for (const [open, close] of WRAPS)
    yield {
      value: rule(put(open + value + close)),
      detail: `“${open}” and “${close}” around the value of “${name}”.`,
      weight: USUAL,
      telling: takenOut(open),
    };
}

const SINGLES = ['"', "<", ">", "{", "}", "^", "`", "|", "\\", "'", " ", "\u00a0", "*", "_", "[", "]", "#"];

type Removed = readonly (readonly [written: string, what: string, weight: number])[];

const REMOVED_BREAKS: Removed = BREAKS.map(([written, what]) => [written, what, SELDOM]);
const REMOVED_MARKS: Removed = SINGLES.flatMap((char) => {
  const escaped = char === "\u00a0" ? "%C2%A0" : escapeChar(char);
  const raw = /[!-~]/.test(char) ? [char] : [];
  return [escaped, ...raw].map((written) => [written, `“${written}”`, RARE] as const);
});

function* oneOf(removed: Removed, { name, units, put }: Place, { rule }: Facts): Generator<Variant<string>> {
  for (const [written, what, weight] of removed)
    for (let at = 0; at <= units.length; at++)
      yield {
        value: rule(put([...units.slice(0, at), written, ...units.slice(at)].join(""))),
        detail: `${what}, in “${name}”.`,
        weight,
        telling: takenOut(written),
      };
}

/** Longer values have too many places for two brackets. */
const MOST_FOR_TWO = 60;

function* twoCharacters({ name, units, put }: Place, { rule }: Facts): Generator<Variant<string>> {
  if (units.length > MOST_FOR_TWO) return;
  for (const [open, close] of [...WRAPS.slice(0, 9), ["%0A", "%0A"] as const])
    for (let from = 0; from <= units.length; from++)
      for (let to = from; to <= units.length; to++)
        yield {
          value: rule(
            put(
              [...units.slice(0, from), open, ...units.slice(from, to), close, ...units.slice(to)].join(""),
            ),
          ),
          detail: `“${open}” and “${close}”, in “${name}”.`,
          weight: VERY_RARE,
          telling: takenOut(open),
        };
}
