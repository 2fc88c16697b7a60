import type { Mistake } from "../mistake";
import { HOST, SECRET } from "../sample";
import { inQueryAndPath } from "../text/respell";
import { OFTEN } from "../weights";

export const signedWithPercent20ForSpace: Mistake = {
  id: "signed-with-percent20-for-space",
  group: "encoding",
  title: "Spaces were signed as “%20” but sent as “+”.",
  why: "encodeURIComponent, rawurlencode and quote write “%20”; forms, URLSearchParams and some HTTP libraries write “+”.",
  fix: "Build the query once, sign that text, and send the same text.",
  example: { url: `${HOST}/?title=a+b&signature={}`, secret: SECRET, signed: "/?title=a%20b" },
  nearMiss: { url: `${HOST}/?title=a+b&signature={}`, secret: SECRET, signed: "/?title=a b" },
  *urls(url) {
    if (url.query?.includes("+") || url.path.includes("+"))
      yield* inQueryAndPath(url, (text) => text.replaceAll("+", "%20"), undefined, OFTEN);
  },
};
