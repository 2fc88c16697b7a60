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
      else yield { ...variant, telling: tellingOf(url) };
    }
  },
};

/** An address escaped twice is no text that anyone sends on purpose. */
function tellingOf(url: UrlText): Telling | undefined {
  const text = `${url.path}?${url.query ?? ""}`;
  if (/%253A%252F%252F/i.test(text)) return undefined;
  if (!/%(?!25)/.test(text)) return OR_DECODED;
  if (isWholeAgain(url.path, url.query ?? "")) return OF_PATH;
  return isWholeAgain(url.query ?? "", url.path) ? OF_QUERY : PARTLY;
}

/** Whether each “%” of this part became “%25”, and none of the other. */
const isWholeAgain = (part: string, other: string) =>
  part.includes("%25") && !/%(?!25)/.test(part) && !other.includes("%25");

const BY_ITSELF = "by itself encoded it again, as proxies, routers and builders of URLs do; or";

const OF_PATH: Telling = {
  title: "The path is percent-encoded once more than it was signed.",
  why: `Either something that takes the path ${BY_ITSELF} the file’s name holds such a “%”, and the path was decoded before it was signed, as frameworks hand it out. The digits fit both.`,
  fix: "Hand the signed URL on as it is; or, where the “%25” belongs there, sign the path that is sent.",
  mayBeMeant: true,
};

const OF_QUERY: Telling = {
  title: "The query is percent-encoded once more than it was signed.",
  why: `Either something that takes the query ${BY_ITSELF} a value has escapes of its own, as an address has, and was signed without them, or decoded, as frameworks hand it out. The digits fit both.`,
  fix: "Hand the signed URL on as it is; or, where the “%25” belongs there, sign the query that is sent.",
  mayBeMeant: true,
};

const OR_DECODED: Telling = {
  title: "What was sent is percent-encoded once more than what was signed.",
  why: "Either a template, an HTTP library or a redirect encoded the finished URL again, so that “%” became “%25”; or the text itself holds such a “%”, and it was decoded before it was signed, as frameworks hand out paths and parameters. The digits fit both.",
  fix: "Hand the signed URL on as it is; or, where the “%25” belongs there, sign the text that is sent.",
  mayBeMeant: true,
};

/** An encoder of the whole would have escaped each “%”. */
const PARTLY: Telling = {
  title: "A part of what was sent is percent-encoded once more than it was signed.",
  why: "What encodes a finished URL again makes “%25” of each “%”, and here others stand as they were. Most likely the value had escapes of its own where it was sent, as an address has that a URL parser wrote, with “%20” for a space, and had none where it was signed. Or only some escapes were encoded again on the way. The digits fit both.",
  fix: "Take the value from one place, encode it once, and use that text for the string and for the URL.",
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
