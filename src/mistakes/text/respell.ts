import { decodeEntities } from "../../signing/find/html";
import type { UrlText } from "../../signing/types";
import { cutQuery, cutUrl, joinUrl, type Parameter } from "../../signing/url-text";
import type { Variant } from "../mistake";
import { LESS_LIKELY, USUAL } from "../weights";

/** Added where the path or the names are respelled as well as the values. */
const WIDER = 0.05;

/** Parameters beyond this many are not respelled one by one. */
const MOST_SINGLE = 16;

/** The URL that HTML source spells, cut anew: a numeric escape has cut it at its own “#”. */
export function fromHtml(url: UrlText): UrlText {
  return cutUrl(decodeEntities(joinUrl(url).replaceAll(/&(?:amp(?:;|%3B))+/gi, "&")));
}

/** `respell` applied to the query, to the path, and to both. */
export function* inQueryAndPath(
  url: UrlText,
  respell: (text: string) => string,
  detail?: string,
  weight = USUAL,
): Generator<Variant<UrlText>> {
  const path = respell(url.path);
  const query = url.query === null ? null : respell(url.query);
  if (query !== url.query) yield { value: { ...url, query }, detail, weight };
  if (path === url.path) return;
  yield { value: { ...url, path, query }, detail, weight: weight + WIDER };
  yield { value: { ...url, path }, detail: detail && `${detail} In the path.`, weight: weight + WIDER };
}

/** The query with each parameter's value replaced; names stay as they stand unless `names` is given. */
export function mapValues(
  query: string,
  value: (text: string) => string,
  names: (text: string) => string = (text) => text,
): string {
  return cutQuery(query)
    .map((parameter) =>
      parameter.value === null ? names(parameter.text) : `${names(parameter.name)}=${value(parameter.value)}`,
    )
    .join("&");
}

/** What was done, in words; made of what was signed and of what was sent where they depend on it. */
export type Words = string | ((signed: string, sent: string) => string);

const told = (words: Words, signed: string, sent: string) =>
  typeof words === "string" ? words : words(signed, sent);

/** The URL with `respell` applied to all values, to all values and names, and to one value at a time. */
export function* inValues(
  url: UrlText,
  respell: (text: string) => string,
  words: Words,
  weight = USUAL,
): Generator<Variant<UrlText>> {
  if (url.query === null) return;
  const whole = mapValues(url.query, respell, respell);
  if (whole === url.query) return;
  const values = mapValues(url.query, respell);
  yield { value: { ...url, query: values }, detail: told(words, values, url.query), weight };
  if (whole !== values)
    yield { value: { ...url, query: whole }, detail: told(words, whole, url.query), weight: weight + WIDER };
  const parameters = cutQuery(url.query);
  if (parameters.length < 2 || parameters.length > MOST_SINGLE) return;
  for (const [at, parameter] of parameters.entries()) {
    if (parameter.value === null) continue;
    const text = `${parameter.name}=${respell(parameter.value)}`;
    if (text === parameter.text) continue;
    const only = `Only in “${parameter.name.slice(0, 40)}”.`;
    const own = told(words, text, parameter.text);
    yield {
      value: withParameter(url, parameters, at, text),
      detail: `${own} ${only}`,
      weight: weight + LESS_LIKELY,
    };
  }
}

/** The URL with this text in the place of one of its parameters. */
export function withParameter(
  url: UrlText,
  parameters: readonly Parameter[],
  at: number,
  text: string,
): UrlText {
  const texts = parameters.map((parameter) => parameter.text);
  return { ...url, query: texts.with(at, text).join("&") };
}

/** The query that these parameters make. */
export function joined(parameters: readonly Parameter[]): string {
  return parameters.map(({ text }) => text).join("&");
}
