import type { UrlText } from "../../signing/types";
import type { Mistake, Telling, Variant } from "../mistake";
import { HOST, SECRET } from "../sample";
import { bareTelling } from "../text/bare-percent";
import { twiceTelling } from "../text/encoded-twice";
import { decodeLoosely, decodeTwiceAsForm, percentDecode } from "../text/escapes";
import { inValues, mapValues } from "../text/respell";
import { LESS_LIKELY, LESS_USUAL, OFTEN, RARE, USUAL } from "../weights";

const TWICE = "Twice.";
const PLUS_READ = "“+” became a space.";

export const signedDecodedQuery: Mistake = {
  id: "signed-decoded-query",
  group: "encoding",
  title: "The query was signed without its percent-encoding.",
  why: "Frameworks hand out parameters decoded; joined as they are, they make another string than the one that is sent.",
  fix: "Sign the query as it is sent, with its percent-encoding.",
  example: {
    url: `${HOST}/?src=https%3A%2F%2Fa.example%2Fb.png&signature={}`,
    secret: SECRET,
    signed: "/?src=https://a.example/b.png",
  },
  nearMiss: {
    url: `${HOST}/?src=https%3A%2F%2Fa.example%2Fb.png&signature={}`,
    secret: SECRET,
    signed: "/?src=https%3A//a.example/b.png",
  },
  *urls(url) {
    for (const variant of decodedQueries(url)) {
      const telling = bareTelling(url, variant.value) ?? tellingOf(url, variant);
      yield telling ? { ...variant, telling } : variant;
    }
  },
  *messages(message) {
    const telling = /[%+]/.test(message.slice(message.indexOf("?") + 1)) ? undefined : PATH_ALONE;
    yield { value: percentDecode(message), telling };
    yield { value: percentDecode(message.replaceAll("+", " ")), detail: PLUS_READ, telling };
  },
};

function tellingOf(url: UrlText, variant: Variant<UrlText>): Telling | undefined {
  if (variant.detail === TWICE) return twiceTelling("query", url.query ?? "");
  if (!variant.detail && isEncodedAgain(url.query ?? "", variant.value.query ?? "")) return ENCODED_AGAIN;
  if (isEncodedOf(url, variant)) return ENCODED_LATER;
  if (variant.detail || !url.query?.includes("+")) return undefined;
  if (escapesLike(url.query, variant.value.query ?? "")) return ENCODED_WITH_PLUS;
  return /[^!-~]/.test(variant.value.query ?? "") ? DECODED_AS_PATH : PLUS_KEPT;
}

/** Whether each “%” of what was sent is an escape’s that was escaped, so that what was signed has its percent-encoding. */
const isEncodedAgain = (sent: string, signed: string) => !/%(?!25)/.test(sent) && /%[\da-f]{2}/i.test(signed);

const ENCODED_AGAIN: Telling = {
  title: "The query is percent-encoded once more than it was signed.",
  why: "Either something encoded the query again after signing, as proxies, routers and builders of URLs do; or its values have escapes of their own, and were decoded before they were signed, as frameworks hand them out. The digits fit both.",
  fix: "Hand the signed URL on as it is; or, where the “%25” belongs there, sign the query that is sent.",
  mayBeMeant: true,
};

/** Whether an encoder of values may have made what was sent of what was signed: it leaves nothing raw that it escapes elsewhere. */
function isEncodedOf({ query }: UrlText, { detail }: Variant<UrlText>): boolean {
  if (query === null || !/^(?:[\w.~!'()*&=+-]|%[\da-f]{2})*$/i.test(query)) return false;
  // A “+” of the text would be “%2B”, and a space is written in one way.
  return detail === PLUS_READ ? !query.includes("%20") : !detail && !query.includes("+");
}

/** Whether what leaves “+” and the delimiters of a URL as they are makes the one of the other. */
const escapesLike = (sent: string, signed: string) =>
  encodeURI(signed.toWellFormed()).toLowerCase() === sent.toLowerCase();

const ENCODED_WITH_PLUS: Telling = {
  why: "Either it was joined as it is, and encoded only afterwards by what leaves a “+”, as encodeURI, browsers and Swift’s URLComponents do; or it was decoded as a path is, in which a “+” stays, with decodeURIComponent, rawurldecode or Python’s unquote. The digits fit both.",
};

const ENCODED_LATER: Telling = {
  why: "Either its values were joined as they are, and encoded only afterwards, as HTTP libraries and builders of URLs do; or a framework handed them out decoded. The digits fit both.",
};

/** “+” stands in the string as in the URL: no form was decoded, and nothing encoded it later. */
const PLUS_KEPT: Telling = {
  why: "Either an encoder left such characters as they are, as Python’s urlencode does with those in “safe”; or the query was decoded as a path is, in which a “+” stays, with decodeURIComponent, rawurldecode or Python’s unquote. The digits fit both.",
};

const DECODED_AS_PATH: Telling = {
  why: "It was decoded as a path is, in which a “+” stays: decodeURIComponent, rawurldecode and Python’s unquote do that.",
};

/** Of a string whose query has nothing to decode. */
const PATH_ALONE: Telling = {
  title: "The string was signed decoded: its path.",
  why: "Frameworks hand out the path decoded, which makes another string than the one that is sent.",
  fix: "Sign the path as it is sent, with its percent-encoding.",
};

function* decodedQueries(url: UrlText): Generator<Variant<UrlText>> {
  const query = url.query;
  if (query === null || !/[%+]/.test(query)) return;
  for (const [decode, detail, weight] of DECODERS) {
    yield { value: { ...url, query: decode(query) }, detail, weight };
    if (decode(url.path) !== url.path)
      yield {
        value: { ...url, path: decode(url.path), query: decode(query) },
        detail: "The path was decoded too.",
        weight: weight + LESS_LIKELY,
      };
    yield { value: { ...url, query: mapValues(query, decode) }, detail, weight };
    for (const variant of inValues(url, decode, detail ?? "", weight + LESS_LIKELY))
      yield { ...variant, detail: variant.detail?.trim() };
  }
}

const DECODERS: readonly [decode: (text: string) => string, detail: string | undefined, weight: number][] = [
  [percentDecode, undefined, OFTEN],
  [(text) => percentDecode(text.replaceAll("+", " ")), PLUS_READ, USUAL],
  [decodeLoosely, "All but the reserved characters, as decodeURI does.", LESS_USUAL],
  [(text) => percentDecode(percentDecode(text)), TWICE, RARE],
  [decodeTwiceAsForm, "Twice, so that “%2B” became a space.", RARE],
];
