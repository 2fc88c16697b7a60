import type { UrlText } from "../../signing/types";
import { cutQuery } from "../../signing/url-text";
import type { Mistake, Variant } from "../mistake";
import { HOST, SECRET } from "../sample";
import { joined, mapValues } from "../text/respell";
import { wholesOf } from "../text/whole";
import { SELDOM, USUAL } from "../weights";

export const stringInAnotherCase: Mistake = {
  id: "string-in-another-case",
  group: "encoding",
  title: "Letters were signed in another case than they were sent in.",
  why: "Code that makes URLs alike lower-cases them before it signs; some servers and CDNs lower-case paths or names.",
  fix: "Sign the URL’s text exactly as it is sent.",
  example: {
    url: `${HOST}/Photos/Cat.JPG?Width=200&signature={}`,
    secret: SECRET,
    signed: "/photos/cat.jpg?width=200",
  },
  nearMiss: {
    url: `${HOST}/Photos/Cat.JPG?Width=200&signature={}`,
    secret: SECRET,
    signed: "/photos/cat.jpeg?width=200",
  },
  *alone(url, { rule }) {
    // Where the path is not signed, what was done to it is not said.
    const isPathSigned = rule(url) !== rule({ ...url, path: `${url.path}a` });
    yield* wholesOf(recased(url, isPathSigned), rule);
    const string = rule(url);
    yield { value: string.toLowerCase(), detail: "Signed lower-case: all of it.", weight: USUAL };
    yield { value: string.toUpperCase(), detail: "Signed upper-case: all of it.", weight: USUAL };
  },
};

const ESCAPE = /(%[0-9a-f]{2})/gi;

const CASES: readonly (readonly [to: (text: string) => string, words: string])[] = [
  [(text) => text.toLowerCase(), "lower-case"],
  [(text) => text.toUpperCase(), "upper-case"],
  [(text) => text.charAt(0).toUpperCase() + text.slice(1), "with an upper-case first letter"],
  [(text) => text.charAt(0).toLowerCase() + text.slice(1), "with a lower-case first letter"],
  [
    (text) => text.replace(/[A-Z]/g, (char) => `_${char.toLowerCase()}`),
    "with underscores, as in “full_page”",
  ],
  [(text) => text.replace(/[_-]([a-z])/g, (_, char: string) => char.toUpperCase()), "as in “fullPage”"],
  [(text) => text.replaceAll("-", "_"), "with underscores for hyphens"],
  [(text) => text.replaceAll("_", "-"), "with hyphens for underscores"],
];

function* recased(url: UrlText, isPathSigned: boolean): Generator<Variant<UrlText>> {
  const same = (text: string) => text;
  for (const [to, words] of CASES) {
    const outside = (text: string) =>
      text
        .split(ESCAPE)
        .map((part, at) => (at % 2 === 0 ? to(part) : part))
        .join("");
    const path = outside(url.path);
    const query = (value: typeof same, name: typeof same) =>
      url.query === null ? null : mapValues(url.query, value, name);
    const told = (what: string, value: UrlText, weight = USUAL) => ({
      value,
      detail: `Signed ${words}: ${what}.`,
      weight,
    });
    const whole = { ...url, path, query: query(outside, outside) };
    if (isPathSigned) {
      yield told("the path and the query, but for their escapes", whole);
      yield told("the path", { ...url, path });
      yield told("the path’s last part", { ...url, path: inLast(url.path, outside) });
    }
    yield told("the names of parameters", { ...url, query: query(same, outside) });
    yield told("the values", { ...url, query: query(outside, same) });
    yield told("the query", { ...url, query: query(outside, outside) });
    if (isPathSigned)
      yield told(
        "the path and the names of parameters",
        { ...url, path, query: query(same, outside) },
        SELDOM,
      );
    yield* oneByOne(url, outside, words);
  }
  yield {
    value: { ...url, path: url.path.replace(/\.[A-Za-z0-9]{2,5}$/, (ending) => ending.toLowerCase()) },
    detail: "Signed lower-case: the file’s extension.",
  };
  yield {
    value: { ...url, path: url.path.replace(/\.[A-Za-z0-9]{2,5}$/, (ending) => ending.toUpperCase()) },
    detail: "Signed upper-case: the file’s extension.",
  };
}

function inLast(path: string, to: (text: string) => string): string {
  const at = path.lastIndexOf("/") + 1;
  return path.slice(0, at) + to(path.slice(at));
}

/** One parameter at a time, its name, its value, or both. */
function* oneByOne(url: UrlText, to: (text: string) => string, words: string): Generator<Variant<UrlText>> {
  const parameters = cutQuery(url.query ?? "");
  if (parameters.length > 16) return;
  for (const [at, parameter] of parameters.entries()) {
    const { name, value } = parameter;
    if (value === null) continue;
    for (const [text, what] of [
      [`${name}=${to(value)}`, "the value of"],
      [`${to(name)}=${value}`, "the name of"],
    ] as const)
      yield {
        value: { ...url, query: joined(parameters.with(at, { ...parameter, text })) },
        detail: `Signed ${words}: ${what} “${name.slice(0, 40)}”.`,
        weight: SELDOM,
      };
  }
}
