import type { UrlText } from "../../signing/types";
import { cutQuery } from "../../signing/url-text";
import type { Mistake, Telling, Variant } from "../mistake";
import { HOST, SECRET } from "../sample";
import { baresPercent, isBare, SENT_BARE } from "../text/bare-percent";
import { encodeLike, type Spelling, spellingsOf } from "../text/encoders";
import { inQueryAndPath, inValues } from "../text/respell";
import { FAR_LESS_LIKELY, MUCH_LESS_LIKELY, SELDOM, USUAL, VERY_RARE } from "../weights";

export const signedDoubleEncoded: Mistake = {
  id: "signed-double-encoded",
  group: "encoding",
  title: "The string was encoded once more before it was signed.",
  why: "The URL or its values were passed to an encoding function although they were encoded already: “%2F” became “%252F”.",
  fix: "Encode each value once, then sign the text as it is.",
  example: { url: `${HOST}/?src=a%2Fb&signature={}`, secret: SECRET, signed: "/?src=a%252Fb" },
  nearMiss: { url: `${HOST}/?src=a%2Fb&signature={}`, secret: SECRET, signed: "/?src=a%2fb" },
  *urls(url) {
    for (const variant of encodedAgain(url)) yield { ...variant, telling: tellingOf(url, variant.value) };
  },
  *messages(message) {
    yield { value: message.replaceAll("%", "%25"), telling: isBare(message) ? SENT_BARE : undefined };
    for (const spelling of sparing(message)) {
      const { name, isOwnCase } = spelling;
      const encode = (text: string) => encodeLike(spelling, text);
      const weight =
        (message.includes("%") ? USUAL : USUAL + penalty(spelling)) + (isOwnCase ? 0 : MUCH_LESS_LIKELY);
      const detail = `The whole string, as ${name}.`;
      yield { value: encode(message), detail, weight };
    }
    yield {
      value: encodeURIComponent(encodeURIComponent(message.toWellFormed())),
      detail: "The whole string, twice.",
      weight: VERY_RARE,
    };
  },
};

function* encodedAgain(url: UrlText): Generator<Variant<UrlText>> {
  yield* inQueryAndPath(url, (text) => text.replaceAll("%", "%25"));
  for (const spelling of sparing(url.path + (url.query ?? ""))) {
    const encode = (text: string) => encodeLike(spelling, text);
    const detail = `As ${spelling.name}.`;
    const weight = spelling.isOwnCase ? USUAL : SELDOM;
    const twice = (text: string) => (text.includes("%") ? encode(text) : text);
    yield* inValues(url, twice, detail, weight);
    if (url.query !== null)
      yield { value: { ...url, query: encode(url.query) }, detail, weight: weight + penalty(spelling) };
    const path = url.path.includes("%") ? url.path.split("/").map(encode).join("/") : url.path;
    yield { value: { ...url, path }, detail: "In the path.", weight };
  }
}

/** What was sent raw was encoded once in what was signed, as it should be. */
function tellingOf(sent: UrlText, signed: UrlText): Telling | undefined {
  if (baresPercent(signed, sent)) return SENT_BARE;
  const values = cutQuery(sent.query ?? "").map(({ value }) => value ?? "");
  return values.some((value) => /%/.test(value) && /[:/?#[\]@]/.test(value)) ? SENT_RAW : undefined;
}

const SENT_RAW: Telling = {
  title: "What is in a value was signed encoded, and sent as it is.",
  why: "What encodes a value escapes the “%” of its own escapes, too, such as that of an address with “%20” in it. Either the code encodes the value only to sign it; or a proxy, a framework or an editor decoded the query after it was signed. The digits fit both.",
  fix: "Build the query once, with each value encoded, sign that text, and send the same text.",
  isDoubtful: true,
  mayBeMeant: true,
};

/** Without those that escape even dots: few encode a whole string with them, and nearly every string has one. */
const sparing = (text: string) => spellingsOf(text).filter(({ keep }) => keep !== "");

/** An encoder that spares “=” and “/” leaves a string without escapes much as one that encodes the values. */
function penalty({ keep }: Spelling): number {
  return keep.includes("=") || keep.includes("/") ? FAR_LESS_LIKELY : 0;
}
