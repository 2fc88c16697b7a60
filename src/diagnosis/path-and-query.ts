import { rooted } from "../signing/url-text";
import type { Mistake } from "./mistake";

const SECRET = "s3cretKey";
const URL_ = "https://images.example.net/photos/cat.jpg?width=200&signature={}";

/** Mistakes that a rule of path and query invites; schemes with such a rule take them as their own. */
export const pathAndQueryMistakes: readonly Mistake[] = [
  {
    id: "signed-without-leading-slash",
    group: "scope",
    title: "The leading slash was not signed.",
    why: "The LibPixel page’s own example leaves it out, and so do libpixel-ruby and libpixel.cr when the path is empty.",
    fix: "Begin the string with “/”, also when the path is empty.",
    example: {
      url: "https://images.example.net/?src=https://a.example/b.png&width=200&signature={}",
      secret: SECRET,
      signed: "?src=https://a.example/b.png&width=200",
    },
    nearMiss: {
      url: "https://images.example.net/?src=https://a.example/b.png&width=200&signature={}",
      secret: SECRET,
      signed: "src=https://a.example/b.png&width=200",
    },
    *scopes({ rule }) {
      yield { value: (url) => rule(url).replace(/^\//, ""), weight: 0.9 };
    },
  },
  {
    id: "signed-query-only",
    group: "scope",
    title: "Only the query was signed, without the path.",
    why: "Functions such as url.search, parsed.query or $_SERVER['QUERY_STRING'] give the query alone.",
    fix: "Sign the path, then “?”, then the query.",
    example: { url: URL_, secret: SECRET, signed: "width=200" },
    nearMiss: { url: URL_, secret: SECRET, signed: "photos/cat.jpg?width=200" },
    *scopes() {
      yield { value: (url) => url.query };
      yield { value: (url) => `?${url.query ?? ""}`, detail: "With its “?”." };
      yield {
        value: (url) => (url.path.length > 1 ? `/?${url.query ?? ""}` : null),
        detail: "With “/?” before it.",
        weight: 1.2,
      };
      yield { value: (url) => `/${url.query ?? ""}`, detail: "With “/” before it.", weight: 1.4 };
    },
  },
  {
    id: "signed-without-question-mark",
    group: "scope",
    title: "The “?” between path and query was not signed.",
    why: "Path and query were taken from a parsed URL and joined without it.",
    fix: "Join them as path + “?” + query.",
    example: { url: URL_, secret: SECRET, signed: "/photos/cat.jpgwidth=200" },
    nearMiss: { url: URL_, secret: SECRET, signed: "/photos/cat.jpg" },
    *scopes() {
      yield { value: (url) => `${rooted(url).path}${url.query ?? ""}`, weight: 0.9 };
      yield {
        value: (url) => `${rooted(url).path.slice(1)}${url.query ?? ""}`,
        detail: "The leading slash was missing too.",
        weight: 1.3,
      };
      for (const joint of ["&", "\n", " ", "/", "#", "|", ":"])
        yield {
          value: (url) => (url.query === null ? null : `${rooted(url).path}${joint}${url.query}`),
          detail: "Something else stood in its place.",
          weight: 1.3,
        };
    },
  },
];
