import type { Mistake } from "../mistake";
import { HOST, SECRET } from "../sample";
import { bareTelling } from "../text/bare-percent";
import { twiceTelling } from "../text/encoded-twice";
import { decodeLoosely, decodeTwiceAsForm, percentDecode } from "../text/escapes";
import { LESS_USUAL, OFTEN, RARE } from "../weights";

export const signedDecodedPath: Mistake = {
  id: "signed-decoded-path",
  group: "encoding",
  title: "The path was signed decoded.",
  why: "libpixel-go signs Go’s url.Path, which is decoded; many frameworks hand out the path like that.",
  fix: "Sign the path as it is sent: u.EscapedPath() in Go, the raw request target elsewhere.",
  example: {
    url: `${HOST}/my%20cat.jpg?width=200&signature={}`,
    secret: SECRET,
    signed: "/my cat.jpg?width=200",
  },
  nearMiss: {
    url: `${HOST}/my%20cat.jpg?width=200&signature={}`,
    secret: SECRET,
    signed: "/my+cat.jpg?width=200",
  },
  *urls(url) {
    const decoded = { ...url, path: percentDecode(url.path) };
    yield { value: decoded, weight: OFTEN, telling: bareTelling(url, decoded) };
    if (url.path.includes("+"))
      yield {
        value: { ...url, path: percentDecode(url.path.replaceAll("+", " ")) },
        detail: "“+” became a space.",
        fix: "Sign the path as it is sent, with “%20” for a space: a “+” stands for itself there.",
        telling: { why: EITHER, mayBePath: url.path.replaceAll("+", "%20") },
      };
    yield {
      value: { ...url, path: percentDecode(percentDecode(url.path)) },
      detail: "Twice.",
      weight: RARE,
      telling: twiceTelling("path", url.path),
    };
    yield {
      value: { ...url, path: decodeTwiceAsForm(url.path) },
      detail: "Twice, so that “%2B” became a space.",
      weight: RARE,
    };
    yield {
      value: { ...url, path: decodeLoosely(url.path) },
      detail: "All but the reserved characters.",
      weight: LESS_USUAL,
    };
  },
};

const EITHER =
  "Either a space of the path was written as “+” when the URL was built, as forms write it, and it was signed unescaped; or the path has a real “+”, and it was decoded as a form before it was signed. The digits fit both.";
