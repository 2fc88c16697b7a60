import { escapeText } from "../../signing/escapes";
import { sortQuery } from "../../signing/sort-query";
import type { UrlText } from "../../signing/types";
import { cutQuery, type Parameter } from "../../signing/url-text";
import type { Mistake, Telling, Variant } from "../mistake";
import { HOST, SECRET } from "../sample";
import { formDecode } from "../text/parameters";
import { inValues, mapValues } from "../text/respell";
import { BRACES_LEFT } from "../text/values/left-around";
import {
  COMMON_WRITINGS,
  IN_BRACES,
  JOINED_TO_ONE,
  LIST_WRITINGS,
  type ListWriting,
  WRITINGS_OF_ONE,
  type Write,
} from "../text/values/list-writings";
import { type List, listOf, namesOf, placed, valuesOf } from "../text/values/lists";
import { LESS_USUAL, OFTEN } from "../weights";

const TWO = `${HOST}/a.jpg?tag=a&tag=b&width=200&signature={}`;

export const arrayWrittenOtherwise: Mistake = {
  id: "array-written-otherwise",
  group: "encoding",
  title: "A list of values was written otherwise when it was signed.",
  why: "Libraries write lists each in its own way: “tag=a&tag=b”, “tag[]=a”, “tag[0]=a”, “tag=a,b” or as JSON; a browser, a proxy or a second library wrote it anew.",
  fix: "Build the query once, and use the same text for the string and for the URL.",
  example: { url: TWO, secret: SECRET, signed: "/a.jpg?tag[]=a&tag[]=b&width=200" },
  nearMiss: { url: TWO, secret: SECRET, signed: "/a.jpg?tag=b&tag=a&width=200" },
  *urls(url) {
    for (const variant of inValues(url, withoutBrackets, NO_BRACKETS, OFTEN))
      yield { ...variant, telling: OF_BRACKETS };
    for (const variant of lists(url, COMMON_WRITINGS)) yield { ...variant, weight: LESS_USUAL };
  },
  *alone(url, { rule }) {
    const seen = new Set<string>();
    for (const base of spelledAnew(url))
      for (const variant of [...lists(base, LIST_WRITINGS), ...listsOfOne(base)])
        for (const [query, words] of asHandedOut(variant.value.query ?? "")) {
          if (seen.has(query)) continue;
          seen.add(query);
          yield { ...variant, value: rule({ ...variant.value, query }), detail: `${variant.detail}${words}` };
        }
  },
};

/** More parameters than this are left as they stand. */
const MOST_PARAMETERS = 200;
/** More single values than this are not taken for lists one by one. */
const MOST_SINGLE = 12;
/** Longer queries have no value that is tried as a list of one. */
const LONGEST = 20_000;

const withoutBrackets = (value: string) => value.replace(/^(?:\[|%5B)(.*)(?:\]|%5D)$/is, "$1");

const NO_BRACKETS = "It was signed without the brackets around its value.";

const OF_BRACKETS: Telling = {
  title: "A value was sent in square brackets and signed without them.",
  why: "Either it is a list, which the URL has in brackets, as programs print it and JSON writes it, and the string has its values alone; or they belong to a text, and a filter took them out of the string; or they came into the URL after signing. The digits fit all of these.",
  fix: "Build the query once, sign that text, and send the same text.",
  isDoubtful: true,
  mayBeMeant: true,
};

/** Every way for each list of the URL: names that stand twice or with brackets, and values with commas. */
function* lists(url: UrlText, writings: readonly ListWriting[]): Generator<Variant<UrlText>> {
  const parameters = cutQuery(url.query ?? "");
  if (parameters.length > MOST_PARAMETERS) return;
  const found = namesOf(parameters).flatMap((name) => listOf(name, parameters) ?? []);
  if (found.length === 0) return;
  const choices = found.length > 1 ? [found, ...found.map((list) => [list])] : [found];
  for (const chosen of choices.filter((lists) => lists.every(({ values }) => values.length === 1)))
    for (const query of written(parameters, chosen, asOne))
      yield { value: { ...url, query }, detail: "As “name=…”.", telling: SENT_AS_LIST };
  for (const [write, detail] of writings)
    for (const chosen of choices)
      for (const query of written(parameters, chosen, write))
        yield { value: { ...url, query }, detail, telling: detail === JOINED_TO_ONE ? TO_ONE : undefined };
}

const TO_ONE: Telling = {
  title: "What stands between values, or the parts of one, was not signed.",
  why: "Either it is a list that was joined without a sign; or code that cleans values took the sign out of the string; or it came into the URL after signing. The digits fit all of these.",
  fix: "Build the query once, sign that text, and send the same text.",
  isDoubtful: true,
  mayBeMeant: true,
};

const asOne: Write = (name, values) => values.map((value) => `${name}=${value}`);

const SENT_AS_LIST: Telling = {
  title: "A list of one value was signed as a single value.",
  why: "Libraries write a list of one as “name[]=…”, as JSON or as the language prints it, and so it was sent; the string was made of the value alone.",
};

/** Single values that code held as lists of one: each of them, and all that the URL has with them. */
function* listsOfOne(url: UrlText): Generator<Variant<UrlText>> {
  const parameters = cutQuery(url.query ?? "");
  if (parameters.length > MOST_PARAMETERS || (url.query ?? "").length > LONGEST) return;
  const all = namesOf(parameters).map((name) => valuesOf(name, parameters));
  const single = all.filter(({ values }) => values.length === 1);
  if (single.length === 0) return;
  for (const [write, detail] of WRITINGS_OF_ONE) {
    const everyOne = all.length > 1 ? `${detail} So was every value.` : detail;
    for (const query of written(parameters, all, write))
      yield { value: { ...url, query }, detail: everyOne, telling: tellingOfOne(detail) };
    if (all.length === 1) continue;
    for (const list of single.slice(0, MOST_SINGLE)) {
      const words = `${detail} In “${list.name.slice(0, 40)}”.`;
      for (const query of written(parameters, [list], write))
        yield { value: { ...url, query }, detail: words, telling: tellingOfOne(detail) };
    }
  }
}

const OF_ONE: Telling = {
  title: "A single value was signed as a list.",
  why: "Code that takes a query apart may hand out every value as a list of one, as Python’s parse_qs and Go’s url.Values do, and code that allows for several values of a name holds a list, too. It is written as “name[]=…”, as JSON or as the language prints it.",
  fix: "Build the query once, with a single value as plain text, and sign the text that is sent.",
};

/** Lists are in braces in few languages, and placeholders in many. */
const tellingOfOne = (detail: string) => (detail === IN_BRACES ? OF_BRACES : OF_ONE);

const OF_BRACES: Telling = {
  title: "A value was signed in braces.",
  why: `Either ${BRACES_LEFT}; or code held the value as a list or a struct of one, and the language prints that so. The digits fit both.`,
  fix: "Build the query once, with the plain value, and sign the text that is sent.",
};

const written = (parameters: readonly Parameter[], lists: readonly List[], write: Write) =>
  placed(parameters, new Map(lists.map(({ name, values }) => [name, write(name, values)])));

/** The URL as it stands, and with its values as what writes a list anew, such as Python’s urlencode, encodes them all. */
function spelledAnew(url: UrlText): UrlText[] {
  if (url.query === null) return [];
  const anew = (text: string) => escapeText(formDecode(text)).replaceAll("%20", "+");
  const query = mapValues(url.query, anew);
  return query === url.query ? [url] : [url, { ...url, query }];
}

/** The parameters as they stand, and as frameworks hand them out, sorted or not. */
function asHandedOut(query: string): [query: string, words: string][] {
  const sorted = sortQuery(query);
  return [
    [query, ""],
    [formDecode(query), " All was signed decoded."],
    [sorted, " The parameters were sorted."],
    [formDecode(sorted), " The parameters were sorted, and all was signed decoded."],
  ];
}
