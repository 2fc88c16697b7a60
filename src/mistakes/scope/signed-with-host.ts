import { hostOf, joinUrl, rooted } from "../../signing/url-text";
import type { Mistake } from "../mistake";
import { PHOTO_URL, SECRET } from "../sample";
import { origins } from "../text/addresses/origins";
import { FAR_LESS_LIKELY, LESS_USUAL, RAREST, USUAL, VERY_RARE } from "../weights";

export const signedWithHost: Mistake = {
  id: "signed-with-host",
  group: "scope",
  title: "The host was signed too.",
  why: "Code joined host, path and query, or took only “https://” off the URL.",
  fix: "Leave the host out of the string that is signed.",
  example: { url: PHOTO_URL, secret: SECRET, signed: "images.example.net/photos/cat.jpg?width=200" },
  nearMiss: { url: PHOTO_URL, secret: SECRET, signed: "https://images.example.net/photos/cat.jpg?width=200" },
  *scopes({ request }) {
    const hosts = new Set(origins(request.typed.origin).map(([origin]) => hostOf(origin)));
    for (const host of hosts) {
      for (const [origin, weight] of [
        [host, USUAL],
        [`//${host}`, LESS_USUAL],
        [`/${host}`, VERY_RARE],
      ] as const) {
        yield { value: (url) => joinUrl({ ...url, origin, fragment: null }), weight };
        yield { value: (url) => joinUrl({ ...rooted(url), origin, fragment: null }), weight };
        yield {
          value: (url) => `${origin}${url.path}${url.query ?? ""}`,
          detail: "The “?” was left out.",
          weight: weight + FAR_LESS_LIKELY,
        };
        yield {
          value: (url) => `${origin}${rooted(url).path}`,
          detail: "The query was left out.",
          weight: weight + FAR_LESS_LIKELY,
        };
      }
      yield {
        value: (url) => `${host}${url.query === null ? "" : `?${url.query}`}`,
        detail: "The path was left out.",
        weight: VERY_RARE,
      };
      yield {
        value: (url) => `${host}${url.query ?? ""}`,
        detail: "The path and “?” were left out.",
        weight: VERY_RARE,
      };
      yield {
        value: (url) => `${host}\n${rooted(url).path}\n${url.query ?? ""}`,
        detail: "A line each for host, path and query.",
        weight: RAREST,
      };
    }
  },
};
