import type { Mistake } from "../mistake";
import { SECRET } from "../sample";
import { OFTEN } from "../weights";

export const signedWithoutLeadingSlash: Mistake = {
  id: "signed-without-leading-slash",
  group: "scope",
  title: "The leading slash was not signed.",
  why: "The LibPixel page’s own example leaves it out, and so do libpixel-ruby and libpixel.cr when the path is empty.",
  fix: "Begin the string with “/”, also when the path is empty.",
  example: {
    url: "https://images.example.net/?src=https://a.example/b.png&width=200&signature={}",
    secret: SECRET,
    signed: "?src=https://a.example/b.png&width=200",
  },
  nearMiss: {
    url: "https://images.example.net/?src=https://a.example/b.png&width=200&signature={}",
    secret: SECRET,
    signed: "src=https://a.example/b.png&width=200",
  },
  *scopes({ rule }) {
    yield { value: (url) => rule(url).replace(/^\//, ""), weight: OFTEN };
  },
};
