import type { UrlText } from "../../signing/types";
import { cutQuery, type Parameter } from "../../signing/url-text";
import { listedQuoted } from "../../signing/wording/listed";
import type { Facts, Mistake, Telling, Variant } from "../mistake";
import { HOST, SECRET } from "../sample";
import { joined } from "../text/respell";
import { restsOfValues } from "../text/values/own-ampersand";
import { LESS_USUAL, LIKELY, SELDOM, USUAL } from "../weights";

export const emptyParameterDropped: Mistake = {
  id: "empty-parameter-dropped",
  group: "change",
  title: "A parameter without a value stood in the URL or in the string that was signed, but not in both.",
  why: "Libraries differ on whether they write empty options, and proxies and link cleaners remove “name=” and doubled “&”.",
  fix: "Leave empty options out before the query is built.",
  example: {
    url: `${HOST}/a.jpg?width=200&crop=&signature={}`,
    secret: SECRET,
    signed: "/a.jpg?width=200",
  },
  nearMiss: {
    url: `${HOST}/a.jpg?width=200&crop=1&signature={}`,
    secret: SECRET,
    signed: "/a.jpg?width=200",
  },
  urls: emptyParameters,
};

/** Where in the query an “&” stands beside which there is no parameter. */
function placeOf(parameters: readonly Parameter[], gone: readonly Parameter[]): string {
  const [only, ...more] = gone;
  if (!only || more.length > 0) return `${gone.length} such “&” stand in it.`;
  const before = parameters[parameters.indexOf(only) - 1];
  return before ? `It stands behind “${before.name.slice(0, 40)}”.` : "It stands before the first parameter.";
}

const JOINED =
  "Mostly code joins with “&” what begins or ends with one already, or is empty because it was not set.";

const SENT_SEPARATOR: Telling = {
  title: "An “&” too many stands in the URL, and it was not signed.",
  why: JOINED,
  fix: "Put one “&” between two parameters and none elsewhere, sign that text, and send it.",
};

const SIGNED_SEPARATOR: Telling = {
  title: "An “&” too many was signed that the URL does not have.",
  why: `${JOINED} The URL was built otherwise, or a proxy or a link cleaner removed it.`,
  fix: "Put one “&” between two parameters and none elsewhere, sign that text, and send it.",
  isUnwanted: true,
};

const REST_OF_VALUE: Telling = {
  title: "What stands behind an “&” without a “=” was not signed.",
  why: "An “&” ends a value. Either it belongs to the value before it, as in “Rock & Roll”, and the code that signs read what follows as a parameter without a value, which it left out; or that was added to the URL after signing. The digits fit both.",
  fix: "Send “%26” for an “&” inside a value, and sign that text; else leave what follows out before you sign.",
};

/** Empty parameters and doubled separators dropped, and empty options that the URL has lost put back. */
function* emptyParameters(url: UrlText, { optionNames }: Facts): Generator<Variant<UrlText>> {
  const { query } = url;
  if (query === null) return;
  for (const { value, ...how } of [
    ...withoutEmpty(cutQuery(query), restsOfValues(query).rests),
    ...withSeparators(query),
    ...withOptions(query, optionNames),
  ])
    yield { value: { ...url, query: value }, ...how };
}

/** At most so many empty parameters are taken away one at a time. */
const MOST_APART = 40;

const FALSY = /^(?:null|undefined|None|nil|false|0)$/;

function* withoutEmpty(
  parameters: readonly Parameter[],
  rests: readonly string[],
): Generator<Variant<string | null>> {
  const without = (gone: readonly Parameter[]) => {
    const left = parameters.filter((one) => !gone.includes(one));
    return left.length === 0 ? null : joined(left);
  };
  const empty = parameters.filter(({ value }) => value === null || value === "");
  const separators = empty.filter(({ text }) => text === "");
  const named = empty.filter(({ value }) => value === "");
  const each = empty.slice(0, MOST_APART).map((one) => [one]);
  for (const gone of [empty, separators, named, ...each]) {
    if (gone.length === 0) continue;
    yield { value: without(gone), ...toldOf(parameters, gone, rests), weight: LIKELY };
  }
  const falsy = parameters.filter(({ value }) => value === "" || FALSY.test(value ?? ""));
  if (falsy.length > empty.length)
    yield {
      value: without(falsy),
      detail: "Empty and false options were left out when it was signed.",
      weight: LESS_USUAL,
    };
}

function toldOf(
  parameters: readonly Parameter[],
  gone: readonly Parameter[],
  rests: readonly string[],
): Pick<Variant<string>, "detail" | "telling"> {
  if (gone.every(({ text }) => text === ""))
    return { detail: placeOf(parameters, gone), telling: SENT_SEPARATOR };
  if (gone.every(({ text }) => rests.includes(text)))
    return {
      detail: `It is ${listedQuoted(gone.map(({ text }) => text.slice(0, 40)))}.`,
      telling: REST_OF_VALUE,
    };
  return { detail: "It was signed without it." };
}

/** Before so many parameters the “&” is doubled. */
const MOST_DOUBLED = 20;

function* withSeparators(query: string): Generator<Variant<string>> {
  yield {
    value: `&${query}`,
    detail: "It was signed with a “&” before the first parameter.",
    telling: SIGNED_SEPARATOR,
    weight: USUAL,
  };
  const parameters = cutQuery(query);
  for (let at = 1; at < parameters.length && at < MOST_DOUBLED; at++)
    yield {
      value: `${joined(parameters.slice(0, at))}&&${joined(parameters.slice(at))}`,
      detail: "It was signed with a doubled “&”.",
      telling: SIGNED_SEPARATOR,
      weight: LESS_USUAL,
    };
}

/** Written into URLs everywhere, beside a vendor's own options. */
const COMMON = ["alt", "title", "lang", "v"];

/** To more parameters than this no option is added. */
const MOST_BESIDE = 40;
/** Between more parameters than this none is put. */
const MOST_BETWEEN = 5;

function* withOptions(query: string, optionNames: readonly string[]): Generator<Variant<string>> {
  const parameters = cutQuery(query);
  if (parameters.length > MOST_BESIDE) return;
  const names = new Set([...optionNames, ...COMMON]);
  for (const { name } of parameters) names.delete(name);
  for (const name of names) {
    const detail = `It was signed with it. It is “${name}”.`;
    yield { value: `${query}&${name}=`, detail, weight: LESS_USUAL };
    yield { value: `${name}=&${query}`, detail, weight: SELDOM };
    if (parameters.length > MOST_BETWEEN) continue;
    for (let at = 1; at < parameters.length; at++) {
      const value = `${joined(parameters.slice(0, at))}&${name}=&${joined(parameters.slice(at))}`;
      yield { value, detail, weight: SELDOM };
    }
  }
}
