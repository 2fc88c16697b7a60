import type { UrlText } from "../../signing/types";
import { cutQuery } from "../../signing/url-text";
import type { Mistake, Telling, Variant } from "../mistake";
import { HOST, SECRET } from "../sample";
import { isCacheBuster } from "../text/added-names";
import { withParameter } from "../text/respell";
import { filledIn } from "../text/values/filled-in";
import { likelyValues, otherWords, QUALITIES, RATIOS, SIZES } from "../text/values/likely-values";
import { type NumberPlace, numbersOf, withNumbers } from "../text/values/numbers";
import { wholesOf } from "../text/whole";
import { UNLIKELY, USUAL } from "../weights";

export const valueChangedAfterSigning: Mistake = {
  id: "value-changed-after-signing",
  group: "change",
  parametersWere: "changed",
  title: "Another number was signed than the URL has now.",
  why: "Code for responsive images, a client or a person changed it in the finished URL, or one number was signed and another one sent.",
  fix: "Sign each URL with the values that it is sent with.",
  example: { url: `${HOST}/a.jpg?width=768&signature={}`, secret: SECRET, signed: "/a.jpg?width=1024" },
  nearMiss: { url: `${HOST}/a.jpg?width=768&signature={}`, secret: SECRET, signed: "/a.jpg?width=" },
  *urls(url) {
    const places = numbersOf(url);
    for (const place of places.filter(({ isWhole }) => isWhole).slice(0, MOST_PLACES))
      for (const value of elsewhere(places, place).slice(0, 12))
        yield changed(url, [[place, value]], UNLIKELY);
  },
  leftOut: (url) =>
    url.query !== null && numbersOf(url).length > MOST_PLACES
      ? `Of its numbers the first ${MOST_PLACES} were tried with every value up to ${MOST}, others with common ones.`
      : null,
  *manyAlone(url, { rule }) {
    yield* wholesOf(filledIn(url), rule);
    yield* wholesOf(changedWords(url), rule);
    for (const { value, detail, telling } of changedNumbers(url))
      yield { value: rule(value), detail, telling };
  },
};

/** Every whole number up to this one is tried in each place, and as many on either side of a larger one. */
const MOST = 4096;
const NEAR = 600;
/** More numbers than this are changed to common values only. */
const MOST_PLACES = 8;

const OF_WORDS: Telling = {
  title: "Another value was signed than the URL has now.",
  why: "Code, a client or a person changed it in the finished URL, or one value was signed and another one sent.",
};

const MOST_WORDS = 24;

/** One value in the place of another that options of this name have. */
function* changedWords(url: UrlText): Generator<Variant<UrlText>> {
  const parameters = cutQuery(url.query ?? "");
  for (const [at, { name, value }] of parameters.slice(0, MOST_WORDS).entries())
    for (const other of otherWords(name, value ?? ""))
      yield {
        value: withParameter(url, parameters, at, `${name}=${other}`),
        detail: `When it was signed, “${name.slice(0, 40)}” was “${other}”.`,
        telling: OF_WORDS,
      };
}

function* changedNumbers(url: UrlText): Generator<Variant<UrlText>> {
  const places = numbersOf(url);
  const whole = places.filter(({ isWhole }) => isWhole);
  for (const place of [...whole, ...places.filter(({ isWhole }) => !isWhole)].slice(0, 30))
    for (const value of new Set([...elsewhere(places, place), ...common(place)]))
      yield changed(url, [[place, value]]);
  yield* bothCommon(url, whole.slice(0, 5));
  for (const place of whole.slice(0, MOST_PLACES))
    for (const value of every(place)) yield changed(url, [[place, value]]);
  yield* scaled(url, whole.slice(0, 4));
  if (places.length <= MOST_PLACES)
    for (const place of places.filter(({ isWhole }) => !isWhole))
      for (const value of every(place)) yield changed(url, [[place, value]]);
}

/** What other numbers of the URL are, and what this one is with a digit more or less. */
function elsewhere(places: readonly NumberPlace[], { value }: NumberPlace): string[] {
  const near = /^\d{1,6}$/.test(value)
    ? [Number(value) + 1, Number(value) - 1, Number(value) * 2, Number(value) / 2, Number(value) * 10].map(
        String,
      )
    : [];
  const others = places.map((other) => other.value);
  return [...new Set([...others, ...near])].filter((other) => other !== value && !other.startsWith("-"));
}

function common({ name, value }: NumberPlace): readonly string[] {
  const own = likelyValues(name).filter((text) => /^[\d.]+$/.test(text));
  const all = [...own, ...SIZES, ...QUALITIES, ...RATIOS];
  return value.includes(".") || Number(value) <= 10 ? [...all, ...tenths()] : all;
}

function* tenths(): Generator<string> {
  for (let tenth = 0; tenth <= 100; tenth++) {
    yield String(tenth / 10);
    yield (tenth / 10).toFixed(1);
    yield (tenth / 10).toFixed(2);
  }
}

function* every({ value }: NumberPlace): Generator<string> {
  for (let number = 0; number <= MOST; number++) yield String(number);
  if (Number(value) <= MOST || !/^\d{4,15}$/.test(value)) return;
  for (let step = 1; step <= NEAR; step++) {
    yield String(Number(value) - step);
    yield String(Number(value) + step);
  }
}

/** Two numbers that were both others of the values common for their names. */
function* bothCommon(url: UrlText, places: readonly NumberPlace[]): Generator<Variant<UrlText>> {
  for (const [first, second] of pairsOf(places))
    for (const one of likelyValues(first.name).slice(0, 40))
      for (const other of likelyValues(second.name).slice(0, 40))
        if (one !== first.value && other !== second.value)
          yield changed(url, [
            [first, one],
            [second, other],
          ]);
}

/** Two numbers that grew or shrank by one ratio: the first in every size, the second as it follows, rounded in either way. */
function* scaled(url: UrlText, places: readonly NumberPlace[]): Generator<Variant<UrlText>> {
  for (const [first, second] of pairsOf(places)) {
    const ratio = Number(second.value) / Number(first.value);
    if (!(ratio > 0) || ratio > MOST) continue;
    for (let number = 1; number <= MOST; number++)
      for (const other of new Set([Math.round, Math.floor, Math.ceil].map((round) => round(number * ratio))))
        yield changed(url, [
          [first, String(number)],
          [second, String(other)],
        ]);
  }
}

function pairsOf<T>(all: readonly T[]): [T, T][] {
  return all.flatMap((first, at) => all.slice(at + 1).map((second): [T, T] => [first, second]));
}

function changed(
  url: UrlText,
  changes: readonly (readonly [place: NumberPlace, value: string])[],
  weight = USUAL,
): Variant<UrlText> {
  const [[place, value] = []] = changes;
  const isClock = changes.length === 1 && isOfTime(place?.name) && isTime(place?.value) && isTime(value);
  const words = changes.map(([{ label }, value]) => `${label} was ${value}`);
  return {
    value: withNumbers(url, changes),
    detail: `When it was signed, ${words.join(" and ")}.`,
    weight,
    telling: isClock ? OF_CLOCK : undefined,
  };
}

/** Seconds or milliseconds since 1970, of the years 2001 to 2033. */
const isTime = (text: string | undefined) => /^1\d{9}(?:\d{3})?$/.test(text ?? "");

/** Other names have such numbers for a user, an order or a product. */
const isOfTime = (name: string | undefined) =>
  isCacheBuster(name ?? "") ||
  /time|stamp|expir|until|modified|created|nonce|(?:\b|_|up)date/i.test(name ?? "");

const OF_CLOCK: Telling = {
  title: "Another time was signed than the URL has now.",
  why: "Either the clock was read twice, once for the string and once for the URL, or a script, a client or a person changed the finished URL. The digits fit both.",
  fix: "Read the clock once, and use that number for the string and for the URL.",
};
