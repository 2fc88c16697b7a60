import type { UrlText } from "../../signing/types";
import type { Mistake, Variant } from "../mistake";
import { PHOTO_URL, SECRET } from "../sample";
import { RARE, SELDOM } from "../weights";

export const signedVariableNames: Mistake = {
  id: "signed-variable-names",
  group: "scope",
  title: "The names of variables were signed, not what they hold.",
  why: "The quotes around the text fill nothing in: single quotes in shells, PHP, Perl and Ruby, any but backticks in JavaScript, a Python string without “f”, a format without its arguments.",
  fix: 'Take the quotes or the prefix that fill variables in: “"…"” in a shell and in PHP, backticks in JavaScript, “f"…"” in Python.',
  example: { url: PHOTO_URL, secret: SECRET, signed: `\${path}?\${query}` },
  nearMiss: { url: PHOTO_URL, secret: SECRET, signed: "$(path)?$(query)" },
  *alone(url, { rule }) {
    for (const [before, after] of MARKS) {
      const named = (name: string) => before + name + after;
      for (const name of [...QUERIES, ...WHOLES]) yield whole(named(name), SELDOM);
      for (const query of QUERIES) {
        yield whole(`?${named(query)}`, RARE);
        for (const path of PATHS) yield whole(`${named(path)}?${named(query)}`, SELDOM);
        yield* halfFilled(url, named(query), rule(url));
      }
      for (const name of [...PATHS, ...FILES]) yield* pathNamed(url, named(name), rule(url));
    }
    for (const text of FORMATS) yield whole(text, SELDOM);
    for (const query of ["%s", "{}", "{0}", "{1}"]) yield* halfFilled(url, query, rule(url));
  },
};

const whole = (value: string, weight: number): Variant<string> => ({
  value,
  detail: `“${value}” was signed.`,
  weight,
});

/** The path filled in and the query not, where the rule has both. */
function* halfFilled({ path }: UrlText, query: string, right: string): Generator<Variant<string>> {
  if (path !== "" && right.startsWith(path))
    yield { value: `${path}?${query}`, detail: `“${query}” was signed for the query.` };
}

/** The query filled in and the path not, where the rule has both: all of it, or what follows its last slash. */
function* pathNamed({ path }: UrlText, name: string, right: string): Generator<Variant<string>> {
  if (path === "" || !right.startsWith(path)) return;
  const rest = right.slice(path.length);
  for (const head of new Set(["", "/", path.slice(0, path.lastIndexOf("/") + 1)]))
    yield { value: head + name + rest, detail: `“${name}” was signed in the path.`, weight: RARE };
}

/** Around a name: shells, PHP and Perl; JavaScript and shells; Python, C# and Kotlin; Ruby; templates; Swift. */
const MARKS = [
  ["$", ""],
  ["${", "}"],
  ["{", "}"],
  ["#{", "}"],
  ["{{", "}}"],
  ["\\(", ")"],
] as const;

const PATHS = ["path", "uri", "pathname", "url.path", "url.pathname"];
const FILES = ["image", "img", "file", "filename", "fileName", "name", "key", "id", "slug", "src"];
const QUERIES = ["query", "queryString", "query_string", "qs", "params", "url.query"];
const WHOLES = [
  "url",
  "string",
  "message",
  "msg",
  "data",
  "payload",
  "text",
  "str",
  "toSign",
  "to_sign",
  "stringToSign",
  "string_to_sign",
  "signingString",
  "signing_string",
  "1",
];
const FORMATS = ["%s?%s", "%s", "{}?{}", "{}", "{0}?{1}", "{0}", "?%s", "?{}", "?{0}"];
