import type { Mistake } from "../mistake";
import { HOST, SECRET } from "../sample";
import { inQueryAndPath } from "../text/respell";
import { OFTEN } from "../weights";

export const signedWithPlusForSpace: Mistake = {
  id: "signed-with-plus-for-space",
  group: "encoding",
  title: "Spaces were signed as “+” but sent as “%20”.",
  why: "PHP’s http_build_query, Python’s urlencode, URLSearchParams and Java’s URLEncoder write “+”; other encoders write “%20”.",
  fix: "Build the query once, sign that text, and send the same text.",
  example: { url: `${HOST}/?title=a%20b&signature={}`, secret: SECRET, signed: "/?title=a+b" },
  nearMiss: { url: `${HOST}/?title=a+b&signature={}`, secret: SECRET, signed: "/?title=a%20b" },
  *urls(url) {
    if (/%20/.test(url.query ?? "") || /%20/.test(url.path))
      yield* inQueryAndPath(url, (text) => text.replaceAll("%20", "+"), undefined, OFTEN);
  },
};
