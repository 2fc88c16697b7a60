import type { UrlText } from "../../signing/types";
import type { Mistake, Telling, Variant } from "../mistake";
import { HOST, SECRET } from "../sample";
import { inValues } from "../text/respell";
import { LESS_USUAL, OFTEN, USUAL } from "../weights";

export const doubleSlash: Mistake = {
  id: "double-slash",
  group: "change",
  title: "A doubled slash stood in the URL or in the string that was signed, but not in both.",
  why: "Joining a base that ends in “/” with a path that begins with “/” makes two; nginx and other proxies merge them.",
  fix: "Join paths with exactly one slash before signing.",
  example: { url: `${HOST}//a.jpg?width=200&signature={}`, secret: SECRET, signed: "/a.jpg?width=200" },
  nearMiss: { url: `${HOST}//a.jpg?width=200&signature={}`, secret: SECRET, signed: "//a.jpg" },
  *urls(url) {
    for (const variant of slashed(url)) yield { ...variant, telling: tellingOf(url, variant.value) };
  },
};

function tellingOf(sent: UrlText, signed: UrlText): Telling | undefined {
  const inPath = schemesIn(signed.path) - schemesIn(sent.path);
  const inQuery = schemesIn(signed.query ?? "") - schemesIn(sent.query ?? "");
  if (inPath + inQuery < 0) return LOST_IN_CODE;
  if (inQuery > 0) return LOST_IN_QUERY;
  return inPath > 0 ? LOST_IN_PATH : undefined;
}

/** How many addresses with both slashes of their scheme stand in it. */
const schemesIn = (text: string) => text.match(/https?(?::|%3A)(?:\/|%2F){2}/gi)?.length ?? 0;

const IS_MISSING = "One of the two slashes of “https://” is missing in the URL, and was signed.";

const LOST_IN_PATH: Telling = {
  title: IS_MISSING,
  why: "nginx, other proxies and functions that join paths make one slash of two, also in an address inside the path.",
  fix: "Percent-encode the address inside (“https%3A%2F%2F”) before signing, or switch the merging off, as with merge_slashes in nginx.",
  mayBeMeant: true,
};

const LOST_IN_QUERY: Telling = {
  title: IS_MISSING,
  why: "Functions for paths make one slash of two: path.join and path.normalize in Node, path.Join in Go, pathlib in Python, and code that cleans doubled slashes out of a text. Most likely the address went through one of them for the URL that was sent, and not for the string. Proxies that merge slashes do so in the path, not in the query.",
  fix: "Keep addresses out of functions for paths, build the query once, sign that text, and send the same text.",
  mayBeMeant: true,
};

const LOST_IN_CODE: Telling = {
  title: "One of the two slashes of “https://” was not signed.",
  why: "Either a function that joins or cleans paths, such as path.join in Node, made one slash of two in the string that was signed, or the second one came into the URL after signing. The digits fit both.",
  fix: "Keep both slashes of an address, and sign the text that is sent.",
};

function* slashed(url: UrlText): Generator<Variant<UrlText>> {
  const merged = "Signed with one slash.";
  yield { value: { ...url, path: url.path.replace(/\/{2,}/g, "/") }, detail: merged, weight: OFTEN };
  yield { value: { ...url, path: url.path.replace(/\/{2,}/, "/") }, detail: merged, weight: USUAL };
  const doubled = "Signed with two slashes.";
  let at = url.path.indexOf("/");
  for (let count = 0; at >= 0 && count < 20; count++, at = url.path.indexOf("/", at + 1))
    yield {
      value: { ...url, path: `${url.path.slice(0, at)}/${url.path.slice(at)}` },
      detail: doubled,
      weight: USUAL,
    };
  if (url.path === "") yield { value: { ...url, path: "//" }, detail: doubled };
  yield { value: { ...url, path: url.path.replaceAll("/", "//") }, detail: doubled, weight: LESS_USUAL };
  yield { value: { ...url, path: url.path.replace(/(https?:)\/(?!\/)/i, "$1//") }, detail: doubled };
  for (const { slash, inScheme, later, inPath } of SLASHES) {
    yield* inValues(url, (text) => text.replace(inScheme, `$1${slash}${slash}`), doubled, USUAL);
    yield* inValues(url, (text) => text.replaceAll(slash + slash, slash), merged, LESS_USUAL);
    yield* inValues(url, (text) => text.replace(later, slash), merged, USUAL);
    yield* inValues(url, (text) => text.replace(inPath, `$1${slash}${slash}`), doubled, LESS_USUAL);
  }
}

/** Where slashes stand in an address inside a value. */
const SLASHES = ["/", "%2F", "%2f"].map((slash) => ({
  slash,
  inScheme: new RegExp(`(https?(?::|%3A))${slash}(?!${slash})`, "gi"),
  later: new RegExp(`(?<!:|%3A)(?:${slash}){2,}`, "gi"),
  inPath: new RegExp(`((?::|%3A)${slash}${slash}(?:(?!${slash})[^&])*)${slash}(?!${slash})`, "i"),
}));
