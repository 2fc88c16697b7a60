import { rooted } from "../../signing/url-text";
import type { Mistake } from "../mistake";
import { PHOTO_URL, SECRET } from "../sample";
import { origins } from "../text/addresses/origins";
import { EXPECTED, MUCH_LESS_LIKELY, RARE } from "../weights";

export const signedPathOnly: Mistake = {
  id: "signed-path-only",
  group: "scope",
  title: "Only the path was signed, without the query.",
  why: "Functions such as url.pathname, parsed.path or $_SERVER['PATH_INFO'] give the path alone. Or the whole query was added to the URL after it was signed: the digits fit both.",
  fix: "Sign the string shown as the signing string, parameters included.",
  example: { url: PHOTO_URL, secret: SECRET, signed: "/photos/cat.jpg" },
  nearMiss: { url: PHOTO_URL, secret: SECRET, signed: "/photos/cat.jpg?width=" },
  *scopes({ request }) {
    yield { value: (url) => rooted(url).path, weight: EXPECTED };
    yield {
      value: (url) => (url.path.length > 1 ? url.path.slice(1) : null),
      detail: "Without its leading slash.",
    };
    yield {
      value: (url) => /[^/]+$/.exec(url.path)?.[0] ?? null,
      detail: "Only its last segment.",
      weight: RARE,
    };
    for (const [origin, weight] of origins(request.typed.origin))
      yield {
        value: (url) => origin + rooted(url).path,
        detail: "With scheme and host before it.",
        weight: weight + MUCH_LESS_LIKELY,
      };
  },
};
