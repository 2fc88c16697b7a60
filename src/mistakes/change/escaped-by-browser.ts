import type { UrlText } from "../../signing/types";
import { cutQuery } from "../../signing/url-text";
import type { Facts, Mistake, Variant } from "../mistake";
import { HOST, SECRET } from "../sample";
import { escapeCase, escapeChar } from "../text/escapes";
import { inQueryAndPath, joined } from "../text/respell";
import { LIKELY, OFTEN, RARE } from "../weights";

export const escapedByBrowser: Mistake = {
  id: "escaped-by-browser",
  group: "change",
  undoes: true,
  isDoneBySigners: true,
  title: "A browser or another HTTP client escaped characters that the signer had left raw.",
  why: "encodeURIComponent leaves “'” and others as they are, and a browser sends “%27” in a query.",
  fix: "Percent-encode everything but letters, digits and “-._~” before signing.",
  example: { url: `${HOST}/?title=it%27s&signature={}`, secret: SECRET, signed: "/?title=it's" },
  nearMiss: { url: `${HOST}/?title=it%28s&signature={}`, secret: SECRET, signed: "/?title=it(s" },
  urls: browserEscapes,
};

const BROWSER = "'\"<>|{}^`\\";

function* browserEscapes(url: UrlText, facts: Facts): Generator<Variant<UrlText>> {
  const rawOf = (chars: string) => (text: string) =>
    [...chars].reduce((raw, char) => {
      const escaped = escapeChar(char);
      return raw.replaceAll(escaped, char).replaceAll(escaped.toLowerCase(), char);
    }, text);
  yield* inQueryAndPath(url, rawOf(BROWSER), "All of them.", LIKELY);
  for (const char of BROWSER) yield* inQueryAndPath(url, rawOf(char), `“${char}” was signed raw.`, LIKELY);
  yield* inQueryAndPath(url, rawOf("\"<>'"), "Quotes and angle brackets.", OFTEN);
  yield* inQueryAndPath(url, rawOf(`${BROWSER} `), "Spaces too.", OFTEN);
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
