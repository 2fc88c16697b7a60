import { escapeText, joinUrl } from "../signing/url-text";
import { encodeLike, spellingsOf } from "./encoders";
import { decodeBeyondAscii, escapeCase, escapeChar, percentDecode } from "./escapes";
import type { Mistake } from "./mistake";
import { inQueryAndPath, inValues, mapValues } from "./respell";

const SECRET = "s3cretKey";
const HOST = "https://images.example.net";

/** The right part of the URL, spelled otherwise. */
export const encodingMistakes: readonly Mistake[] = [
  {
    id: "signed-with-plus-for-space",
    group: "encoding",
    title: "Spaces were signed as “+” but sent as “%20”.",
    why: "PHP’s http_build_query, Python’s urlencode, URLSearchParams and Java’s URLEncoder write “+”; the URL was built by something else.",
    fix: "Build the query once, sign that text, and send the same text.",
    example: { url: `${HOST}/?title=a%20b&signature={}`, secret: SECRET, signed: "/?title=a+b" },
    nearMiss: { url: `${HOST}/?title=a+b&signature={}`, secret: SECRET, signed: "/?title=a%20b" },
    *urls(url) {
      if (/%20/.test(url.query ?? "") || /%20/.test(url.path))
        yield* inQueryAndPath(url, (text) => text.replaceAll("%20", "+"), undefined, 0.9);
    },
  },
  {
    id: "signed-with-percent20-for-space",
    group: "encoding",
    title: "Spaces were signed as “%20” but sent as “+”.",
    why: "encodeURIComponent, rawurlencode and quote write “%20”; a form, URLSearchParams or an HTTP library then wrote “+”.",
    fix: "Build the query once, sign that text, and send the same text.",
    example: { url: `${HOST}/?title=a+b&signature={}`, secret: SECRET, signed: "/?title=a%20b" },
    nearMiss: { url: `${HOST}/?title=a+b&signature={}`, secret: SECRET, signed: "/?title=a b" },
    *urls(url) {
      if (url.query?.includes("+") || url.path.includes("+"))
        yield* inQueryAndPath(url, (text) => text.replaceAll("+", "%20"), undefined, 0.9);
    },
  },
  {
    id: "percent-encoding-case",
    group: "encoding",
    title: "The hexadecimal digits of the escapes were signed in another case.",
    why: ".NET’s HttpUtility and old Java code write “%2f”, browsers and most libraries “%2F”; some proxies rewrite them.",
    fix: "Sign the URL’s text exactly as it is sent.",
    example: { url: `${HOST}/?src=a%2Fb&signature={}`, secret: SECRET, signed: "/?src=a%2fb" },
    nearMiss: { url: `${HOST}/?src=a%2Fb&signature={}`, secret: SECRET, signed: "/?src=a/b" },
    *urls(url) {
      yield* inQueryAndPath(url, (text) => escapeCase(text, false), "Lower-case when it was signed.", 0.85);
      yield* inQueryAndPath(url, (text) => escapeCase(text, true), "Upper-case when it was signed.", 0.85);
    },
    *messages(message) {
      yield { value: escapeCase(message, false), detail: "Lower-case when it was signed." };
      yield { value: escapeCase(message, true), detail: "Upper-case when it was signed." };
    },
  },
  {
    id: "signed-decoded-query",
    group: "encoding",
    title: "The query was signed decoded.",
    why: "A framework hands out parameters decoded, and they were joined again without encoding them.",
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
      const query = url.query;
      if (query === null || !/[%+]/.test(query)) return;
      for (const [decode, detail, weight] of DECODERS) {
        yield { value: { ...url, query: decode(query) }, detail, weight };
        if (decode(url.path) !== url.path)
          yield {
            value: { ...url, path: decode(url.path), query: decode(query) },
            detail: "The path was decoded too.",
            weight: weight + 0.1,
          };
        yield { value: { ...url, query: mapValues(query, decode) }, detail, weight };
        for (const variant of inValues(url, decode, detail ?? "", weight + 0.1))
          yield { ...variant, detail: variant.detail?.trim() };
      }
    },
    *messages(message) {
      yield { value: percentDecode(message) };
      yield { value: percentDecode(message.replaceAll("+", " ")), detail: "“+” became a space." };
    },
  },
  {
    id: "signed-decoded-path",
    group: "encoding",
    title: "The path was signed decoded.",
    why: "libpixel-go signs Go’s url.Path, which is decoded; many frameworks hand out the path like that.",
    fix: "Sign the path as it is sent: u.EscapedPath() in Go, the raw request target elsewhere.",
    example: {
      url: `${HOST}/my%20cat.jpg?width=200&signature={}`,
      secret: SECRET,
      signed: "/my cat.jpg?width=200",
    },
    nearMiss: {
      url: `${HOST}/my%20cat.jpg?width=200&signature={}`,
      secret: SECRET,
      signed: "/my+cat.jpg?width=200",
    },
    *urls(url) {
      yield { value: { ...url, path: percentDecode(url.path) }, weight: 0.9 };
      yield {
        value: { ...url, path: percentDecode(url.path.replaceAll("+", " ")) },
        detail: "“+” became a space.",
      };
      yield {
        value: { ...url, path: percentDecode(percentDecode(url.path)) },
        detail: "Twice.",
        weight: 1.3,
      };
      yield {
        value: { ...url, path: decodeLoosely(url.path) },
        detail: "All but the reserved characters.",
        weight: 1.1,
      };
    },
  },
  {
    id: "signed-double-encoded",
    group: "encoding",
    title: "The string was encoded once more before it was signed.",
    why: "The URL or its values were passed to an encoding function although they were encoded already: “%2F” became “%252F”.",
    fix: "Encode each value once, then sign the text as it is.",
    example: { url: `${HOST}/?src=a%2Fb&signature={}`, secret: SECRET, signed: "/?src=a%252Fb" },
    nearMiss: { url: `${HOST}/?src=a%2Fb&signature={}`, secret: SECRET, signed: "/?src=a%2fb" },
    *urls(url) {
      yield* inQueryAndPath(url, (text) => text.replaceAll("%", "%25"));
      for (const spelling of spellingsOf(url.path + (url.query ?? ""))) {
        const encode = (text: string) => encodeLike(spelling, text);
        const detail = `As ${spelling.name}.`;
        const weight = spelling.isOwnCase ? 1 : 1.2;
        const twice = (text: string) => (text.includes("%") ? encode(text) : text);
        yield* inValues(url, twice, detail, weight);
        if (url.query !== null)
          yield { value: { ...url, query: encode(url.query) }, detail, weight: weight + penalty(encode) };
        const path = url.path.includes("%") ? url.path.split("/").map(encode).join("/") : url.path;
        yield { value: { ...url, path }, detail: "In the path.", weight };
      }
    },
    *messages(message) {
      yield { value: message.replaceAll("%", "%25") };
      for (const spelling of spellingsOf(message)) {
        const { name, isOwnCase } = spelling;
        const encode = (text: string) => encodeLike(spelling, text);
        const weight = (message.includes("%") ? 1 : 1 + penalty(encode)) + (isOwnCase ? 0 : 0.2);
        const detail = `The whole string, as ${name}.`;
        yield { value: encode(message), detail, weight };
      }
      yield {
        value: encodeURIComponent(encodeURIComponent(message.toWellFormed())),
        detail: "The whole string, twice.",
        weight: 1.4,
      };
    },
  },
  {
    id: "signed-html-escaped",
    group: "encoding",
    title: "The string was signed with the escapes of HTML or JSON in it.",
    why: "A template engine, htmlspecialchars or esc_url wrote “&” as “&amp;” before the string was signed.",
    fix: "Sign the plain text, and escape the finished URL for HTML.",
    example: {
      url: `${HOST}/a.jpg?width=200&height=100&signature={}`,
      secret: SECRET,
      signed: "/a.jpg?width=200&amp;height=100",
    },
    nearMiss: {
      url: `${HOST}/a.jpg?width=200&height=100&signature={}`,
      secret: SECRET,
      signed: "/a.jpg?width=200;height=100",
    },
    *messages(message) {
      for (const [amp, weight] of [
        ["&amp;", 1],
        ["&#38;", 1.1],
        ["&#038;", 1.1],
        ["&#x26;", 1.1],
        ["\\u0026", 1.3],
        ["&amp;amp;", 1.3],
      ] as const) {
        const escaped = message.replaceAll("&", amp);
        const detail = `“&” was signed as “${amp}”.`;
        yield { value: escaped, detail, weight };
        for (const quote of ["&#39;", "&#039;", "&apos;", "&#x27;"]) {
          const quoted = escaped.replaceAll("'", quote);
          yield { value: quoted, detail, weight: weight + 0.1 };
          yield {
            value: quoted.replaceAll('"', "&quot;").replaceAll("<", "&lt;").replaceAll(">", "&gt;"),
            detail,
            weight: weight + 0.1,
          };
        }
        yield {
          value: escaped.replaceAll('"', "&quot;").replaceAll("<", "&lt;").replaceAll(">", "&gt;"),
          detail,
          weight: weight + 0.1,
        };
        if (!message.endsWith("&"))
          yield {
            value: `${escaped}${amp}`,
            detail: `${detail} One stood at the end, too.`,
            weight: weight + 0.4,
          };
      }
      yield {
        value: message.replaceAll("/", "\\/"),
        detail: "“/” was signed as “\\/”, as JSON writes it.",
        weight: 1.3,
      };
      yield {
        value: message.replaceAll("/", "\\/").replaceAll("&", "\\u0026"),
        detail: "As JSON writes it.",
        weight: 1.4,
      };
    },
  },
  {
    id: "unicode-normalisation",
    group: "encoding",
    title: "Accented letters were signed in another Unicode form.",
    why: "macOS file names and some input methods write “é” as “e” and an accent (NFD), most other software as one character (NFC).",
    fix: "Normalise names to NFC before the URL is built and signed.",
    example: { url: `${HOST}/caf%C3%A9.jpg?signature={}`, secret: SECRET, signed: "/cafe%CC%81.jpg" },
    nearMiss: { url: `${HOST}/caf%C3%A9.jpg?signature={}`, secret: SECRET, signed: "/cafe.jpg" },
    *urls(url) {
      if (!/%[c-f][0-9a-f]/i.test(url.path + (url.query ?? ""))) return;
      for (const form of ["NFC", "NFD", "NFKC", "NFKD"] as const) {
        const weight = form.length > 3 ? 1.2 : 0.9;
        const raw = (text: string) => decodeBeyondAscii(text).normalize(form);
        const detail = `As ${form} when it was signed.`;
        yield* inQueryAndPath(url, (text) => raw(text).replace(/[^ -~]+/g, escapeText), detail, weight);
        yield* inQueryAndPath(
          url,
          (text) => raw(text).replace(/[^ -~]+/g, (run) => escapeText(run).toLowerCase()),
          detail,
          weight + 0.2,
        );
        yield* inQueryAndPath(url, raw, `${detail} And not encoded.`, weight + 0.4);
        yield* inQueryAndPath(
          url,
          (text) => percentDecode(text).normalize(form),
          `${detail} And decoded.`,
          weight + 0.4,
        );
      }
    },
  },
  {
    id: "signed-with-another-encoder",
    group: "encoding",
    title: "The values were signed as another library encodes them.",
    why: "Libraries disagree on “! ' ( ) * ~ / :” and on spaces: the string was signed as one encodes, and sent as another does.",
    fix: "Build the query once, sign that text, and send the same text.",
    example: { url: `${HOST}/?title=(hi)!&signature={}`, secret: SECRET, signed: "/?title=%28hi%29%21" },
    nearMiss: { url: `${HOST}/?title=(hi)!&signature={}`, secret: SECRET, signed: "/?title=hi" },
    *urls(url) {
      for (const spelling of spellingsOf(url.path + (url.query ?? ""))) {
        const detail = `As ${spelling.name}.`;
        const weight = spelling.isOwnCase ? 1 : 1.2;
        const plain = (text: string) => encodeLike(spelling, percentDecode(text));
        const form = (text: string) => plain(text.replaceAll("+", " "));
        const path = url.path.split("/").map(plain).join("/");
        for (const respell of url.query?.includes("+") ? [form, plain] : [plain]) {
          yield* inValues(url, respell, detail, weight);
          if (url.query !== null && path !== url.path)
            yield {
              value: { ...url, path, query: mapValues(url.query, respell, respell) },
              detail: `${detail} In the path too.`,
              weight: weight + 0.1,
            };
        }
        yield { value: { ...url, path }, detail: `${detail} In the path.`, weight: weight + 0.1 };
        if (url.query === null || !spelling.isOwnCase) continue;
        if (url.query.includes("%"))
          yield {
            value: { ...url, query: form(url.query) },
            detail: `${detail} The query as a whole, with its “=” and “&”.`,
            weight: 1.4,
          };
        yield {
          value: { ...url, query: withEquals(url.query, form) },
          detail: `${detail} A parameter without a value got a “=”.`,
          weight: 1.1,
        };
      }
      if (url.query !== null) {
        yield {
          value: { ...url, query: withEquals(url.query, (text) => text) },
          detail: "A parameter without a value got a “=”.",
          weight: 1.1,
        };
        yield {
          value: { ...url, query: url.query.replace(/=(?=&|$)/g, "") },
          detail: "A “=” without a value after it was left out.",
          weight: 1.1,
        };
      }
      for (const char of RESERVED) {
        const escaped = escapeChar(char);
        const raw = (text: string) => text.replaceAll(escaped, char).replaceAll(escaped.toLowerCase(), char);
        if (char !== "%") yield* inQueryAndPath(url, raw, `“${char}” was signed as it is.`, 1.1);
        if (!"/?&=".includes(char)) {
          for (const form of [escaped, escaped.toLowerCase()])
            yield* inQueryAndPath(
              url,
              (text) => text.replaceAll(char, form),
              `“${char}” was signed as “${form}”.`,
              1.1,
            );
        }
        if ("/=?".includes(char))
          yield* inValues(
            url,
            (text) => text.replaceAll(char, escaped),
            `“${char}” was signed as “${escaped}”.`,
            1.1,
          );
      }
      if (/\/\.|\\|[^!-~]/.test(url.path + (url.query ?? ""))) {
        const { pathname, search } = new URL(joinUrl({ ...url, origin: "https://a", fragment: null }));
        yield {
          value: { ...url, path: pathname, query: url.query === null ? null : search.slice(1) },
          detail: "As a URL parser writes it, which resolves “..” in the path.",
          weight: 1.1,
        };
      }
      yield* inQueryAndPath(url, decodeBeyondAscii, "Letters beyond ASCII were not encoded.", 1.2);
    },
  },
];

const RESERVED = "!'()*~/:,;@$+[]|\"<>{}^`\\=?&-._ ";

const DECODERS: readonly [decode: (text: string) => string, detail: string | undefined, weight: number][] = [
  [percentDecode, undefined, 0.9],
  [(text) => percentDecode(text.replaceAll("+", " ")), "“+” became a space.", 0.95],
  [decodeLoosely, "All but the reserved characters, as decodeURI does.", 1.1],
  [(text) => percentDecode(percentDecode(text)), "Twice.", 1.3],
];

/** An encoder that spares “=” and “/” leaves a string without escapes much as one that encodes the values. */
function penalty(encode: (text: string) => string): number {
  return encode("=") === "=" || encode("/") === "/" ? 0.4 : 0;
}

/** As decodeURI does: what separates the parts of a URL stays encoded. */
function decodeLoosely(text: string): string {
  return percentDecode(text.replace(/%(?=2[346bcf]|3[abdf]|40)/gi, "%25"));
}

function withEquals(query: string, respell: (text: string) => string): string {
  return query
    .split("&")
    .filter((text) => text !== "")
    .map((text) => (text.includes("=") ? text : `${text}=`))
    .map((text) => mapValues(text, respell, respell))
    .join("&");
}
