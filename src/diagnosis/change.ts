import { decodeEntities } from "../signing/find-url";
import type { UrlText } from "../signing/types";
import { cutQuery, cutUrl, joinUrl } from "../signing/url-text";
import { escapeCase, escapeChar } from "./escapes";
import type { Facts, Mistake, Variant } from "./mistake";
import { reorderings } from "./order";
import { additions, emptyParameters } from "./parameters";
import { fromHtml, inQueryAndPath, inValues, joined } from "./respell";

const SECRET = "s3cretKey";
const HOST = "https://images.example.net";

/** What was pasted is not what was signed: each undoes one change that happened since. */
export const changeMistakes: readonly Mistake[] = [
  {
    id: "url-html-escaped",
    group: "change",
    undoes: true,
    title: "The signed URL was copied with HTML’s “&amp;” in it.",
    why: "HTML source and template engines write “&” as “&amp;”; what reads HTML turns it back, what reads text does not.",
    fix: "Use the URL with “&”, as a browser shows it in its address bar.",
    example: {
      url: `${HOST}/a.jpg?width=200&amp;height=100&signature={}`,
      secret: SECRET,
      signed: "/a.jpg?width=200&height=100",
    },
    nearMiss: {
      url: `${HOST}/a.jpg?width=200&amp;height=100&signature={}`,
      secret: SECRET,
      signed: "/a.jpg?width=200height=100",
    },
    *urls(url) {
      const inQuery = url.query ?? "";
      for (const query of [
        inQuery.replaceAll(/&(?:amp;)+/g, "&"),
        inQuery.replaceAll("&amp;", "&"),
        inQuery
          .replaceAll(/&(?:amp;)+/g, "&")
          .replaceAll("&quot;", '"')
          .replaceAll("&lt;", "<")
          .replaceAll("&gt;", ">"),
        inQuery.replaceAll(/%26amp(?:;|%3B)/gi, "%26"),
        inQuery.replaceAll(/%26amp(?:;|%3B)/gi, "&"),
        inQuery.replaceAll("\\u0026", "&"),
      ])
        if (query !== inQuery) yield { value: { ...url, query }, weight: 0.6 };
      yield { value: cutUrl(decodeEntities(joinUrl(url))), weight: 0.7 };
      yield { value: fromHtml(url), weight: 0.7 };
    },
  },
  {
    id: "empty-parameter-dropped",
    group: "change",
    title: "A parameter without a value was in only one of the two: the URL or the string that was signed.",
    why: "Libraries differ on whether they write empty options, and proxies and link cleaners remove “name=” and doubled “&”.",
    fix: "Leave empty options out before the query is built.",
    example: {
      url: `${HOST}/a.jpg?width=200&crop=&signature={}`,
      secret: SECRET,
      signed: "/a.jpg?width=200",
    },
    nearMiss: {
      url: `${HOST}/a.jpg?width=200&crop=1&signature={}`,
      secret: SECRET,
      signed: "/a.jpg?width=200",
    },
    urls: emptyParameters,
  },
  {
    id: "parameter-added-after-signing",
    group: "change",
    title: "A parameter was added after the URL was signed.",
    why: "Newsletters, analytics and ad platforms add utm_*, fbclid or gclid to every link; cache busters and code do it too.",
    fix: "Add every parameter before signing, and turn off link tracking for these URLs.",
    example: {
      url: `${HOST}/a.jpg?width=200&utm_source=mail&signature={}`,
      secret: SECRET,
      signed: "/a.jpg?width=200",
    },
    nearMiss: {
      url: `${HOST}/a.jpg?width=200&height=100&signature={}`,
      secret: SECRET,
      signed: "/a.jpg?width=300",
    },
    urls: additions,
  },
  {
    id: "parameters-reordered",
    group: "change",
    title: "The parameters were signed in another order than they stand in.",
    why: "A CDN or framework sorted them, or a library did before signing: urlbox-dotnet, Go’s url.Values and the Urlbox command line sort.",
    fix: "Sign the query in the order in which it is sent.",
    example: {
      url: `${HOST}/a.jpg?width=200&height=100&signature={}`,
      secret: SECRET,
      signed: "/a.jpg?height=100&width=200",
    },
    nearMiss: {
      url: `${HOST}/a.jpg?width=200&height=100&signature={}`,
      secret: SECRET,
      signed: "/a.jpg?height=200&width=100",
    },
    urls: reorderings,
  },
  {
    id: "escaped-by-browser",
    group: "change",
    undoes: true,
    title: "A browser escaped characters that the signer had left raw.",
    why: "encodeURIComponent and PHP leave “'” and others as they are, and a browser sends “%27”.",
    fix: "Percent-encode everything but letters, digits and “-._~” before signing.",
    example: { url: `${HOST}/?title=it%27s&signature={}`, secret: SECRET, signed: "/?title=it's" },
    nearMiss: { url: `${HOST}/?title=it%28s&signature={}`, secret: SECRET, signed: "/?title=it(s" },
    urls: browserEscapes,
  },
  {
    id: "url-double-encoded",
    group: "change",
    undoes: true,
    title: "The URL was percent-encoded once more after it was signed.",
    why: "A template, an HTTP library or a redirect encoded the finished URL again: “%3A” became “%253A”.",
    fix: "Hand the signed URL on as it is.",
    example: { url: `${HOST}/?src=a%252Fb&signature={}`, secret: SECRET, signed: "/?src=a%2Fb" },
    nearMiss: { url: `${HOST}/?src=a%252Fb&signature={}`, secret: SECRET, signed: "/?src=a/b" },
    *urls(url) {
      yield* inQueryAndPath(url, (text) => text.replaceAll("%25", "%"), undefined, 0.8);
      yield* inQueryAndPath(url, (text) => text.replace(/%25(?=[0-9a-f]{2})/gi, "%"), undefined, 0.8);
      yield* inQueryAndPath(url, (text) => text.replace(/%(?:25)+(?=[0-9a-f]{2})/gi, "%"), undefined, 0.9);
      const once = (text: string) => text.replaceAll("%25", "%");
      yield* inValues(url, once, "", 0.9);
      yield* inValues(url, (text) => once(text).replaceAll("%20", "+"), "", 1.2);
    },
  },
  {
    id: "trailing-slash",
    group: "change",
    title: "A slash at the end was in only one of the two: the URL or the string that was signed.",
    why: "Routers and CDNs add or remove it, and parsers write “https://example.com” as “https://example.com/”.",
    fix: "Sign the address in the form in which it is sent.",
    example: { url: `${HOST}/photos/?width=200&signature={}`, secret: SECRET, signed: "/photos?width=200" },
    nearMiss: { url: `${HOST}/photos/?width=200&signature={}`, secret: SECRET, signed: "/photo?width=200" },
    *urls(url) {
      yield {
        value: { ...url, path: url.path.replace(/\/+$/, "") },
        detail: "The path was signed without it.",
        weight: 0.9,
      };
      yield { value: { ...url, path: `${url.path}/` }, detail: "The path was signed with it.", weight: 0.9 };
      yield* targetSlashes(url);
    },
  },
  {
    id: "double-slash",
    group: "change",
    title: "Two slashes in a row were in only one of the two: the URL or the string that was signed.",
    why: "Joining a base that ends in “/” with a path that begins with “/” makes two; nginx and other proxies merge them.",
    fix: "Join paths with exactly one slash before signing.",
    example: { url: `${HOST}//a.jpg?width=200&signature={}`, secret: SECRET, signed: "/a.jpg?width=200" },
    nearMiss: { url: `${HOST}//a.jpg?width=200&signature={}`, secret: SECRET, signed: "//a.jpg" },
    *urls(url) {
      const merged = "Signed with one slash.";
      yield { value: { ...url, path: url.path.replace(/\/{2,}/g, "/") }, detail: merged, weight: 0.9 };
      yield { value: { ...url, path: url.path.replace(/\/{2,}/, "/") }, detail: merged, weight: 1 };
      const doubled = "Signed with two slashes.";
      let at = url.path.indexOf("/");
      for (let count = 0; at >= 0 && count < 20; count++, at = url.path.indexOf("/", at + 1))
        yield {
          value: { ...url, path: `${url.path.slice(0, at)}/${url.path.slice(at)}` },
          detail: doubled,
          weight: 1,
        };
      if (url.path === "") yield { value: { ...url, path: "//" }, detail: doubled };
      yield { value: { ...url, path: url.path.replaceAll("/", "//") }, detail: doubled, weight: 1.1 };
      yield { value: { ...url, path: url.path.replace(/(https?:)\/(?!\/)/i, "$1//") }, detail: doubled };
      for (const slash of ["/", "%2F", "%2f"]) {
        const fix = (text: string) =>
          text.replace(new RegExp(`(https?(?::|%3A))${slash}(?!${slash})`, "gi"), `$1${slash}${slash}`);
        yield* inValues(url, fix, doubled, 1);
        const merge = (text: string) => text.replaceAll(slash + slash, slash);
        yield* inValues(url, merge, merged, 1.1);
        const mergeLater = (text: string) =>
          text.replace(new RegExp(`(?<!:|%3A)(?:${slash}){2,}`, "gi"), slash);
        yield* inValues(url, mergeLater, merged, 1);
        const path = (text: string) =>
          text.replace(
            new RegExp(`((?::|%3A)${slash}${slash}(?:(?!${slash})[^&])*)${slash}(?!${slash})`, "i"),
            `$1${slash}${slash}`,
          );
        yield* inValues(url, path, doubled, 1.1);
      }
    },
  },
];

const BROWSER = "'\"<>|{}^`\\";

function* browserEscapes(url: UrlText, facts: Facts): Generator<Variant<UrlText>> {
  const rawOf = (chars: string) => (text: string) =>
    [...chars].reduce((raw, char) => {
      const escaped = escapeChar(char);
      return raw.replaceAll(escaped, char).replaceAll(escaped.toLowerCase(), char);
    }, text);
  yield* inQueryAndPath(url, rawOf(BROWSER), "All of them.", 0.8);
  for (const char of BROWSER) yield* inQueryAndPath(url, rawOf(char), `“${char}” was signed raw.`, 0.85);
  yield* inQueryAndPath(url, rawOf("\"<>'"), "Quotes and angle brackets.", 0.9);
  yield* inQueryAndPath(url, rawOf(`${BROWSER} `), "Spaces too.", 0.95);
  const typed = typedUnsigned(facts);
  if (typed) {
    yield {
      value: { ...url, ...typed },
      detail: "The text was signed as it was typed, before it was escaped.",
      weight: 0.8,
    };
    yield {
      value: { ...url, path: typed.path },
      detail: "The path was signed as it was typed.",
      weight: 0.85,
    };
    yield {
      value: { ...url, query: typed.query },
      detail: "The query was signed as it was typed.",
      weight: 0.85,
    };
    const lower = (text: string) => (text === escapeCase(text, false) ? text : escapeCase(text, false));
    yield* inQueryAndPath(url, lower, "Its escapes were lower-case when it was signed.", 1.3);
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

/** The slash that ends the address inside a parameter, or the bare host of it. */
function* targetSlashes(url: UrlText): Generator<Variant<UrlText>> {
  for (const slash of ["/", "%2F", "%2f"]) {
    const isAddress = (text: string) => /^(?:https?(?::|%3A)|[\w-]+\.[\w.-]+)/i.test(text);
    const without = (text: string) =>
      isAddress(text) && text.endsWith(slash) ? text.slice(0, -slash.length) : text;
    const withIt = (text: string) => (isAddress(text) && !text.endsWith(slash) ? text + slash : text);
    yield* inValues(url, without, "The address inside was signed without it.", 1);
    yield* inValues(url, withIt, "The address inside was signed with it.", 1);
    const beforeQuery = (text: string) =>
      text.replace(/^(https?(?::|%3A)(?:\/|%2F){2}[^/%?]+)(?=\?|%3F)/i, `$1${slash}`);
    yield* inValues(url, beforeQuery, "The address inside was signed with it.", 1.1);
  }
}
