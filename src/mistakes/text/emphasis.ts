import type { UrlText } from "../../signing/types";
import type { Facts, Variant } from "../mistake";
import { RARE, SELDOM } from "../weights";
import { pathAndQuery, withPathAndQuery } from "./path-and-query";
import { OF_MARKDOWN } from "./taken-out";

/*
 * Marks of emphasis that what reads Markdown took out of a URL: it takes two at a time, and makes italics or bold type of what
 * stands between them.
 */

/** Of so many places inside of words each two are tried. */
const MOST_PLACES = 64;
/** Of so many words each is tried. */
const MOST_WORDS = 100;

export function* withEmphasis(url: UrlText, { rule }: Facts): Generator<Variant<string>> {
  const text = pathAndQuery(url);
  const signed = (whole: string) => rule(withPathAndQuery(url, whole));
  for (const { index: start, end } of wordsOf(text).slice(0, MOST_WORDS))
    for (const mark of ["_", "*", "__", "**"]) yield variant(signed, text, [start, end], mark, SELDOM);
  // Not between the digits of an escape.
  const inside = Array.from(text.matchAll(/(?<=[a-z\d])(?<!%[\da-f]?)(?=[a-z\d])/gi), ({ index }) => index);
  const places = inside.slice(0, MOST_PLACES);
  for (const [at, from] of places.entries())
    for (const to of places.slice(at + 1))
      for (const mark of ["_", "*"]) yield variant(signed, text, [from, to], mark, RARE);
}

const wordsOf = (text: string) =>
  Array.from(text.matchAll(/(?<=^|[^\w%-]|%[\da-f]{2})[\w-]+/gi), ({ index, 0: word }) => ({
    index,
    end: index + word.length,
  }));

/** The text with a mark in two places. */
function variant(
  signed: (text: string) => string,
  text: string,
  [from, to]: readonly [number, number],
  mark: string,
  weight: number,
): Variant<string> {
  const before = text.slice(0, from);
  const between = mark + text.slice(from, to) + mark;
  const behind = text.slice(to);
  const [, word = ""] = /(?:^|[^\w%]|%[\da-f]{2})(\w*)$/i.exec(before) ?? [];
  const [rest = ""] = /^\w*/.exec(behind) ?? [];
  return {
    value: signed(before + between + behind),
    detail: `“${mark}”, twice: “${(word + between + rest).slice(0, 60)}” was signed.`,
    weight,
    telling: OF_MARKDOWN,
  };
}
