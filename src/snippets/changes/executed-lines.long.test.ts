import { createHmac } from "node:crypto";
import { afterAll, describe, expect, test } from "vitest";
import { mistakesOf } from "../../diagnosis/registry";
import { schemes } from "../../schemes";
import { libpixel } from "../../schemes/libpixel";
import type { Scheme } from "../../schemes/scheme";
import { urlbox } from "../../schemes/urlbox";
import { readPaste } from "../../signing/read-paste";
import { joinUrl } from "../../signing/url-text";
import { schemeOf } from "../../vectors/wrong-url";
import { languages } from "../index";
import type { Language } from "../language";
import { type Job, Programs } from "../programs-testing";
import { solve } from "../testing";
import { isPresent, programRunners } from "../toolchains-testing";
import { lineOf } from "./line-of";
import { MARKED_SECRET, UNKNOWN } from "./unknown";

/** A string that was signed by mistake, of a URL as it is sent. */
interface Signed {
  readonly id: string;
  readonly scheme: Scheme;
  readonly url: string;
  readonly alone: string;
}

const SECRET = "q7Vn2LxT9fKw4Zr8Jp3m";
const BARE = "https://api.urlbox.com/v1/KEY/png?";

const own: readonly (readonly [id: string, scheme: Scheme, url: string, alone: string])[] = [
  [
    "signed-with-percent20-for-space",
    urlbox,
    `${BARE}url=https%3A%2F%2Fexample.org%2Fa%2520b&wait_for=%23main+img`,
    "url=https%3A%2F%2Fexample.org%2Fa%2520b&wait_for=%23main%20img",
  ],
  [
    "signed-with-plus-for-space",
    urlbox,
    `${BARE}url=https%3A%2F%2Fexample.org%2F&wait_for=%23main%20img`,
    "url=https%3A%2F%2Fexample.org%2F&wait_for=%23main+img",
  ],
  [
    "signed-with-plus-for-space",
    libpixel,
    "https://a.libpx.com/?src=https://cdn.acme.com/a%20b.jpg&width=200",
    "/?src=https://cdn.acme.com/a+b.jpg&width=200",
  ],
  [
    "percent-encoding-case",
    urlbox,
    `${BARE}url=https%3A%2F%2Fexample.org%2F&width=1280`,
    "url=https%3a%2f%2fexample.org%2f&width=1280",
  ],
  [
    "signed-with-another-encoder",
    libpixel,
    "https://a.libpx.com/?src=https://cdn.acme.com/it's.jpg&width=200",
    "/?src=https%3A%2F%2Fcdn.acme.com%2Fit's.jpg&width=200",
  ],
  [
    "signed-with-another-encoder",
    libpixel,
    "https://a.libpx.com/it's(1)*.jpg?width=200",
    "/it%27s%281%29*.jpg?width=200",
  ],
  ["signed-double-encoded", libpixel, "https://a.libpx.com/a%20b.jpg?src=a%2Fb", "/a%2520b.jpg?src=a%252Fb"],
  ["secret-in-the-string", libpixel, "https://a.libpx.com/a.jpg?width=200", "/a.jpg?width=200«secret»"],
  ["signed-query-only", libpixel, "https://a.libpx.com/a.jpg?width=200", "?width=200"],
  ["signed-with-host", libpixel, "https://a.libpx.com/?width=200", "A.libpx.com/?width=200"],
];

/** The examples of the catalogue in which nothing but the string is wrong. */
const examples = schemes.flatMap(mistakesOf).flatMap(({ id, example }) => {
  const { signed, key, digest, form, secret } = example;
  const scheme = schemeOf(example);
  const { request } = readPaste(scheme, example.url.replace("{}", "0".repeat(40)));
  if (typeof signed !== "string" || signed.includes("{}") || key || digest || form || !request.ok) return [];
  const alone = signed.replaceAll(secret || UNKNOWN, MARKED_SECRET);
  return [[id, scheme, joinUrl(request.value.unsigned), alone] as const];
});

const all: readonly Signed[] = [...own, ...examples].map(([id, scheme, url, alone]) => ({
  id,
  scheme,
  url,
  alone,
}));

/** What a line may need that our function has not. */
const PYTHON = "import base64, html\nfrom urllib.parse import *\n";
const RUBY = 'require "base64"\nrequire "cgi"\nrequire "erb"\nrequire "uri"\n';
const JAVA = "import java.net.*;\nimport java.util.*;\nimport java.util.stream.*;\n";
const HTML_UTILS =
  '\nclass HtmlUtils { static String htmlEscape(String text) { return text.replace("&", "&amp;"); } }\n';

const GO_HELPERS = `
func unescape(text string) string { plain, _ := neturl.QueryUnescape(text); return plain }
func parseQuery(text string) neturl.Values { values, _ := neturl.ParseQuery(text); return values }
func sortParameters(text string) string { all := strings.Split(text, "&"); sort.Strings(all); return strings.Join(all, "&") }
var _ = base64.StdEncoding
var _ = html.EscapeString
`;
const GO_IMPORTS = ["encoding/base64", "html", "sort", "strings"];

/** What each language puts around the function, by its id. */
const COMPLETE: Readonly<Record<string, (code: string) => string>> = {
  shell: (code) => code,
  node: (code) => code,
  python: (code) => PYTHON + code,
  ruby: (code) => RUBY + code,
  php: (code) => code,
  java: (code) => JAVA + code + HTML_UTILS,
  go: (code) =>
    code
      .replace("import (", `import (\n${GO_IMPORTS.map((name) => `"${name}"`).join("\n")}\nneturl "net/url"`)
      // Parts that the wrong line leaves out.
      .replace(/(\t(\w+(?:, \w+)+) := parts.*)/, (_, line: string, parts: string) =>
        [line, ...parts.split(", ").map((part) => `_ = ${part}`)].join("\n"),
      ) + GO_HELPERS,
};

const indented = (text: string) => text.replace(/^/gm, "\t");

/** The function with the wrong line in the place of ours; `null` where the line needs what only the reader's code has at hand. */
async function jobOf(language: Language, { id, scheme, url, alone }: Signed): Promise<Job | null> {
  const { plan } = await solve({ name: id, scheme, url, secret: SECRET, hash: "SHA-1" });
  const line = lineOf({ id, alone }, language, scheme, "SHA-1", {}, url);
  if (!line || !isOfString(line.removed) || notOurs(scheme).test(line.removed)) return null;
  const [removed, added] =
    language.id === "go" ? [indented(line.removed), indented(line.added)] : [line.removed, line.added];
  const code = language.function.write(plan);
  if (!code.includes(added)) throw new Error(`${language.label} has no line of ${id}`);
  return {
    fileName: language.function.fileName,
    code: COMPLETE[language.id]?.(code.replace(added, () => removed)) ?? "",
    variables: { [plan.secretVariable]: SECRET },
  };
}

const nameOf = ({ id, alone }: Pick<Signed, "id" | "alone">) => `${id}: ${JSON.stringify(alone)}`;

const isOfString = (line: string) => /signing_?string/i.test(line);

/** Names of what the reader's code has at hand and our function has not. */
const notOurs = (scheme: Scheme) =>
  scheme === urlbox ? /\b(?:host|target|path)\b/ : /\b(?:host|target)\b|"\$url"/;

describe.each(languages.filter(({ id }) => id in COMPLETE))("in $label", async (language) => {
  const runner = programRunners[language.id];
  if (!runner) throw new Error(`nothing runs ${language.label}`);
  const jobs = new Map<string, { job: Job; alone: string }>();
  for (const signed of all) {
    const job = await jobOf(language, signed);
    if (job) jobs.set(nameOf(signed), { job, alone: signed.alone });
  }
  const jobNamed = (name: string) => {
    const found = jobs.get(name);
    if (!found) throw new Error(name);
    return found.job;
  };
  const programs = new Programs(runner, [...jobs.keys()], jobNamed);
  afterAll(() => programs.clear());

  test("each of these strings has a line", () => {
    for (const [id, , , alone] of own) expect([...jobs.keys()]).toContain(nameOf({ id, alone }));
  });

  test.runIf(isPresent(runner)).each([...jobs])(
    "%s is what its line makes",
    async (name, { alone }) => {
      const string = alone.replaceAll(MARKED_SECRET, SECRET);
      expect(await programs.run(name)).toContain(createHmac("sha1", SECRET).update(string).digest("hex"));
    },
    60_000,
  );
});
