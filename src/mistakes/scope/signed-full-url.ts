import { joinUrl, rooted } from "../../signing/url-text";
import type { Mistake } from "../mistake";
import { PHOTO_URL, SECRET } from "../sample";
import { origins } from "../text/addresses/origins";
import { FAR_LESS_LIKELY, LESS_LIKELY, USUAL } from "../weights";

export const signedFullUrl: Mistake = {
  id: "signed-full-url",
  group: "scope",
  title: "The whole URL was signed, with its scheme and host.",
  why: "Code passed the URL to the {computation} as it stood, and did not take it apart first; behind a proxy, its framework may know it by another host.",
  fix: "Sign only the signing string, which holds no scheme and no host.",
  example: { url: PHOTO_URL, secret: SECRET, signed: "https://images.example.net/photos/cat.jpg?width=200" },
  nearMiss: { url: PHOTO_URL, secret: SECRET, signed: "images.example.net/photos/cat.jpg?width=200" },
  *scopes({ request }) {
    const fragment = request.unsigned.fragment;
    for (const [origin, weight] of origins(request.typed.origin)) {
      const swapped =
        weight > USUAL ? { weight, detail: `It began with “${origin.slice(0, 60)}”.` } : { weight };
      yield { value: (url) => joinUrl({ ...url, origin, fragment: null }), ...swapped };
      yield { value: (url) => joinUrl({ ...rooted(url), origin, fragment: null }), ...swapped };
      yield {
        value: (url) => `${joinUrl({ ...url, origin, query: null, fragment: null })}${url.query ?? ""}`,
        detail: "Its “?” was left out.",
        weight: weight + FAR_LESS_LIKELY,
      };
      yield {
        value: (url) => `${joinUrl({ ...url, origin, query: null, fragment: null })}?${url.query ?? ""}`,
        detail: "With a “?” at its end.",
        weight: weight + FAR_LESS_LIKELY,
      };
      if (fragment !== null)
        yield {
          value: (url) => joinUrl({ ...url, origin, fragment }),
          detail: "With its fragment.",
          weight: weight + LESS_LIKELY,
        };
    }
  },
  *alone(url) {
    for (const host of LOCAL_HOSTS)
      for (const origin of [`http://${host}`, `https://${host}`])
        yield {
          value: joinUrl({ ...rooted(url), origin, fragment: null }),
          detail: `It began with “${origin}”.`,
          weight: USUAL,
        };
  },
};

/** What frameworks are told, or think, that they run at. */
const LOCAL_HOSTS = ["localhost", "127.0.0.1", "0.0.0.0"].flatMap((host) =>
  ["", ":3000", ":8000", ":8080", ":5000", ":80"].map((port) => host + port),
);
