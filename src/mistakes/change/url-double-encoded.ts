import type { UrlText } from "../../signing/types";
import type { Mistake, Telling, Variant } from "../mistake";
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
      if (baresPercent(url, variant.value)) yield { ...variant, weight: RARE, telling: { isUnwanted: true } };
      else yield mayBeDecoded(url) ? { ...variant, telling: OR_DECODED } : variant;
    }
  },
};

/**
 * Whether what was signed may be the text that was sent, decoded: it has no other escapes, which would have been decoded with “%25”. An
 * address escaped twice is no text that anyone sends on purpose.
 */
function mayBeDecoded({ path, query }: UrlText): boolean {
  const text = `${path}?${query ?? ""}`;
  return !/%(?!25)|%253A%252F%252F/i.test(text);
}

const OR_DECODED: Telling = {
  title: "What was sent is percent-encoded once more than what was signed.",
  why: "Either a template, an HTTP library or a redirect encoded the finished URL again, so that “%” became “%25”; or the text itself holds such a “%”, and it was decoded before it was signed, as frameworks hand out paths and parameters. The digits fit both.",
  fix: "Hand the signed URL on as it is; or, where the “%25” belongs there, sign the text that is sent.",
  mayBeMeant: true,
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
