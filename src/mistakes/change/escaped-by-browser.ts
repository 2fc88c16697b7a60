import type { UrlText } from "../../signing/types";
import { cutQuery } from "../../signing/url-text";
import { listed } from "../../signing/wording/listed";
import type { Facts, Mistake, Telling, Variant } from "../mistake";
import { HOST, SECRET } from "../sample";
import { escapeCase, escapeChar } from "../text/escapes";
import { inQueryAndPath, joined } from "../text/respell";
import { LIKELY, OFTEN, RARE } from "../weights";

export const escapedByBrowser: Mistake = {
  id: "escaped-by-browser",
  group: "change",
  undoes: true,
  isDoneBySigners: true,
  title: "Characters that the signer had left raw were sent escaped.",
  why: "encodeURIComponent leaves “'” and others as they are, and a browser or another HTTP client sends “%27” in a query. Or code signs the raw text and builds the URL of an escaped one, as a URL object does: the digits fit both.",
  fix: "Percent-encode everything but letters, digits and “-._~” before signing.",
  example: { url: `${HOST}/?title=it%27s&signature={}`, secret: SECRET, signed: "/?title=it's" },
  nearMiss: { url: `${HOST}/?title=it%28s&signature={}`, secret: SECRET, signed: "/?title=it(s" },
  urls: browserEscapes,
};

/** What some clients escape. Of these browsers escape the following in a path and in a query (WHATWG URL, percent-encode sets). */
const ESCAPED = "'\"<>|{}^`\\";
const IN_PATH = '"<>{}^` ';
const IN_QUERY = "'\"<> ";

function* browserEscapes(url: UrlText, facts: Facts): Generator<Variant<UrlText>> {
  yield* signedRaw(url, ESCAPED, LIKELY);
  for (const char of ESCAPED) yield* signedRaw(url, char, LIKELY);
  yield* signedRaw(url, "\"<>'", OFTEN);
  yield* signedRaw(url, `${ESCAPED} `, OFTEN);
  const typed = typedUnsigned(facts);
  if (typed) {
    yield {
      value: { ...url, ...typed },
      detail: "The text was signed as it was typed, before it was escaped.",
      weight: LIKELY,
    };
    yield {
      value: { ...url, path: typed.path },
      detail: "The path was signed as it was typed.",
      weight: LIKELY,
    };
    yield {
      value: { ...url, query: typed.query },
      detail: "The query was signed as it was typed.",
      weight: LIKELY,
    };
    const lower = (text: string) => (text === escapeCase(text, false) ? text : escapeCase(text, false));
    yield* inQueryAndPath(url, lower, "Its escapes were lower-case when it was signed.", RARE);
  }
}

/** These characters raw in the query, the path, and both. */
function* signedRaw(url: UrlText, chars: string, weight: number): Generator<Variant<UrlText>> {
  const all = [...chars].map((char) => ({ char, escaped: escapeChar(char) }));
  const isIn = (text: string, escaped: string) =>
    text.includes(escaped) || text.includes(escaped.toLowerCase());
  const rawOf = (text: string) =>
    all.reduce(
      (raw, { char, escaped }) => raw.replaceAll(escaped, char).replaceAll(escaped.toLowerCase(), char),
      text,
    );
  for (const variant of inQueryAndPath(url, rawOf, undefined, weight)) {
    const { path, query } = variant.value;
    const changedIn = (sent: string, signed: string) =>
      sent === signed ? [] : all.filter(({ escaped }) => isIn(sent, escaped)).map(({ char }) => char);
    const inPath = changedIn(url.path, path);
    const inQuery = changedIn(url.query ?? "", query ?? "");
    const isOfBrowsers =
      inPath.some((char) => IN_PATH.includes(char)) || inQuery.some((char) => IN_QUERY.includes(char));
    const where = inPath.length === 0 ? "" : inQuery.length === 0 ? " In the path." : " In the path too.";
    const detail = `${wordsOf([...new Set([...inQuery, ...inPath])])} signed raw.${where}`;
    const isLower = [...inQuery, ...inPath].some((char) => isLowerIn(url, escapeChar(char)));
    const telling = isLower ? BY_LOWER_CASE : isOfBrowsers ? undefined : BY_ENCODER;
    yield { ...variant, detail, telling };
  }
}

/** Whether this escape has letters and stands there with lower-case ones. */
const isLowerIn = ({ path, query }: UrlText, escaped: string) =>
  escaped !== escaped.toLowerCase() && `${path}?${query ?? ""}`.includes(escaped.toLowerCase());

function wordsOf(chars: readonly string[]): string {
  const words = chars.map((char) => (char === " " ? "the space" : `“${char}”`));
  const text = listed(words);
  return `${text.replace(/^t/, "T")} ${words.length === 1 ? "was" : "were"}`;
}

const BY_ENCODER: Telling = {
  why: "Browsers leave these as they are there. Encoders such as Python’s quote and PHP’s rawurlencode escape them, and some HTTP clients do.",
};

const BY_LOWER_CASE: Telling = {
  why: "Browsers and most encoders write escapes in capitals. .NET’s HttpUtility, Go’s html/template, Apache and code of one’s own write “%7c” for “%7C”. Either one of these escaped them after signing; or code signs the raw text and builds the URL of an escaped one. The digits fit both.",
};

/** Path and query with what no request carries raw still in it, as typed; `null` where nothing was escaped. */
function typedUnsigned({ request, signatureNames: [own] }: Facts): Pick<UrlText, "path" | "query"> | null {
  const { typed, unsigned, found } = request;
  if (!/[^!-~]/.test(typed.path + (typed.query ?? ""))) return null;
  const token = found === null ? "" : `/${found.text}/`;
  const path =
    typed.path.includes(token) && !unsigned.path.includes(token)
      ? typed.path.replace(token, "/")
      : typed.path;
  if (typed.query === null || unsigned.query === null) return { path, query: unsigned.query };
  const parameters = cutQuery(typed.query);
  const surplus = parameters.length - cutQuery(unsigned.query).length;
  const isSignature = ({ name, text }: { name: string; text: string }) =>
    surplus > 0 && (name === own || (found !== null && text.endsWith(`=${found.text}`)));
  return { path, query: joined(parameters.filter((parameter) => !isSignature(parameter))) };
}
