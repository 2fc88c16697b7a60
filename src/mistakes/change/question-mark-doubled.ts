import type { Mistake, Telling } from "../mistake";
import { HOST, SECRET } from "../sample";
import { LIKELY } from "../weights";

export const questionMarkDoubled: Mistake = {
  id: "question-mark-doubled",
  group: "change",
  undoes: true,
  damages: true,
  title: "Two “?” stand before the query of the URL, and only one was signed.",
  why: "Code joined a path, a “?” and a query that begins with one already, such as location.search. The second “?” becomes a part of the first parameter’s name.",
  fix: "Send the URL with one “?”, as it was signed.",
  example: { url: `${HOST}/a.jpg??width=200&signature={}`, secret: SECRET, signed: "/a.jpg?width=200" },
  nearMiss: { url: `${HOST}/a.jpg??width=200&signature={}`, secret: SECRET, signed: "/a.jpg?breadth=200" },
  *urls({ query, ...url }) {
    if (query && /^\?(?!\?)/.test(query)) yield { value: { ...url, query: query.slice(1) }, weight: LIKELY };
  },
  *alone({ query, ...url }, { rule }) {
    // An address that is not escaped may have a query of its own.
    const joined = query?.includes("://") ? query : (query?.replaceAll(BEFORE_PARAMETER, "&") ?? null);
    if (joined !== query) yield { value: rule({ ...url, query: joined }), telling: FOR_AMPERSAND };
  },
};

const BEFORE_PARAMETER = /(?<!^)\?(?=[\w.[\]-]+=)/g;

const FOR_AMPERSAND: Telling = {
  title: "A “?” was sent where the “&” before a parameter was signed.",
  why: "Code put “?” before a parameter that it added, though the URL had a query already. That “?” and the parameter are then a part of the value before them.",
  fix: "Begin the query with the only “?”, and join what follows with “&”.",
};
