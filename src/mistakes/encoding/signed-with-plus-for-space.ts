import type { Mistake, Telling } from "../mistake";
import { HOST, SECRET } from "../sample";
import { withMeantPlus } from "../text/meant-plus";
import { inQueryAndPath } from "../text/respell";
import { LESS_USUAL, OFTEN } from "../weights";

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
      for (const variant of inQueryAndPath(url, (text) => text.replaceAll("%20", "+"), undefined, OFTEN))
        yield variant.value.path === url.path
          ? { ...variant, telling: plusMeant(url.query) }
          : { ...variant, ...IN_PATH, telling: { title: TITLE, why: EITHER, mayBePath: variant.value.path } };
    if (/%20/.test(url.path + (url.query ?? "")))
      for (const plus of ["%2B", "%2b"])
        for (const variant of inQueryAndPath(
          url,
          (text) => text.replaceAll("%20", plus),
          undefined,
          LESS_USUAL,
        )) {
          const isPath = variant.value.path !== url.path;
          const detail = isPath ? "It stands in the path." : undefined;
          yield {
            ...variant,
            detail,
            telling: {
              ...PLUS_ESCAPED,
              title: `“${plus}” was signed where “%20” was sent.`,
              ...(!isPath && variant.value.query && { mayBeQuery: variant.value.query }),
            },
          };
        }
  },
};

const PLUS_ESCAPED = {
  why: "Either the code that signs wrote a space as “+”, as forms do, and encoded that once more; or the text has a real “+”, and code that decodes forms took it for a space on the way. The digits fit both.",
  fix: "Encode a text once, sign it, and send the same text.",
  isDoubtful: true,
} as const;

/** Where a plus is likely meant, it is what was lost. */
function plusMeant(query: string | null): Telling | undefined {
  const mayBeQuery = withMeantPlus(query ?? "", "%20");
  return mayBeQuery === null ? undefined : { ...PLUS_MEANT, mayBeQuery };
}

const PLUS_MEANT = {
  title: "“+” was signed where “%20” was sent.",
  why: "Either a plus is meant, as in the zone of a time, in a phone number or in “C++”: it was signed without being escaped, and code that decodes forms took it for a space on the way. Or a space is meant, which forms and http_build_query write as “+”. The digits fit both.",
  fix: "Write a plus as “%2B” before the URL is signed, and send the text that was signed.",
  isDoubtful: true,
} as const;

const TITLE = "“+” was signed where “%20” was sent.";
const EITHER =
  "Either the code that signs wrote a space of the path as “+”, as forms, quote_plus and URLSearchParams write it; or the path has a real “+”, the URL that was signed is right, and code that decodes forms took it for a space on the way. The digits fit both.";
const IN_PATH = {
  detail: "The “%20” stands in the path, where a “+” is a plus and no space.",
  fix: "Write a space in a path as “%20”, and do not decode a path as a form: a “+” stands for itself there.",
};
