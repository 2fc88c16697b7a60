import { client, type HttpClient, type Refusal } from "./http-client";
import {
  allPercents,
  decoding,
  each,
  escapedDots,
  escaping,
  type Rewriting,
  resolved,
  strayPercents,
  type Target,
  toPath,
  toQuery,
  upperCased,
  withoutEmptyQuery,
} from "./steps";

const UNRESERVED = /[A-Za-z0-9._~-]/;
const has = (pattern: RegExp) => (text: string) => pattern.test(text);
const spaces: Refusal = {
  part: "both",
  what: has(/[\s\p{Cc}]/u),
  why: "a space or control character in the URL",
};
const foreign: Refusal = {
  part: "both",
  what: has(/[^\p{ASCII}]/u),
  why: "a character beyond ASCII in the URL",
};
const stray: Refusal = { part: "both", what: has(/%(?![0-9a-f]{2})/i), why: "a “%” that begins no escape" };

/** `{a,b}` and `[1-9]` are curl's own way to write several URLs: it fetches each, the first first. */
const expand = (text: string) =>
  text
    .replace(/\{([^{},[\]]*)(?:,[^{}[\]]*)?\}/g, "$1")
    .replace(/\[(?:(\d+)-\d+|([a-z])-[a-z]|([A-Z])-[A-Z])(?::\d+)?\]/g, "$1$2$3");
const glob: Rewriting = each(expand);
const badGlob: Refusal = {
  part: "both",
  what: (text) => /[[\]{}]/.test(expand(text)),
  why: "brackets or braces that are no range or list of its own",
};

const curlSteps: readonly Rewriting[] = [toPath((path) => resolved(path))];
/** What is not ASCII becomes UTF-8 escapes, in the path alone and with lower-case digits. */
const curlPath: Rewriting = toPath((path) =>
  path.replace(/[^\p{ASCII}]+/gu, (run) => escaping("")(run).toLowerCase()),
);

const whatwgDots: Rewriting = toPath((path) => resolved(path, escapedDots));
const whatwgEscapes: Rewriting = toPath((path) => escaping('"<>`{}')(path.replaceAll("\\", "/")));
/** A path by WHATWG URL, as Node 20 has it: `|` and `^` stay as they are. */
export const whatwgPath: readonly Rewriting[] = [whatwgEscapes, whatwgDots];
const whatwg: readonly Rewriting[] = [whatwgEscapes, toQuery(escaping("\"'<>"))];

const NODE_CURE = "Hand it a request’s options with “path” instead of a URL.";

/** Every client whose requests were recorded on a raw socket; a test runs them again and compares. */
export const CLIENTS: readonly HttpClient[] = [
  client({
    name: "curl",
    measured: "7.88.1",
    cure: "Add -g for brackets and braces, and --path-as-is for dots.",
    refuses: [spaces, badGlob],
    steps: [glob, ...curlSteps, curlPath],
  }),
  client({
    name: "curl -g",
    measured: "7.88.1",
    cure: "Add --path-as-is.",
    refuses: [spaces],
    steps: [...curlSteps, curlPath],
  }),
  client({
    name: "wget",
    measured: "1.21.3",
    cure: null,
    steps: [toPath((path) => resolved(path)), each(strayPercents), each(escaping('"<>\\^`{|}'))],
  }),
  client({ name: "Python urllib", measured: "3.11", cure: null, refuses: [spaces, foreign] }),
  client({
    name: "requests",
    measured: "2.28.1",
    cure: null,
    steps: [
      toPath((path) => resolved(path)),
      each(allPercents),
      each(upperCased),
      each(escaping('"<>[\\]^`{|}')),
      each(decoding(UNRESERVED)),
      withoutEmptyQuery,
    ],
  }),
  client({
    name: "httpx",
    measured: "0.23.3",
    cure: null,
    steps: [
      toPath((path) => resolved(path)),
      each(allPercents),
      each(upperCased),
      each(escaping('"<>\\^`{|}')),
    ],
  }),
  client({
    name: "aiohttp",
    measured: "3.8.4 (yarl 1.8.2)",
    cure: "Hand it yarl.URL(url, encoded=True) instead of the text.",
    steps: [
      each(strayPercents),
      toQuery((query) => query.replaceAll(" ", "+")),
      each(escaping('"<>[\\]^`{|}')),
      toPath(decoding(/[A-Za-z0-9._~!$&'()*,;=:@-]/)),
      toQuery(decoding(/[A-Za-z0-9._~!$'()*,:@/?-]/)),
      each(upperCased),
      toPath((path) => resolved(path)),
      withoutEmptyQuery,
    ],
  }),
  client({
    name: "Node’s fetch",
    measured: "20",
    cure: null,
    steps: [...whatwg, whatwgDots, withoutEmptyQuery],
  }),
  client({
    name: "Node’s http",
    measured: "20",
    cure: NODE_CURE,
    steps: [...whatwg, whatwgDots, withoutEmptyQuery],
  }),
  client({
    name: "axios",
    measured: "1.21.1",
    cure: null,
    steps: [...whatwg, whatwgDots, withoutEmptyQuery],
  }),
  client({ name: "got", measured: "14.6.6", cure: null, steps: [...whatwg, whatwgDots, withoutEmptyQuery] }),
  client({ name: "node-fetch", measured: "3.3.2", cure: null, steps: [...whatwg, whatwgDots] }),
  client({ name: "superagent", measured: "10.4.2", cure: null, steps: [...whatwg, withoutEmptyQuery] }),
  client({ name: "PHP streams", measured: "8.2", cure: null }),
  client({
    name: "PHP curl",
    measured: "8.2 (libcurl 7.88.1)",
    cure: "Set CURLOPT_PATH_AS_IS.",
    refuses: [spaces],
    steps: [...curlSteps, curlPath],
  }),
  client({
    name: "Ruby",
    measured: "3.1",
    cure: "Hand Net::HTTP’s “get” the path and query as text instead of a URI.",
    refuses: [
      foreign,
      {
        part: "path",
        what: has(/["<>[\]\\^`{|}\s]|%(?![0-9a-f]{2})/i),
        why: "a character in the path that no URI may have",
      },
      { part: "query", what: has(/%[^0-9a-f]{2}/i), why: "a “%” that begins no escape" },
    ],
    steps: [toQuery(escaping("\"'<>`"))],
  }),
  client({
    name: "Go",
    measured: "1.19",
    cure: "Set the path and query as the Opaque of the request’s URL.",
    refuses: [{ ...stray, part: "path" }],
    steps: [toPath(goPath)],
  }),
  client({
    name: "Java’s HttpClient",
    measured: "17",
    cure: null,
    refuses: [
      stray,
      spaces,
      { part: "both", what: has(/["<>\\^`{|}]/), why: "a character that no URI may have" },
      { part: "path", what: has(/[[\]]/), why: "a bracket in the path" },
    ],
    steps: [each(escaping("")), withoutEmptyQuery],
  }),
  client({
    name: "Mono",
    measured: "6.8",
    cure: null,
    steps: [
      toPath((path) => path.replaceAll("\\", "/")),
      each(strayPercents),
      monoEscapes,
      each(escaping('"<>\\^`{|}')),
      toPath((path) => resolved(path)),
    ],
  }),
  client({
    name: "Perl’s LWP",
    measured: "6.68",
    cure: null,
    steps: [each(escaping('"<>[\\]^`{|}'))],
  }),
  client({
    name: "browsers",
    measured: "Chromium",
    cure: null,
    steps: [...whatwg, toPath(escaping("|^")), whatwgDots],
  }),
];

/** A path that holds what no path may is decoded and escaped anew (Go, `URL.EscapedPath`). */
function goPath(path: string): string {
  if (/^[\w.~!$&'()*+,;=:@[\]%/-]*$/.test(path)) return path;
  const bytes = escaping("")(path).replace(/%([0-9a-f]{2})|[^%]/gi, (char, digits) =>
    String.fromCharCode(digits ? Number.parseInt(String(digits), 16) : char.charCodeAt(0)),
  );
  return bytes.replace(
    /[^\w.~$&+,:;=@/-]/g,
    (byte) => `%${byte.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`,
  );
}

/** One escape of an unreserved character, or of one beyond ASCII, makes Mono write out others, too. */
function monoEscapes(target: Target): Target {
  const text = `${target.path}?${target.query ?? ""}`;
  const plain = decoding(UNRESERVED)(text);
  if (plain === text && !/%[89a-f][0-9a-f]/i.test(text)) return target;
  const written = each(decoding(/[A-Za-z0-9._~!'()*:-]/))(target);
  return each((part) => part.replace(/%[89a-f][0-9a-f]/gi, (digits) => digits.toUpperCase()))(written);
}
