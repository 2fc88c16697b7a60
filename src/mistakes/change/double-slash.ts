import type { Mistake } from "../mistake";
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
  },
};

/** Where slashes stand in an address inside a value. */
const SLASHES = ["/", "%2F", "%2f"].map((slash) => ({
  slash,
  inScheme: new RegExp(`(https?(?::|%3A))${slash}(?!${slash})`, "gi"),
  later: new RegExp(`(?<!:|%3A)(?:${slash}){2,}`, "gi"),
  inPath: new RegExp(`((?::|%3A)${slash}${slash}(?:(?!${slash})[^&])*)${slash}(?!${slash})`, "i"),
}));
