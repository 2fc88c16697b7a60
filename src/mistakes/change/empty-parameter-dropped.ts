import type { UrlText } from "../../signing/types";
import { cutQuery, type Parameter } from "../../signing/url-text";
import type { Facts, Mistake, Telling, Variant } from "../mistake";
import { HOST, SECRET } from "../sample";
import { joined } from "../text/respell";
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

/** Written into URLs everywhere, beside a vendor's own options. */
const COMMON = ["alt", "title", "lang", "v"];

/** Empty parameters and doubled separators dropped, and empty options that the URL has lost put back. */
function* emptyParameters(url: UrlText, { optionNames }: Facts): Generator<Variant<UrlText>> {
  const parameters = cutQuery(url.query ?? "");
  if (url.query === null) return;
  const empty = parameters.filter(({ value }) => value === null || value === "");
  const dropped = "It was signed without it.";
  const queryOf = (left: readonly Parameter[]) => (left.length === 0 ? null : joined(left));
  if (empty.length > 0) {
    const nothing = empty.filter(({ text }) => text === "");
    for (const gone of [
      empty,
      nothing,
      empty.filter(({ value }) => value === ""),
      ...empty.slice(0, 40).map((one) => [one]),
    ])
      yield {
        value: { ...url, query: queryOf(parameters.filter((one) => !gone.includes(one))) },
        ...(gone.length > 0 && gone.every(({ text }) => text === "")
          ? { detail: placeOf(parameters, gone), telling: SENT_SEPARATOR }
          : { detail: dropped }),
        weight: LIKELY,
      };
  }
  const falsy = parameters.filter(
    ({ value }) => value === "" || /^(?:null|undefined|None|nil|false|0)$/.test(value ?? "x"),
  );
  if (falsy.length > empty.length)
    yield {
      value: { ...url, query: queryOf(parameters.filter((one) => !falsy.includes(one))) },
      detail: "Empty and false options were left out when it was signed.",
      weight: LESS_USUAL,
    };
  const kept = "It was signed with it.";
  yield {
    value: { ...url, query: `&${url.query}` },
    detail: "It was signed with a “&” before the first parameter.",
    telling: SIGNED_SEPARATOR,
    weight: USUAL,
  };
  for (let at = 1; at < parameters.length && at < 20; at++)
    yield {
      value: { ...url, query: `${joined(parameters.slice(0, at))}&&${joined(parameters.slice(at))}` },
      detail: "It was signed with a doubled “&”.",
      telling: SIGNED_SEPARATOR,
      weight: LESS_USUAL,
    };
  if (parameters.length > 40) return;
  const names = new Set([...optionNames, ...COMMON]);
  for (const { name } of parameters) names.delete(name);
  for (const name of names) {
    yield {
      value: { ...url, query: `${url.query}&${name}=` },
      detail: `${kept} It is “${name}”.`,
      weight: LESS_USUAL,
    };
    yield {
      value: { ...url, query: `${name}=&${url.query}` },
      detail: `${kept} It is “${name}”.`,
      weight: SELDOM,
    };
    if (parameters.length <= 5)
      for (let at = 1; at < parameters.length; at++)
        yield {
          value: {
            ...url,
            query: `${joined(parameters.slice(0, at))}&${name}=&${joined(parameters.slice(at))}`,
          },
          detail: `${kept} It is “${name}”.`,
          weight: SELDOM,
        };
  }
}
