import type { Mistake } from "../mistake";
import { HOST, SECRET } from "../sample";
import { inQueryAndPath } from "../text/respell";
import { OFTEN } from "../weights";

export const signedWithPercent20ForSpace: Mistake = {
  id: "signed-with-percent20-for-space",
  group: "encoding",
  title: "“%20” was signed where “+” was sent.",
  why: "encodeURIComponent, rawurlencode and quote write a space as “%20”, forms, URLSearchParams and some HTTP libraries as “+”; and code that decodes forms takes a real “+” for a space.",
  fix: "Build the query once, sign that text, and send the same text.",
  example: { url: `${HOST}/?title=a+b&signature={}`, secret: SECRET, signed: "/?title=a%20b" },
  nearMiss: { url: `${HOST}/?title=a+b&signature={}`, secret: SECRET, signed: "/?title=a b" },
  *urls(url) {
    if (!url.query?.includes("+") && !url.path.includes("+")) return;
    for (const variant of inQueryAndPath(url, (text) => text.replaceAll("+", "%20"), undefined, OFTEN))
      yield variant.value.path === url.path
        ? variant
        : { ...variant, ...IN_PATH, telling: { why: EITHER, mayBePath: variant.value.path } };
  },
};

const EITHER =
  "Either a space of the path was written as “+”, as forms, quote_plus and URLSearchParams write it, and the URL that was signed is right; or the path has a real “+”, and the code that signs took it for a space, as code that decodes forms does. The digits fit both.";
const IN_PATH = {
  detail: "The “+” stands in the path, where it is a plus and no space.",
  fix: "Write a space in a path as “%20”, and do not decode a path as a form: a “+” stands for itself there.",
};
