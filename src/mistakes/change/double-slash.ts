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
    for (const slash of ["/", "%2F", "%2f"]) {
      const fix = (text: string) =>
        text.replace(new RegExp(`(https?(?::|%3A))${slash}(?!${slash})`, "gi"), `$1${slash}${slash}`);
      yield* inValues(url, fix, doubled, USUAL);
      const merge = (text: string) => text.replaceAll(slash + slash, slash);
      yield* inValues(url, merge, merged, LESS_USUAL);
      const mergeLater = (text: string) =>
        text.replace(new RegExp(`(?<!:|%3A)(?:${slash}){2,}`, "gi"), slash);
      yield* inValues(url, mergeLater, merged, USUAL);
      const path = (text: string) =>
        text.replace(
          new RegExp(`((?::|%3A)${slash}${slash}(?:(?!${slash})[^&])*)${slash}(?!${slash})`, "i"),
          `$1${slash}${slash}`,
        );
      yield* inValues(url, path, doubled, LESS_USUAL);
    }
  },
};
