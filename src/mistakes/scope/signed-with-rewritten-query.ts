import type { UrlText } from "../../signing/types";
import type { Mistake, Variant } from "../mistake";
import { PHOTO_URL, SECRET } from "../sample";
import { wholesOf } from "../text/whole";
import { LESS_LIKELY, LESS_USUAL, SELDOM, USUAL } from "../weights";

export const signedWithRewrittenQuery: Mistake = {
  id: "signed-with-rewritten-query",
  group: "scope",
  title: "The query was signed as a rewrite rule had made it: with the path among its parameters.",
  why: "Rules such as nginx’s “rewrite ^/(.*) /index.php?q=$1” and “try_files $uri /index.php?$uri&$args” hand the path to a program in its query, and QUERY_STRING and $_GET have it there.",
  fix: "Sign the target of the request as it was sent, such as $_SERVER['REQUEST_URI'], or take that parameter out.",
  example: { url: PHOTO_URL, secret: SECRET, signed: "/photos/cat.jpg?q=photos/cat.jpg&width=200" },
  nearMiss: { url: PHOTO_URL, secret: SECRET, signed: "/photos/cat.jpg?q=photos/dog.jpg&width=200" },
  *alone(url, { rule }) {
    const rewritten = [...rewrites(url)];
    yield* wholesOf(rewritten, rule);
    for (const path of ["/index.php", "/"])
      yield* wholesOf(
        rewritten.map(({ value, detail, weight = USUAL }) => ({
          value: { ...value, path },
          detail: `${detail} The path was signed as “${path}”.`,
          weight: weight + LESS_LIKELY,
        })),
        rule,
      );
    for (const { value, detail, weight = USUAL } of rewritten)
      yield { value: value.query ?? "", detail: `${detail} The path itself was not signed.`, weight };
  },
};

/** What frameworks and server rules call it; nothing where a rule puts the path there without a name. */
const NAMES = [
  "q=",
  "r=",
  "url=",
  "path=",
  "",
  "_url=",
  "route=",
  "uri=",
  "p=",
  "s=",
  "file=",
  "page=",
  "request=",
];

function* rewrites(url: UrlText): Generator<Variant<UrlText>> {
  const own = url.path.replace(/^\//, "");
  for (const value of new Set([own, `/${own}`, encodeURIComponent(own), encodeURIComponent(`/${own}`)]))
    for (const name of NAMES) {
      const text = name + value;
      const detail = name === "" ? "It stood there without a name." : `It was called “${name.slice(0, -1)}”.`;
      const rest = url.query ? `&${url.query}` : "";
      yield { value: { ...url, query: text + rest }, detail, weight: LESS_USUAL };
      if (url.query)
        yield {
          value: { ...url, query: `${url.query}&${text}` },
          detail: `${detail} It was the last.`,
          weight: SELDOM,
        };
    }
}
