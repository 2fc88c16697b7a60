import type { Key, Mistake, Variant } from "../mistake";
import { signedWithKey } from "../sample";
import { LESS_LIKELY, SINGLE_ONLY } from "../weights";

const WHY =
  "It was typed from a screen or a photo, or a keystroke slipped into it; “0” and “O”, “1” and “l” look alike.";

export const secretMistyped: Mistake = {
  id: "secret-mistyped",
  group: "secret",
  answerTells: "name",
  takesParts: true,
  title: "The secret was mistyped here, or where it was signed.",
  why: WHY,
  fix: "Copy the secret again from the vendor’s dashboard, in both places.",
  example: signedWithKey("s3cretKey-0123456789", "s3cretKeY-0123456789"),
  nearMiss: signedWithKey("s3cretKey-0123456789", "S3CRETKEY-0123456789"),
  *keys(key) {
    const chars = [...key];
    if (chars.length < FEWEST || chars.length > MOST) return;
    yield* inAnotherScript(key, chars);
    yield* exchanged(chars);
    yield* missingOrDoubled(chars);
    yield* replaced(chars, true);
    yield* replaced(chars, false);
    yield* twoAlike(chars);
    yield* added(chars);
  },
};

/** Of shorter secrets a change of one character would make almost any other. */
const FEWEST = 5;
const MOST = 128;
const WEIGHT = SINGLE_ONLY + LESS_LIKELY;

const ALPHABET = [..."abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-+/=.!@#$%^&*~"];

/** Characters that people and fonts mistake for each other. */
const ALIKE = [
  "0OoQD",
  "1lI|i",
  "5Ss",
  "8B",
  "2Zz",
  "6bG",
  "9gq",
  "uvU",
  "nmh",
  "ceo",
  "_-",
  ".,",
  "Vv",
  "Ww",
  "Xx",
  "Kk",
  "Pp",
  "Cc",
];

const isAlike = (a: string, b: string) => ALIKE.some((group) => group.includes(a) && group.includes(b));

/** Letters of other scripts that look like Latin ones, each behind its Latin letter. */
const TWINS =
  "aаcсeеoоpрxхyуiіjјsѕdԁAАBВCСEЕHНIІJЈKКMМOОPРSЅTТXХAΑBΒEΕZΖHΗIΙKΚMΜNΝOΟPΡTΤYΥXΧoοvν".match(/../gu) ?? [];

/** One letter of the secret that signed is a twin in another script, or some of the entered one are. */
function* inAnotherScript(key: string, chars: readonly string[]): Generator<Variant<Key>> {
  let latin = key;
  for (const [own = "", twin = ""] of TWINS) latin = latin.replaceAll(twin, own);
  if (latin !== key)
    yield {
      value: latin,
      detail:
        "Letters of the secret entered here are of another script and look like Latin ones; those of the secret that signed are Latin.",
      entered: true,
      // It is true of both places.
      telling: { why: WHY },
    };
  for (const [at, char] of chars.entries())
    for (const [own, twin] of TWINS)
      if (own === char)
        yield {
          value: chars.with(at, twin ?? "").join(""),
          detail: `The secret that signed has a letter of another script that looks like it in the place of ${place(at, chars)}.`,
          odd: { start: at, end: at + 1 },
          weight: WEIGHT,
        };
}

/** Of a long secret there are too many pairs. */
const MOST_ALIKE = 16;
const ALIKE_IN_PRINT = ["0O", "1lI", "5S", "8B", "2Z", "6G"];

/** Two characters read from a picture for others that look alike. */
function* twoAlike(chars: readonly string[]): Generator<Variant<Key>> {
  const places = chars
    .flatMap((char, at) => {
      const others = ALIKE_IN_PRINT.flatMap((group) => (group.includes(char) ? [...group] : []));
      return others.filter((other) => other !== char).map((other) => ({ at, other }));
    })
    .slice(0, MOST_ALIKE);
  for (const [index, first] of places.entries())
    for (const second of places.slice(index + 1))
      if (second.at !== first.at)
        yield {
          value: chars.with(first.at, first.other).with(second.at, second.other).join(""),
          detail: `The secret that signed has ones that look like them in the places of characters ${first.at + 1} and ${second.at + 1} of the ${chars.length} entered here.`,
          weight: WEIGHT + LESS_LIKELY,
        };
}

function place(at: number, chars: readonly string[]): string {
  return `character ${at + 1} of the ${chars.length} entered here`;
}

function* exchanged(chars: readonly string[]): Generator<Variant<Key>> {
  for (let at = 0; at + 1 < chars.length; at++) {
    const value = [...chars.slice(0, at), chars[at + 1], chars[at], ...chars.slice(at + 2)].join("");
    yield {
      value,
      detail: `In the secret that signed, ${place(at, chars)} and the next had changed places.`,
      odd: { start: at, end: at + 2 },
      weight: WEIGHT,
    };
  }
}

function* missingOrDoubled(chars: readonly string[]): Generator<Variant<Key>> {
  for (let at = 0; at < chars.length; at++) {
    const [before, after] = [chars.slice(0, at).join(""), chars.slice(at + 1).join("")];
    yield {
      value: before + after,
      detail: `The secret that signed lacks ${place(at, chars)}.`,
      odd: { start: at, end: at },
      weight: WEIGHT,
    };
    const doubled = `${before}${chars[at]}${chars[at]}${after}`;
    yield {
      value: doubled,
      detail: `The secret that signed has ${place(at, chars)} twice.`,
      odd: { start: at, end: at + 2 },
      weight: WEIGHT,
    };
  }
}

/** One character for another: those that look alike first. */
function* replaced(chars: readonly string[], alike: boolean): Generator<Variant<Key>> {
  const how = alike ? "one that looks like it" : "another";
  for (let at = 0; at < chars.length; at++) {
    const own = chars[at] ?? "";
    const [before, after] = [chars.slice(0, at).join(""), chars.slice(at + 1).join("")];
    const detail = `The secret that signed has ${how} in the place of ${place(at, chars)}.`;
    const odd = { start: at, end: at + 1 };
    for (const char of ALPHABET)
      if (char !== own && isAlike(char, own) === alike)
        yield { value: before + char + after, detail, odd, weight: alike ? WEIGHT : WEIGHT + LESS_LIKELY };
  }
}

function* added(chars: readonly string[]): Generator<Variant<Key>> {
  for (let at = 0; at <= chars.length; at++) {
    const [before, after] = [chars.slice(0, at).join(""), chars.slice(at).join("")];
    const where = at < chars.length ? `before ${place(at, chars)}` : "at its end";
    for (const char of ALPHABET)
      yield {
        value: before + char + after,
        detail: `The secret that signed has one character more, ${where}.`,
        odd: { start: at, end: at + 1 },
        weight: WEIGHT + LESS_LIKELY,
      };
  }
}
