import type { UrlText } from "../../signing/types";
import type { Mistake, Telling, Variant } from "../mistake";
import { HOST, SECRET } from "../sample";
import { withMeantPlus } from "../text/meant-plus";
import { inQueryAndPath } from "../text/respell";
import { LESS_USUAL, OFTEN } from "../weights";

export const signedWithPercent20ForSpace: Mistake = {
  id: "signed-with-percent20-for-space",
  group: "encoding",
  title: "“%20” was signed where “+” was sent.",
  why: "encodeURIComponent, rawurlencode and quote write a space as “%20”, forms, URLSearchParams and some HTTP libraries as “+”; and code that decodes forms takes a real “+” for a space.",
  fix: "Build the query once, sign that text, and send the same text.",
  example: { url: `${HOST}/?title=a+b&signature={}`, secret: SECRET, signed: "/?title=a%20b" },
  nearMiss: { url: `${HOST}/?title=a+b&signature={}`, secret: SECRET, signed: "/?title=a b" },
  *urls(url) {
    yield* ofEscapedPlus(url);
    if (!url.query?.includes("+") && !url.path.includes("+")) return;
    for (const variant of inQueryAndPath(url, (text) => text.replaceAll("+", "%20"), undefined, OFTEN))
      yield variant.value.path === url.path
        ? { ...variant, telling: plusMeant(url.query) }
        : { ...variant, ...IN_PATH, telling: { why: EITHER, mayBePath: variant.value.path } };
  },
};

/** Where a plus is likely meant, the URL has it in a spelling that is read as a space. */
function plusMeant(query: string | null): Telling | undefined {
  const mayBeQuery = withMeantPlus(query ?? "", "+");
  return mayBeQuery === null ? undefined : { ...PLUS_MEANT, mayBeQuery };
}

const PLUS_MEANT = {
  why: "Either a plus is meant, as in the zone of a time, in a phone number or in “C++”: it was not escaped, and the code that signs took it for a space, as code that decodes forms does. Or a space is meant, which forms write as “+” and other encoders as “%20”. The digits fit both.",
  fix: "Write a plus as “%2B” before the URL is signed, and send the text that was signed.",
  isDoubtful: true,
} as const;

/** An escaped plus that was signed as a space, alone or with each raw “+”. */
function* ofEscapedPlus(url: UrlText): Generator<Variant<UrlText>> {
  if (!/%2b/i.test(url.path + (url.query ?? ""))) return;
  for (const plus of [/%2b/gi, /%2b|\+/gi])
    for (const variant of inQueryAndPath(url, (text) => text.replace(plus, "%20"), undefined, LESS_USUAL)) {
      const isPath = variant.value.path !== url.path;
      const detail = isPath ? "It stands in the path." : undefined;
      yield { ...variant, detail, telling: PLUS_OR_SPACE };
    }
}

const PLUS_OR_SPACE: Telling = {
  title: "“%20” was signed where “%2B” was sent.",
  why: "Either the code that signs decoded the “%2B” to “+” and took that for a space, as code that decodes forms does; or the text has a space, and what was sent was written as a form writes it and then encoded once more. The digits fit both.",
  fix: "Decode or encode a text once, and sign the text that is sent.",
  isDoubtful: true,
};

const EITHER =
  "Either a space of the path was written as “+”, as forms, quote_plus and URLSearchParams write it, and the URL that was signed is right; or the path has a real “+”, and the code that signs took it for a space, as code that decodes forms does. The digits fit both.";
const IN_PATH = {
  detail: "The “+” stands in the path, where it is a plus and no space.",
  fix: "Write a space in a path as “%20”, and do not decode a path as a form: a “+” stands for itself there.",
};
