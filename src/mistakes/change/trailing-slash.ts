import type { UrlText } from "../../signing/types";
import type { Mistake, Variant } from "../mistake";
import { HOST, SECRET } from "../sample";
import { inValues } from "../text/respell";
import { LESS_USUAL, OFTEN, USUAL } from "../weights";

export const trailingSlash: Mistake = {
  id: "trailing-slash",
  group: "change",
  title: "A slash at the end stood in the URL or in the string that was signed, but not in both.",
  why: "Routers and CDNs add or remove it, and parsers write “https://example.com” as “https://example.com/”.",
  fix: "Sign the address in the form in which it is sent.",
  example: { url: `${HOST}/photos/?width=200&signature={}`, secret: SECRET, signed: "/photos?width=200" },
  nearMiss: { url: `${HOST}/photos/?width=200&signature={}`, secret: SECRET, signed: "/photo?width=200" },
  *urls(url) {
    yield {
      value: { ...url, path: url.path.replace(/\/+$/, "") },
      detail: "The path was signed without it.",
      weight: OFTEN,
    };
    yield { value: { ...url, path: `${url.path}/` }, detail: "The path was signed with it.", weight: OFTEN };
    yield* targetSlashes(url);
  },
};

/** The slash that ends the address inside a parameter, or the bare host of it. */
function* targetSlashes(url: UrlText): Generator<Variant<UrlText>> {
  for (const slash of ["/", "%2F", "%2f"]) {
    const isAddress = (text: string) => /^(?:https?(?::|%3A)|[\w-]+\.[\w.-]+)/i.test(text);
    const without = (text: string) =>
      isAddress(text) && text.endsWith(slash) ? text.slice(0, -slash.length) : text;
    const withIt = (text: string) => (isAddress(text) && !text.endsWith(slash) ? text + slash : text);
    yield* inValues(url, without, "The address inside was signed without it.", USUAL);
    yield* inValues(url, withIt, "The address inside was signed with it.", USUAL);
    const beforeQuery = (text: string) =>
      text.replace(/^(https?(?::|%3A)(?:\/|%2F){2}[^/%?]+)(?=\?|%3F)/i, `$1${slash}`);
    yield* inValues(url, beforeQuery, "The address inside was signed with it.", LESS_USUAL);
  }
}
