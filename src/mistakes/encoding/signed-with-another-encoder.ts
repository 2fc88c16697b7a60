import type { UrlText } from "../../signing/types";
import { cutQuery, cutUrl, joinUrl } from "../../signing/url-text";
import type { Facts, Mistake, Telling, Variant } from "../mistake";
import { HOST, SECRET } from "../sample";
import { baresPercent, SENT_BARE } from "../text/bare-percent";
import { differences } from "../text/differences";
import { encodeLike, type Spelling, spellingsOf } from "../text/encoders";
import { withEquals } from "../text/equals-signs";
import { decodeBeyondAscii, escapeChar, percentDecode } from "../text/escapes";
import { inQueryAndPath, inValues, mapValues } from "../text/respell";
import { LESS_LIKELY, LESS_USUAL, SELDOM, USUAL, VERY_RARE } from "../weights";

export const signedWithAnotherEncoder: Mistake = {
  id: "signed-with-another-encoder",
  group: "encoding",
  title: "Characters were signed in the spelling of another encoder.",
  why: "Libraries disagree on “! ' ( ) * ~ / :” and on spaces, a few on “- . _”, too: the string was signed as one encodes, and sent as another does.",
  fix: "Build the query once, sign that text, and send the same text.",
  example: { url: `${HOST}/?title=(hi)!&signature={}`, secret: SECRET, signed: "/?title=%28hi%29%21" },
  nearMiss: { url: `${HOST}/?title=(hi)!&signature={}`, secret: SECRET, signed: "/?title=hi" },
  *urls(url, facts) {
    yield* wholeAddress(url, facts);
    const sent = delimitersIn(url.query);
    const isAny = sent > cutQuery(url.query ?? "").length;
    const tellingOf = ({ value, telling }: Variant<UrlText>) => {
      if (baresPercent(value, url)) return SENT_BARE;
      if (value.query && isPlusEscaped(url, value)) return { ...PLUS, mayBeQuery: value.query };
      return isAny && delimitersIn(value.query) < sent ? DECODED : telling;
    };
    for (const variant of spelled(url)) yield { ...variant, telling: tellingOf(variant) };
  },
};

/** How many “?” and “=” stand in a query: more than one for each parameter belong to values. */
const delimitersIn = (query: string | null) => (query ?? "").match(/[?=]/g)?.length ?? 0;

const DECODED: Telling = {
  title: "What is in a value was signed encoded, and sent decoded.",
  why: "An encoder of values escapes “?”, “&” and “=”, and some of them are raw here. Either a proxy, a framework or an editor decoded the query after it was signed, or the code encodes it only to sign it: the digits fit both.",
  fix: "Build the query once, with each value encoded, sign that text, and have nothing on the way decode it.",
  isDoubtful: true,
  mayBeMeant: true,
};

/** Whether the two differ by nothing but “%2B” that was signed for “+”. */
function isPlusEscaped({ query: sent }: UrlText, { query: signed }: UrlText): boolean {
  const plain = (query: string | null) => (query ?? "").replaceAll(/%2B/gi, "+");
  return sent !== signed && plain(sent) === plain(signed) && pluses(sent) > pluses(signed);
}

const pluses = (query: string | null) => (query ?? "").split("+").length;

const PLUS: Telling = {
  title: "“+” was signed as “%2B”, and sent as it is.",
  why: "In a query “+” is read as a space. Either the text has a plus, which was signed rightly, and lost its escape on the way or in a URL that was built by hand; or the text has a space, and an encoded text was encoded once more before it was signed. The digits fit both.",
  fix: "Send “%2B” for a plus; for a space sign the text that is sent.",
  mayBeMeant: true,
};

const NOT_UTF8: Telling = {
  title: "Characters beyond ASCII were signed in other escapes than those of UTF-8.",
  why: "JavaScript’s escape and Perl’s uri_escape do not write UTF-8, nor does an encoder that takes the text for Latin-1 or Windows-1252.",
  fix: "Percent-encode in UTF-8, and sign the text that is sent.",
};

const OF_PARSER: Telling = {
  title: "The URL was signed as a URL parser writes it, and sent otherwise.",
  why: "A URL parser resolves “.” and “..” in a path, makes “/” of “\\” and escapes what no URL holds. The URL was sent as it was before that.",
  fix: "Parse the URL first, then sign what the parser writes and send that same text.",
};

const IN_UNITS: Telling = {
  ...NOT_UTF8,
  why: "JavaScript’s escape and the older .NET write “%u20AC” for “€”, which is not UTF-8 and no escape of a URL.",
};

function* spelled(url: UrlText): Generator<Variant<UrlText>> {
  for (const spelling of spellingsOf(url.path + (url.query ?? ""))) yield* spelledAs(spelling, url);
  yield* slashesInPath(url);
  const text = url.path + (url.query ?? "");
  for (const char of RESERVED) {
    const escaped = escapeChar(char);
    const raw = (text: string) => text.replaceAll(escaped, char).replaceAll(escaped.toLowerCase(), char);
    if (text.includes("%")) yield* inQueryAndPath(url, raw, `“${char}” was signed as it is.`, LESS_USUAL);
    if (!text.includes(char)) continue;
    if (!"/?&=".includes(char)) {
      for (const form of [escaped, escaped.toLowerCase()])
        yield* inQueryAndPath(
          url,
          (text) => text.replaceAll(char, form),
          `“${char}” was signed as “${form}”.`,
          LESS_USUAL,
        );
    }
    if ("/=?".includes(char))
      yield* inValues(
        url,
        (text) => text.replaceAll(char, escaped),
        `“${char}” was signed as “${escaped}”.`,
        LESS_USUAL,
      );
  }
  // What another mistake has left of a path may have no slash at its start, and would be a part of the host.
  if (/^(?:[/\\]|$)/.test(url.path) && /\/\.|\\|[^!-~]/.test(url.path + (url.query ?? ""))) {
    const { pathname, search } = new URL(joinUrl({ ...url, origin: "https://a", fragment: null }));
    yield {
      value: { ...url, path: pathname, query: url.query === null ? null : search.slice(1) },
      detail: "As a URL parser writes it, which resolves “..” in the path.",
      weight: LESS_USUAL,
      telling: OF_PARSER,
    };
  }
  yield* inQueryAndPath(url, decodeBeyondAscii, "Letters beyond ASCII were not encoded.", SELDOM);
}

/** The query's values as this library writes them, or the path, or both. */
function* spelledAs(spelling: Spelling, url: UrlText): Generator<Variant<UrlText>> {
  const beyond = percentDecode(url.path + (url.query ?? "")).match(/[^ -~]/gu) ?? [];
  if (!spelling.beyond || beyond.length === 0) return yield* spelledBy(spelling, url);
  const isLatin1 = spelling.beyond === "latin1" && beyond.every((char) => char <= "ÿ");
  // By its letters alone it cannot be told from any other that takes the text for Latin-1.
  const others = isLatin1 ? ", or another one in Latin-1" : "";
  for (const variant of spelledBy({ ...spelling, name: spelling.name + others }, url))
    yield { ...variant, telling: isLatin1 ? NOT_UTF8 : IN_UNITS };
}

function* spelledBy(spelling: Spelling, url: UrlText): Generator<Variant<UrlText>> {
  // What escapes even dots differs from nearly every URL, and of these no library is known.
  if (spelling.keep === "" && spelling.space === "+" && !spelling.isOwnCase) return;
  const words = (signed: string, sent: string) => detailOf(spelling, signed, sent);
  const weight = spelling.isOwnCase && spelling.keep !== "" ? USUAL : SELDOM;
  const plain = (text: string) => encodeLike(spelling, percentDecode(text));
  const form = (text: string) => plain(text.replaceAll("+", " "));
  // Its dots alone are escaped by themselves, too: nearly every path has one.
  const isPlain = spelling.keep === "" && /^[A-Za-z\d./]*$/.test(url.path);
  const path = isPlain ? url.path : url.path.split("/").map(plain).join("/");
  const inPath = words(path, url.path);
  for (const respell of url.query?.includes("+") ? [form, plain] : [plain]) {
    yield* inValues(url, respell, words, weight);
    if (url.query === null || path === url.path) continue;
    const query = mapValues(url.query, respell, respell);
    if (query === url.query) continue;
    yield {
      value: { ...url, path, query },
      detail: `${words(query, url.query)} In the path too.`,
      weight: weight + LESS_LIKELY,
    };
  }
  if (path !== url.path)
    yield { value: { ...url, path }, detail: `${inPath} In the path.`, weight: weight + LESS_LIKELY };
  if (url.query === null || !spelling.isOwnCase || spelling.keep === "") return;
  const query = mapValues(url.query, form, form);
  const detail = words(query, url.query);
  if (url.query.includes("%"))
    yield {
      value: { ...url, query: form(url.query) },
      detail: `${detail} The query as a whole, with its “=” and “&”.`,
      weight: VERY_RARE,
    };
  if (query !== url.query)
    yield {
      value: { ...url, query: mapValues(withEquals(url.query), form, form) },
      detail: `${detail} A parameter without a value got a “=”.`,
      weight: LESS_USUAL,
    };
}

/** The path encoded as a value is, with or without the slash that it begins with. */
function* slashesInPath(url: UrlText): Generator<Variant<UrlText>> {
  for (const slash of ["%2F", "%2f"]) {
    const rest = url.path.slice(1).replaceAll("/", slash);
    const detail = `“/” was signed as “${slash}”. In the path.`;
    yield { value: { ...url, path: `/${rest}` }, detail, weight: LESS_USUAL };
    yield { value: { ...url, path: slash + rest }, detail, weight: SELDOM };
  }
}

/** The URL with the address inside it encoded, and with all that the address’s own “&” and “#” cut off once it is not. */
function* wholeAddress(url: UrlText, { notes, signatureNames }: Facts): Generator<Variant<UrlText>> {
  const note = notes().find(({ kind }) => kind === "unescaped-url" || kind === "unescaped-src");
  if (!note?.rewrite) return;
  const parameters = cutQuery(cutUrl(note.rewrite.text).query ?? "");
  const query = parameters.filter(({ name }) => name !== signatureNames[0]).map(({ text }) => text);
  const value = { ...url, query: query.join("&"), fragment: null };
  const isOpen = url.fragment !== null || delimitersIn(value.query) < delimitersIn(url.query);
  const own = isOpen ? ": its own “?”, “&” or “#” belong to it" : "";
  const detail = `The address inside was signed encoded, and sent as it is${own}.`;
  yield { value, detail, telling: isOpen ? DECODED : undefined };
}

/** The characters first: which library it was they do not always tell. */
function detailOf(spelling: Spelling, signed: string, sent: string): string {
  const characters = differences(signed, sent);
  return characters === "" ? `As ${spelling.name}.` : `${characters}: as ${spelling.name}.`;
}

const RESERVED = "!'()*~/:,;@$+[]|\"<>{}^`\\=?&-._ ";
