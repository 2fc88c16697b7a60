import { decodeEntities } from "../../signing/find/html";
import { cutUrl, joinUrl } from "../../signing/url-text";
import type { Mistake } from "../mistake";
import { HOST, SECRET } from "../sample";
import { fromHtml } from "../text/respell";
import { EXPECTED } from "../weights";

export const urlHtmlEscaped: Mistake = {
  id: "url-html-escaped",
  group: "change",
  escapesName: true,
  undoes: true,
  damages: true,
  title: "HTML’s “&amp;” stands in the URL in place of “&”.",
  why: "HTML source and template engines write “&” as “&amp;”; what reads HTML turns it back, what reads text does not.",
  fix: "Use the URL with “&”, as a browser shows it in its address bar.",
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
    for (const query of [
      inQuery.replaceAll(/&(?:amp;)+/g, "&"),
      inQuery.replaceAll("&amp;", "&"),
      inQuery
        .replaceAll(/&(?:amp;)+/g, "&")
        .replaceAll("&quot;", '"')
        .replaceAll("&lt;", "<")
        .replaceAll("&gt;", ">"),
      inQuery.replaceAll(/%26amp(?:;|%3B)/gi, "%26"),
      inQuery.replaceAll(/%26amp(?:;|%3B)/gi, "&"),
      inQuery.replaceAll("\\u0026", "&"),
    ])
      if (query !== inQuery) yield { value: { ...url, query }, weight: EXPECTED };
    const untracked = inQuery.replaceAll(/&(?:amp%3B)+/gi, "&");
    if (untracked !== inQuery)
      yield {
        value: { ...url, query: untracked },
        detail: "It stands there as “&amp%3B”.",
        weight: EXPECTED,
      };
    yield { value: cutUrl(decodeEntities(joinUrl(url))), weight: EXPECTED };
    yield { value: fromHtml(url), weight: EXPECTED };
  },
  before(url) {
    const { path, query, fragment } = fromHtml(url);
    if (url.query === null && query === null) return url;
    return { ...url, path, query: query?.replace(/&$/, "") ?? null, fragment };
  },
};
