import type { Mistake } from "../mistake";
import { PHOTO_URL, SECRET } from "../sample";
import { SELDOM, VERY_RARE } from "../weights";

export const signedQueryOnly: Mistake = {
  id: "signed-query-only",
  group: "scope",
  title: "Only the query was signed, without the path.",
  why: "Functions such as url.search, parsed.query or $_SERVER['QUERY_STRING'] give the query alone.",
  fix: "Sign the path, then “?”, then the query.",
  example: { url: PHOTO_URL, secret: SECRET, signed: "width=200" },
  nearMiss: { url: PHOTO_URL, secret: SECRET, signed: "photos/cat.jpg?width=200" },
  *scopes() {
    yield { value: (url) => url.query };
    yield { value: (url) => `?${url.query ?? ""}`, detail: "With its “?”." };
    yield {
      value: (url) => (url.path.length > 1 ? `/?${url.query ?? ""}` : null),
      detail: "With “/?” before it.",
      weight: SELDOM,
    };
    yield { value: (url) => `/${url.query ?? ""}`, detail: "With “/” before it.", weight: VERY_RARE };
  },
};
