import type { UrlText } from "../../signing/types";
import type { Mistake, Variant } from "../mistake";
import { HOST, SECRET } from "../sample";
import { baresPercent } from "../text/bare-percent";
import { inQueryAndPath, inValues } from "../text/respell";
import { LIKELY, OFTEN, RARE, SELDOM } from "../weights";

export const urlDoubleEncoded: Mistake = {
  id: "url-double-encoded",
  group: "change",
  undoes: true,
  damages: true,
  title: "The URL was percent-encoded once more after it was signed.",
  why: "A template, an HTTP library or a redirect encoded the finished URL again: “%3A” became “%253A”.",
  fix: "Hand the signed URL on as it is.",
  example: { url: `${HOST}/?src=a%252Fb&signature={}`, secret: SECRET, signed: "/?src=a%2Fb" },
  nearMiss: { url: `${HOST}/?src=a%252Fb&signature={}`, secret: SECRET, signed: "/?src=a/b" },
  *urls(url) {
    for (const variant of encodedOnce(url)) {
      yield baresPercent(url, variant.value)
        ? { ...variant, weight: RARE, telling: { isUnwanted: true } }
        : variant;
    }
  },
};

/** The URL as it was before. With a “%” that begins no escape it was rarely signed so, and is not to be sent. */
function* encodedOnce(url: UrlText): Generator<Variant<UrlText>> {
  yield* inQueryAndPath(url, (text) => text.replaceAll("%25", "%"), undefined, LIKELY);
  yield* inQueryAndPath(url, (text) => text.replace(/%25(?=[0-9a-f]{2})/gi, "%"), undefined, LIKELY);
  yield* inQueryAndPath(url, (text) => text.replace(/%(?:25)+(?=[0-9a-f]{2})/gi, "%"), undefined, OFTEN);
  const once = (text: string) => text.replaceAll("%25", "%");
  yield* inValues(url, once, "", OFTEN);
  yield* inValues(url, (text) => once(text).replaceAll("%20", "+"), "", SELDOM);
}
