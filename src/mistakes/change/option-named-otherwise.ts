import type { UrlText } from "../../signing/types";
import { cutQuery } from "../../signing/url-text";
import type { Mistake, Variant } from "../mistake";
import { PHOTO_URL, SECRET } from "../sample";
import { sizesOtherwise } from "../text/values/sizes";
import { wholesOf } from "../text/whole";
import { SELDOM, USUAL } from "../weights";

/** Names that image services and their clients have for one option. */
const NAMES: readonly (readonly string[])[] = [
  ["width", "w"],
  ["height", "h"],
  ["quality", "q", "qlt"],
  ["format", "fm", "f", "fmt", "output"],
  ["background", "bg", "bg_color", "background_color"],
  ["rotate", "rot", "rotation"],
  ["crop", "rect"],
  ["mode", "fit", "m"],
  ["dpr", "pixel_ratio", "scale"],
  ["src", "url", "u", "source", "image"],
  ["thumb_width", "tw"],
  ["delay", "wait"],
  ["full_page", "full"],
  ["user_agent", "ua"],
];

export const optionNamedOtherwise: Mistake = {
  id: "option-named-otherwise",
  group: "change",
  title: "A parameter was signed under another name than it was sent under.",
  why: "Code often takes short names such as “w”, or names in the style of its language, and writes the service’s own into the URL, or the other way round; the string was made before that, or by other code. PHP makes “_” of “.” in names.",
  fix: "Give every parameter the service’s own name first, then sign that query and send it.",
  example: { url: PHOTO_URL, secret: SECRET, signed: "/photos/cat.jpg?w=200" },
  nearMiss: { url: PHOTO_URL, secret: SECRET, signed: "/photos/cat.jpg?wide=200" },
  *alone(url, { rule, optionNames }) {
    yield* wholesOf(restyled(url, optionNames), rule);
    yield* wholesOf(renamed(url, optionNames), rule);
    yield* wholesOf(sizesOtherwise(url, optionNames), rule);
  },
};

const wordsOf = (name: string) => name.replace(/([a-z\d])([A-Z])/g, "$1 $2").split(/[ _.-]|%20|\+/);
const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

/** How languages write a name of several words; one with “_”, “-” or capitals inside is in another letter case. */
const STYLES: readonly ((name: string) => string)[] = [
  (name) => wordsOf(name).map(capital).join(""),
  // PHP's parse_str
  (name) => name.replaceAll(/[.+]|%20/g, "_"),
  (name) => wordsOf(name).join(".").toLowerCase(),
  (name) => wordsOf(name).join("").toLowerCase(),
];

const MOST_PARAMETERS = 24;
/** Of so many at most every set is renamed. */
const MOST_TOGETHER = 6;

/** All names in another style. */
function* restyled(url: UrlText, known: readonly string[]): Generator<Variant<UrlText>> {
  const parameters = cutQuery(url.query ?? "").slice(0, MOST_PARAMETERS);
  for (const style of STYLES) {
    const names = new Map(parameters.map(({ name }, at) => [at, style(name)] as const));
    for (const [at, { name }] of parameters.entries()) if (names.get(at) === name) names.delete(at);
    if (names.size > 0) yield renamedTo(names, url, known, USUAL);
  }
}

/** Every set of parameters that have a short or a long name, each with that; and one alone with its further names. */
function* renamed(url: UrlText, known: readonly string[]): Generator<Variant<UrlText>> {
  const parameters = cutQuery(url.query ?? "");
  const others = parameters.slice(0, MOST_PARAMETERS).map(({ name }) => othersOf(name));
  const first = others.flatMap(([name], at) => (name === undefined ? [] : [[at, name] as const]));
  for (const some of subsets(first.slice(0, MOST_TOGETHER)))
    yield renamedTo(new Map(some), url, known, USUAL);
  for (const [at, names] of others.entries())
    for (const name of names.slice(1)) yield renamedTo(new Map([[at, name]]), url, known, SELDOM);
}

/** Every set of them but the empty one. */
function subsets<T>(all: readonly T[]): T[][] {
  return Array.from({ length: 2 ** all.length - 1 }, (_, set) =>
    all.filter((_, at) => ((set + 1) >> at) & 1),
  );
}

const othersOf = (name: string) =>
  (NAMES.find((names) => names.includes(name)) ?? []).filter((other) => other !== name);

const MOST_TOLD = 6;

/** @param names by the place of the parameter. @param known the vendor’s own names */
function renamedTo(
  names: ReadonlyMap<number, string>,
  url: UrlText,
  known: readonly string[],
  weight: number,
): Variant<UrlText> {
  const parameters = cutQuery(url.query ?? "");
  const texts = parameters.map(({ name, text }, at) => (names.get(at) ?? name) + text.slice(name.length));
  const told = Array.from(names, ([at, name]) => `“${name}” was signed, “${parameters[at]?.name}” was sent`);
  const more = told.length > MOST_TOLD ? `; and ${told.length - MOST_TOLD} more` : "";
  // A name that the vendor does not know does nothing.
  const isUnknown = Array.from(
    names,
    ([at, name]) => known.includes(parameters[at]?.name ?? "") && !known.includes(name),
  ).every(Boolean);
  return {
    value: { ...url, query: texts.join("&") },
    detail: `${told.slice(0, MOST_TOLD).join("; ")}${more}.`,
    weight,
    ...(isUnknown && { telling: { isUnwanted: true } }),
  };
}
