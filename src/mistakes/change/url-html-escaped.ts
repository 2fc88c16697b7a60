import { escapeText } from "../../signing/escapes";
import { decodeEntities } from "../../signing/find/html";
import type { UrlText } from "../../signing/types";
import { cutQuery, cutUrl, joinUrl } from "../../signing/url-text";
import type { Mistake, Telling } from "../mistake";
import { HOST, SECRET } from "../sample";
import { percentDecode } from "../text/escapes";
import { fromHtml } from "../text/respell";
import { EXPECTED, SHOWN } from "../weights";

export const urlHtmlEscaped: Mistake = {
  id: "url-html-escaped",
  group: "change",
  escapesName: true,
  undoes: true,
  damages: true,
  appends: true,
  title: "An escape of HTML or JSON, such as “&amp;” for “&”, stands in the URL.",
  why: "HTML source and template engines write “&” as “&amp;” and “'” as “&#39;”; what reads HTML turns that back, what reads text does not.",
  fix: "Use the URL without such escapes, as a browser shows it in its address bar.",
  example: {
    url: `${HOST}/a.jpg?width=200&amp;height=100&signature={}`,
    secret: SECRET,
    signed: "/a.jpg?width=200&height=100",
  },
  nearMiss: {
    url: `${HOST}/a.jpg?width=200&amp;height=100&signature={}`,
    secret: SECRET,
    signed: "/a.jpg?width=200height=100",
  },
  *urls(url) {
    const inQuery = url.query ?? "";
    const detail = escapesOf(url);
    for (const query of [
      inQuery.replaceAll(/&(?:amp;)+/g, "&"),
      inQuery.replaceAll("&amp;", "&"),
      inQuery
        .replaceAll(/&(?:amp;)+/g, "&")
        .replaceAll("&quot;", '"')
        .replaceAll("&lt;", "<")
        .replaceAll("&gt;", ">"),
      inQuery.replaceAll(/%26amp(?:;|%3B)/gi, "&"),
      inQuery.replaceAll("\\u0026", "&"),
    ])
      if (query !== inQuery) yield { value: { ...url, query }, detail, weight: EXPECTED };
    const inText = inQuery.replaceAll(ESCAPED, (text) => escapeText(decodeEntities(percentDecode(text))));
    if (inText !== inQuery)
      yield { value: { ...url, query: inText }, telling: inValues(inQuery), weight: EXPECTED };
    const atEnd = inQuery.replace(/&amp;?$/, "");
    if (atEnd !== inQuery)
      yield {
        value: { ...url, query: atEnd.replaceAll(/&(?:amp;)+/g, "&") },
        detail: "One stands at the end of the URL, where nothing follows it.",
        telling: inQuery.endsWith(";") ? undefined : OR_ADDED,
        weight: SHOWN,
      };
    const untracked = inQuery.replaceAll(/&(?:amp%3B)+/gi, "&");
    if (untracked !== inQuery)
      yield {
        value: { ...url, query: untracked },
        detail: "It stands there as “&amp%3B”.",
        weight: EXPECTED,
      };
    yield { value: cutUrl(decodeEntities(joinUrl(url))), detail, weight: EXPECTED };
    yield { value: fromHtml(url), detail, weight: EXPECTED };
  },
  seen: escapesOf,
  before(url) {
    const { path, query, fragment } = fromHtml(url);
    if (url.query === null && query === null) return url;
    return { ...url, path, query: query?.replace(/&$/, "") ?? null, fragment };
  },
};

const IN_ADDRESS: Telling = {
  title: "A value was sent with an escape of HTML in it, and signed without.",
  why: "A template engine or a filter escaped the value for HTML before it was percent-encoded, and the string was made of the value itself, or before that.",
  fix: "Escape for HTML only where the finished URL is put into a page.",
};

const IN_TEXT: Telling = {
  ...IN_ADDRESS,
  why: "Either a template engine or a filter escaped the value for HTML before it was percent-encoded, and the string was made of the value itself. Or the escape belongs to the value, as in a text about HTML, and what made the string read it as HTML. The digits fit both.",
  fix: "Escape for HTML only where the finished URL is put into a page; or, where the escape belongs to the value, sign the text that is sent.",
  mayBeMeant: true,
};

/** No address is meant to have such an escape. */
const inValues = (query: string): Telling =>
  cutQuery(query).some(({ value }) => value?.match(ESCAPED) && !/^(?:https?(?::|%3A))/i.test(value))
    ? IN_TEXT
    : IN_ADDRESS;

/** Readers of a text take a “;” at its end for no part of the URL. */
const OR_ADDED: Telling = {
  why: "HTML source and template engines write “&” as “&amp;”, and one with nothing behind it leaves “&amp” at the end. Less likely, a parameter named “amp” was added after signing: the digits fit both.",
};

/** An escape of HTML that was percent-encoded. */
const ESCAPED = /%26(?:amp|quot|apos|lt|gt|%23\d{1,7}|%23x[\da-f]{1,6})(?:;|%3B)/gi;

const ESCAPE = /&(?:#\d{1,7}|#x[\da-f]{1,6}|amp|quot|apos|lt|gt);|%26amp(?:;|%3B)|\\u0026/gi;

/** Which escapes stand there, where another than the usual one does. */
function escapesOf(url: UrlText): string | undefined {
  const all = [...new Set(joinUrl(url).match(ESCAPE) ?? [])];
  if (all.every((one) => one === "&amp;")) return undefined;
  const told = all.slice(0, 4).map((one) => `“${one}”`);
  return `${all.length === 1 ? "It stands" : "They stand"} there as ${told.join(", ")}.`;
}
