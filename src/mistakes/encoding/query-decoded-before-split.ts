import { sortQuery } from "../../signing/sort-query";
import type { UrlText } from "../../signing/types";
import type { Mistake, Variant } from "../mistake";
import { HOST, SECRET } from "../sample";
import { encodeLike, spellingsOf } from "../text/encoders";
import { withEquals } from "../text/equals-signs";
import { percentDecode } from "../text/escapes";
import { mapValues } from "../text/respell";
import { LESS_LIKELY, LESS_USUAL } from "../weights";

const URL = `${HOST}/?caption=rock%20%26%20roll&width=200&signature={}`;

export const queryDecodedBeforeSplit: Mistake = {
  id: "query-decoded-before-split",
  group: "encoding",
  title: "The query was decoded before it was split into its parameters.",
  why: "Java’s URI.getQuery(), or urldecode and decodeURIComponent of the whole query, decode the “&” that belongs to a value, too: it then parts the value, and what is encoded again is another query.",
  fix: "Split the query as it is sent, or better sign its text without taking it apart.",
  example: { url: URL, secret: SECRET, signed: "/?caption=rock%20&%20roll=&width=200" },
  nearMiss: { url: URL, secret: SECRET, signed: "/?caption=rock%20&%20jazz=&width=200" },
  *urls(url) {
    const query = url.query ?? "";
    if (!/%26/.test(query)) return;
    for (const decoded of new Set([percentDecode(query), percentDecode(query.replaceAll("+", " "))]))
      yield* encodedAgain(url, decoded);
  },
};

/** Of the commonest libraries that differ here. */
const MOST_SPELLINGS = 8;

function* encodedAgain(url: UrlText, decoded: string): Generator<Variant<UrlText>> {
  const detail = "A part of a value was signed as a parameter of its own.";
  for (const spelling of spellingsOf(decoded).slice(0, MOST_SPELLINGS)) {
    const once = (text: string) => encodeLike(spelling, text);
    const twice = (text: string) => once(percentDecode(text.replaceAll("+", " ")));
    for (const encode of [once, twice]) {
      const query = mapValues(decoded, encode, encode);
      for (const own of new Set([withEquals(query), query])) {
        yield { value: { ...url, query: own }, detail, weight: LESS_USUAL };
        yield {
          value: { ...url, query: sortQuery(own) },
          detail: `${detail} They were sorted, too.`,
          weight: LESS_USUAL + LESS_LIKELY,
        };
      }
    }
  }
}
