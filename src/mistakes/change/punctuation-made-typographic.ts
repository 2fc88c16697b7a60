import { escapeText } from "../../signing/escapes";
import type { UrlText } from "../../signing/types";
import type { Mistake, Telling, Variant } from "../mistake";
import { HOST, SECRET } from "../sample";
import { plainDigit } from "../text/characters/digits";
import { characterWords } from "../text/characters/foreign-words";
import { latinOf, type Plain, PUNCTUATION, plainly, plainOf } from "../text/characters/plain-characters";
import { inQueryAndPath } from "../text/respell";
import { wholesOf } from "../text/whole";
import { LIKELY, OFTEN, RARE } from "../weights";

export const punctuationMadeTypographic: Mistake = {
  id: "punctuation-made-typographic",
  group: "change",
  undoes: true,
  damages: true,
  title: "Plain punctuation became typographic after signing.",
  why: "Word, mail programs, telephones and WordPress put curly quotes for straight ones, a dash for “--” and one character for “...”.",
  fix: "Switch the replacement off where URLs are written, or copy the URL from where it was made.",
  example: {
    url: `${HOST}/a.jpg?text=It%E2%80%99s&signature={}`,
    secret: SECRET,
    signed: "/a.jpg?text=It's",
  },
  nearMiss: {
    url: `${HOST}/a.jpg?text=It%E2%80%99s&signature={}`,
    secret: SECRET,
    signed: "/a.jpg?text=Its",
  },
  *urls(url) {
    for (const writing of WRITINGS) {
      const weight = writing[0] === "'" ? LIKELY : OFTEN;
      const punctuation: Plain = (unit) => plainPunctuation(unit, writing);
      yield* madePlain(url, punctuation, weight);
      yield* madePlain(url, (unit) => punctuation(unit) ?? plainOf(unit), weight);
    }
    yield* madePlain(url, plainOf, LIKELY);
    const units = unitsOf(url);
    if (units.some((unit) => plainOf(unit) === " ")) yield* madePlain(url, plainOf, OFTEN, spacesAsPlus);
    if (units.length > 1)
      for (const unit of units.slice(0, MOST_SINGLE)) yield* madePlain(url, onlyOf(unit), OFTEN);
  },
  *alone(url, { rule }) {
    yield* wholesOf(madePlain(url, latinOf, RARE), rule);
    for (const plain of [plainOf, ...unitsOf(url).slice(0, MOST_SINGLE).map(onlyOf)])
      yield* wholesOf(madePlain(url, plain, RARE, escapeText), rule);
  },
};

const MOST_SINGLE = 6;

const unitsOf = ({ path, query }: UrlText) => [...plainly(`${path}?${query ?? ""}`, plainOf).pairs.keys()];

const onlyOf =
  (one: string): Plain =>
  (unit) =>
    unit === one ? plainOf(unit) : null;

const spacesAsPlus = (chars: string) => chars.replaceAll(" ", "+");

/** A single quote, a double quote and a dash as they may have been signed. */
const WRITINGS = [
  ["'", "%22", "--"],
  ["'", "%22", "-"],
  ["'", "%22", "---"],
  ["%27", "%22", "--"],
  ["%27", "%22", "-"],
  ["'", '"', "--"],
] as const;

function plainPunctuation(unit: string, [quote, double, dash]: (typeof WRITINGS)[number]): string | null {
  if (!PUNCTUATION.test(unit)) return null;
  if (unit === "…") return "...";
  if (/[–—]/.test(unit)) return dash;
  return /[“”„‟″«»]/.test(unit) ? double : quote;
}

/** The URL with plain characters in its query, its path, or both. */
function* madePlain(
  url: UrlText,
  plain: Plain,
  weight: number,
  write?: (chars: string) => string,
): Generator<Variant<UrlText>> {
  const respell = (text: string) => plainly(text, plain, write);
  for (const variant of inQueryAndPath(url, (text) => respell(text).text, undefined, weight)) {
    const isInPath = variant.value.path !== url.path;
    const isInQuery = variant.value.query !== url.query;
    const pairs = new Map([
      ...(isInPath ? respell(url.path).pairs : []),
      ...(isInQuery ? respell(url.query ?? "").pairs : []),
    ]);
    const where = isInPath && !isInQuery ? " In the path." : "";
    yield { ...variant, detail: pairsInWords(pairs) + where, telling: tellingOf([...pairs.keys()]) };
  }
}

const MOST_TOLD = 3;

function pairsInWords(pairs: ReadonlyMap<string, string>): string {
  const told = [...pairs].slice(0, MOST_TOLD).map(([unit, chars]) => {
    const plain = chars.replaceAll("%22", '"').replaceAll("%27", "'");
    return `${characterWords(unit)} was sent where ${characterWords(plain)} was signed`;
  });
  const more = pairs.size > MOST_TOLD ? `; and ${pairs.size - MOST_TOLD} more` : "";
  const text = told.join("; ") + more;
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

/** Not those that are only wider. */
const LOCAL_DIGIT = /^(?![０-９])\p{Nd}$/u;

/** What puts such characters for plain ones. */
const MAKERS: readonly (readonly [kind: RegExp, does: string])[] = [
  [
    PUNCTUATION,
    "Word, mail programs, telephones and WordPress put curly quotes for straight ones, a dash for “--” and one character for “...”",
  ],
  [/^[\ufb00-\ufb06]$/u, "text copied from a PDF has one character for letters that touch, such as “ﬁ”"],
  [/^[\uff01-\uff60\uffe0-\uffe6\u3000]$/u, "East Asian input methods write wide characters, such as “＝”"],
  [
    /^[\p{Script=Cyrillic}\p{Script=Greek}]$/u,
    "keyboards for Cyrillic and Greek write letters that look like Latin ones",
  ],
  [LOCAL_DIGIT, "code that writes numbers for people of a locale, such as ar-EG, puts its own digits"],
  [/^\p{Zs}$/u, "Word and editors of web pages put spaces that do not break"],
  [
    /^[×−‐‑©®™½¼¾⁄∕→•]$/u,
    "Word, WordPress and other editors put signs such as “×”, “−” and “½” for “x”, “-” and “1/2”",
  ],
];

/** The digits fit two stories, and which of the URLs is meant only its owner knows. */
function tellingOf(units: readonly string[]): Telling {
  const makers = MAKERS.filter(([kind]) => units.some((unit) => kind.test(unit))).map(([, does]) => does);
  const isOther = units.some((unit) => !MAKERS.some(([kind]) => kind.test(unit)));
  const does = [...makers, ...(isOther ? ["text copied from elsewhere brings them along"] : [])].join("; ");
  const isDigits = units.every((unit) => plainDigit(unit) !== null);
  const converts = isDigits ? "what reads a number" : "a conversion to ASCII or Unicode’s NFKC";
  return {
    title: titleOf(units, isDigits),
    why: `Most likely they came into the URL after signing: ${does}. Or they belong there, and the code that signs writes plain ones for them, as ${converts} does. The digits fit both.`,
    fix: `${units.some((unit) => LOCAL_DIGIT.test(unit)) ? "Write numbers of a URL by code that knows no locale" : "Copy the URL from where it was made"}; or, where those characters are meant, sign the text that is sent.`,
    mayBeMeant: true,
  };
}

function titleOf(units: readonly string[], isDigits: boolean): string {
  if (isDigits) return "Other digits than “0” to “9” were sent where those were signed.";
  return units.every((unit) => PUNCTUATION.test(unit))
    ? "Typographic punctuation was sent where plain punctuation was signed."
    : "Special characters were sent where plain ones were signed.";
}
