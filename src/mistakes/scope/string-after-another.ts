import type { UrlText } from "../../signing/types";
import { cutQuery } from "../../signing/url-text";
import type { Mistake, Variant } from "../mistake";
import { PHOTO_URL, SECRET, SIGNED } from "../sample";
import { joined } from "../text/respell";
import { likelyValues } from "../text/values/likely-values";
import { type NumberPlace, numbersOf, withNumbers } from "../text/values/numbers";
import { SELDOM } from "../weights";

export const stringAfterAnother: Mistake = {
  id: "string-after-another",
  group: "scope",
  title: "The string of another URL was signed before the one of this URL.",
  why: "One {computation} object or one buffer served several URLs, such as an image in several sizes: update() and “+=” add to what it holds already.",
  fix: "Begin a new {computation}, and a new text, for each URL.",
  example: { url: PHOTO_URL, secret: SECRET, signed: `/photos/cat.jpg?width=100${SIGNED}` },
  nearMiss: { url: PHOTO_URL, secret: SECRET, signed: `/photos/cat.jpg?width=100#${SIGNED}` },
  *alone(url, { rule }) {
    const own = rule(url);
    for (const { before, detail } of predecessors(url))
      yield { value: before.map(rule).join("") + own, detail, weight: SELDOM };
  },
};

/** URLs that may have been signed before this one, in their order. */
interface Predecessors extends Pick<Variant<string>, "detail"> {
  readonly before: readonly UrlText[];
}

/** Of so many numbers it is not known which one differed. */
const MOST_PLACES = 4;

function* predecessors(url: UrlText): Generator<Predecessors> {
  for (const place of numbersOf(url)
    .filter(({ isWhole }) => isWhole)
    .slice(0, MOST_PLACES)) {
    const name = `“${place.name.slice(0, 40)}”`;
    const at = (value: string) => withNumbers(url, [[place, value]]);
    for (const values of valuesBefore(place))
      yield { before: values.map(at), detail: `It stood there with ${values.join(", then ")} in ${name}.` };
    yield { before: [without(url, place)], detail: `It stood there without ${name}.` };
  }
}

/** One other value of this name, or the smaller or larger ones of a usual row of sizes. */
function valuesBefore({ name, value }: NumberPlace): string[][] {
  const number = Number(value);
  const parts = [2, 3, 4].map((by) =>
    Array.from({ length: by - 1 }, (_, at) => String((number * (at + 1)) / by)),
  );
  const likely = likelyValues(name).filter((other) => /^[\d.]+$/.test(other) && other !== value);
  const ones = [...new Set([...likely, String(number / 2), String(number * 2)])].map((other) => [other]);
  const rows = ROWS.flatMap((row) => [row, row.toReversed()]).flatMap((row) => startsOf(row, value));
  return [...ones, ...[...parts, ...rows].filter(({ length }) => length > 1)];
}

/** What of a row stands before this value, from any start. */
function startsOf(row: readonly string[], value: string): string[][] {
  const end = row.indexOf(value);
  return Array.from({ length: Math.max(0, end - 1) }, (_, start) => row.slice(start, end));
}

/** Sizes in which images are offered: those of Next.js, of imgix’s and of Bootstrap’s screens, hundreds, and pixel ratios. */
const ROWS: readonly (readonly string[])[] = [
  "640 750 828 1080 1200 1920 2048 3840",
  "320 480 640 768 1024 1280 1536 1920",
  "320 640 960 1280 1600 1920",
  "576 768 992 1200 1400",
  "100 200 300 400 500 600 700 800 900 1000 1200",
  "200 400 600 800 1000 1200 1600 2000",
  "400 800 1200 1600 2000",
  "300 600 900 1200 1500 1800",
  "1 1.5 2 3 4",
  "1 2 3 4",
].map((row) => row.split(" "));

function without(url: UrlText, { name }: NumberPlace): UrlText {
  const left = cutQuery(url.query ?? "").filter((parameter) => parameter.name !== name);
  return { ...url, query: left.length === 0 ? null : joined(left) };
}
