import { execFile, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { schemes } from "../schemes";
import { libpixel } from "../schemes/libpixel";
import type { RuleInCode, RulePiece } from "../schemes/rule-in-code";
import type { Scheme } from "../schemes/scheme";
import { urlbox } from "../schemes/urlbox";
import { hmacHex, importHmacKey } from "../signing/hmac";
import { readPaste } from "../signing/read-paste";
import { joinParts } from "../signing/sign";
import type { HashName } from "../signing/types";
import { joinUrl } from "../signing/url-text";
import { browser } from "./browser";
import { highlight } from "./highlight";
import { languages } from "./index";
import { FORMS, type Form, type KnownAnswer, type Language, writeCode } from "./language";
import { planSnippet } from "./plan";

interface Case {
  readonly name: string;
  readonly scheme: Scheme;
  readonly url: string;
  readonly secret: string;
  readonly hash?: HashName;
  readonly locale?: string;
}

/** Everything that some language treats as special inside one of its literals, and cannot end a URL's part. */
const AWKWARD =
  "'\"$HOME$(id)`id`\\n\\\\u0022\\u0041\\x41\\0%s%d%%n%27{x}{{x}}{signature}$" +
  "{x}{$x}$x!!;&|<>*/}@~^[a]--'''\"\"\"";
const AFTER_HASH = `#${AWKWARD}#{x}#$x#@x?>//`;
const CONTROLS = "\0\x01\b\t\n\v\r\x1b\x7f\x85\xa0\u2028\ufeff\u202e";
const UNICODE = "bücher.例え.😀\ud800";

const cases: readonly Case[] = [
  {
    name: "a vendor's example",
    scheme: libpixel,
    url: "https://t.libpx.com/images/1.jpg?width=200",
    secret: "s3",
  },
  {
    name: "special characters everywhere",
    scheme: libpixel,
    url: `https://${AWKWARD.replaceAll("/", "")}@h/${AWKWARD}?${AWKWARD}${AFTER_HASH}`,
    secret: "k".repeat(64),
  },
  {
    name: "characters beyond ASCII and control characters, where signing leaves them",
    scheme: urlbox,
    url: `https://${UNICODE}${CONTROLS}7@h/v1/KEY${UNICODE}/png?url=${UNICODE}${CONTROLS}#${CONTROLS}7${UNICODE}`,
    secret: "Schlüssel ☃ 😀",
    hash: "SHA-256",
  },
  {
    name: "a locale that is not UTF-8",
    scheme: libpixel,
    url: `https://${UNICODE}/?src=${UNICODE}#${UNICODE}`,
    secret: "ascii",
    locale: "C",
  },
  {
    name: "a secret beyond ASCII in a bare container's locale",
    scheme: libpixel,
    url: "https://t.libpx.com/1.jpg?width=200",
    secret: "Schlüssel ☃ 😀",
    locale: "POSIX",
  },
  {
    name: "a link that is built from a page's address",
    scheme: urlbox,
    url: "https://example.com/pricing?plan=team&x='#top",
    secret: "my_secret_key",
    hash: "SHA-256",
  },
  {
    name: "200 kB",
    scheme: urlbox,
    url: `https://api.urlbox.com/v1/KEY/pdf?html=${"%3Cp%3E\\'\"$x".repeat(16_000)}#${"é".repeat(9_000)}`,
    secret: "k".repeat(65),
  },
  {
    name: "1 MB",
    scheme: libpixel,
    url: `https://t.libpx.com/?src=${"'\"\\%7B$x".repeat(120_000)}`,
    secret: "k".repeat(1000),
  },
  { name: "neither path nor query", scheme: libpixel, url: "https://t.libpx.com", secret: "a-b" },
  { name: "a query without path", scheme: libpixel, url: "https://t.libpx.com?src=x#/?src=x", secret: "a-b" },
  { name: "a root path", scheme: libpixel, url: "https://t.libpx.com/", secret: "-hmac" },
  {
    name: "a line break at the end",
    scheme: libpixel,
    url: "'https://t.libpx.com/?a#\n'",
    secret: "$HOME`id`",
  },
  {
    name: "a token by SHA-1",
    scheme: urlbox,
    url: "https://h/v1/K/png?url=a%3Fb?c",
    secret: "my_secret_key",
  },
  {
    name: "a format that looks like the query",
    scheme: urlbox,
    url: `https://h/v1/url=${AWKWARD.replaceAll("/", "")}/url=x?url=x`,
    secret: " \"' \\ ",
    hash: "SHA-256",
  },
  { name: "a line break in the secret", scheme: urlbox, url: "https://h/v1/K/png?url=x", secret: "a\nb\n" },
  { name: "200 bytes of secret", scheme: urlbox, url: "https://h/v1/K/png?url=x", secret: "é".repeat(100) },
];

/** A published answer, as a scheme's `vectors.json` has it. */
interface Vector {
  readonly url: string;
  readonly hash: HashName;
  readonly secret: string;
  readonly signedUrl: string;
}

const vectorsOf = (scheme: Scheme): readonly Vector[] =>
  JSON.parse(readFileSync(new URL(`../schemes/${scheme.id}/vectors.json`, import.meta.url), "utf8"));

/** A case whose answer was published, or is the page's own. */
type Tested = Case & { readonly signedUrl?: string };

/**
 * What a test may hold: for each scheme and hash an answer that the vendor published, so that code which computes something else than the vendor does
 * cannot agree with a page that errs in the same way; and characters that a literal could get wrong.
 */
const tested: readonly Tested[] = [
  ...schemes.flatMap((scheme) =>
    scheme.hashes.flatMap((hash) =>
      vectorsOf(scheme)
        .filter((vector) => vector.hash === hash)
        .slice(0, 1)
        .map((vector) => ({ ...vector, name: `a published answer of ${scheme.label}, ${hash}`, scheme })),
    ),
  ),
  {
    name: "special characters in URL and secret",
    scheme: libpixel,
    url: `https://bücher.h/${AWKWARD}?${AWKWARD}${AFTER_HASH}`,
    secret: `Schlüssel☃${AWKWARD}`,
  },
];

test.each(schemes)("$label has a published answer for every hash", ({ label, hashes }) => {
  for (const hash of hashes)
    expect(tested.map(({ name }) => name)).toContain(`a published answer of ${label}, ${hash}`);
});

async function solve({ scheme, url, secret, hash = scheme.hashes[0] }: Case) {
  const { request } = readPaste(scheme, url, { apiKey: "KEY", format: "png" });
  if (!request.ok) throw new Error(request.problem.sentence);
  const signature = await hmacHex(await importHmacKey(secret, hash), request.value.signingString);
  const plan = planSnippet(scheme, request.value, hash);
  const signedUrl = joinParts(scheme.assemble(request.value, signature)).toWellFormed();
  const known: KnownAnswer = { url: plan.unsignedUrl, secret, signedUrl };
  return { plan, signedUrl, known };
}

type Command = readonly [string, ...string[]];

interface Runner {
  /** Prints its version, so that its absence is noticed. */
  readonly probe: Command;
  /** Shell commands run one after the other in the directory of the file. */
  readonly steps: readonly Command[];
}

const compiled = (steps: readonly Command[], probe: Command): Runner => ({ probe, steps });
const JUNIT = "/usr/share/java/junit-platform-console-standalone.jar";
const JUNIT_PATH = [
  "junit-jupiter-api junit-jupiter-engine junit-platform-commons junit-platform-console junit-platform-engine",
  "junit-platform-launcher junit-platform-reporting opentest4j opentest4j-reporting-events apiguardian-api picocli",
]
  .flatMap((names) => names.split(" "))
  .map((name) => `/usr/share/java/${name}.jar`)
  .join(":");

const programs: Readonly<Record<string, Runner>> = {
  shell: { probe: ["openssl", "version"], steps: [["sh", "sign.sh"]] },
  node: { probe: ["node", "--version"], steps: [["node", "sign.mjs"]] },
  python: { probe: ["python3", "--version"], steps: [["python3", "sign.py"]] },
  ruby: { probe: ["ruby", "--version"], steps: [["ruby", "sign.rb"]] },
  php: { probe: ["php", "--version"], steps: [["php", "sign.php"]] },
  go: { probe: ["go", "version"], steps: [["go", "run", "sign.go"]] },
  java: { probe: ["javac", "-version"], steps: [["java", "Main.java"]] },
  csharp: compiled(
    [
      ["mcs", "Program.cs"],
      ["mono", "Program.exe"],
    ],
    ["mcs", "--version"],
  ),
};

const testRunners: Readonly<Record<string, Runner>> = {
  shell: { probe: ["openssl", "version"], steps: [["sh", "sign-test.sh"]] },
  node: { probe: ["node", "--version"], steps: [["node", "--test", "sign.test.mjs"]] },
  browser: { probe: ["node", "--version"], steps: [["node", "--test", "sign.test.mjs"]] },
  python: { probe: ["pytest", "--version"], steps: [["pytest", "test_sign.py"]] },
  ruby: { probe: ["ruby", "-e", 'require "minitest"'], steps: [["ruby", "sign_test.rb"]] },
  php: { probe: ["phpunit", "--version"], steps: [["phpunit", "--do-not-cache-result", "SignTest.php"]] },
  go: { probe: ["go", "version"], steps: [["go", "test", "-vet=off", "sign_test.go"]] },
  java: compiled(
    [
      ["javac", "-cp", JUNIT_PATH, "SignTest.java"],
      ["java", "-cp", `.:${JUNIT_PATH}`, "org.junit.platform.console.ConsoleLauncher", "-c", "SignTest"],
    ],
    ["test", "-e", JUNIT],
  ),
  csharp: compiled(
    [
      ["mcs", "-t:library", "-pkg:nunit", "SignTests.cs"],
      ["nunit-console", "-noresult", "SignTests.dll"],
    ],
    ["nunit-console", "-help"],
  ),
};

const isPresent = ({ probe: [command, ...args] }: Runner) => spawnSync(command, args).status === 0;

const run = promisify(execFile);
let directory = "";
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "snippets-"));
});
afterAll(() => rm(directory, { recursive: true }));

/** What the last step prints; a step that fails is an error with all that it said. */
async function execute(
  language: Language,
  form: Form,
  { steps }: Runner,
  example: Case,
  signedUrl?: string,
): Promise<string> {
  const { plan, known } = await solve(example);
  const cwd = await mkdtemp(join(directory, `${language.id}-${form}-`));
  const code = writeCode(language, form, plan, { ...known, ...(signedUrl && { signedUrl }) });
  await writeFile(join(cwd, language[form].fileName), code);
  const env = {
    ...process.env,
    LC_ALL: example.locale ?? "C.UTF-8",
    GO111MODULE: "off",
    [plan.secretVariable]: example.secret,
  };
  let printed = "";
  for (const [command, ...args] of steps)
    printed = (await run(command, args, { cwd, env, maxBuffer: 2 ** 24 })).stdout;
  return printed;
}

const PROGRAMS = ["function", "script"] as const;

/** A compiler takes a second: there the functions, which share the scripts' literals, are tried with what cutting a URL could get wrong. */
const COMPILED: ReadonlySet<string> = new Set(["go", "java", "csharp"]);
const CUTTING: ReadonlySet<string> = new Set([
  "special characters everywhere",
  "characters beyond ASCII and control characters, where signing leaves them",
  "a query without path",
  "a root path",
  "a format that looks like the query",
  "a link that is built from a page's address",
]);

function casesOf(language: Language, form: Form): readonly Case[] {
  const few = form === "function" && COMPILED.has(language.id);
  return few ? cases.filter(({ name }) => CUTTING.has(name)) : cases;
}

describe.each(languages)("$label", (language) => {
  const runner = programs[language.id];
  describe.each(PROGRAMS)("%s", (form) => {
    if (!runner) {
      test.each(cases)("returns the signed URL: $name", async (example) => {
        const { plan, signedUrl, known } = await solve(example);
        const signUrl = new Function(`${writeCode(language, form, plan, known)}return signUrl`)();
        expect(await signUrl(example.secret)).toBe(signedUrl);
      });
      return;
    }
    const present = isPresent(runner);
    const name = present
      ? "prints the signed URL: $name"
      : `is not executed without ${runner.probe[0]}: $name`;
    test.skipIf(!present).each(casesOf(language, form))(name, { timeout: 60_000 }, async (example) => {
      const { signedUrl } = await solve(example);
      expect(await execute(language, form, runner, example)).toBe(`${signedUrl}\n`);
    });
  });

  const testRunner = testRunners[language.id];
  if (!testRunner) throw new Error(`nothing runs the tests in ${language.label}`);
  const present = isPresent(testRunner);
  const name = present ? "$name" : `is not executed without ${language.test.runner}: $name`;
  describe("test", () => {
    test.skipIf(!present).each(tested)(name, { timeout: 60_000 }, async (example) => {
      await execute(language, "test", testRunner, example, example.signedUrl);
    });

    test.skipIf(!present || COMPILED.has(language.id))(
      "fails where the answer is another",
      { timeout: 60_000 },
      async () => {
        const [example] = tested;
        if (!example) throw new Error("no example");
        await expect(execute(language, "test", testRunner, example, "https://h/other")).rejects.toThrow();
      },
    );
  });
});

/** A rule as it is interpreted here, for the comparison with what the scheme itself does. */
function follow({ pattern, parts, ...rule }: RuleInCode, url: string, signature: string) {
  const values = new Map<string, string>([["signature", signature]]);
  const groups = new RegExp(pattern, "s").exec(url)?.slice(1) ?? [];
  parts.forEach((part, index) => {
    values.set(part, groups[index] ?? "");
  });
  const evaluate = (pieces: readonly RulePiece[]): string =>
    pieces
      .map((piece) => {
        if (typeof piece === "string") return piece;
        if ("when" in piece) return values.get(piece.when) ? evaluate(piece.add) : "";
        return values.get(piece.part) || (piece.orElse ?? "");
      })
      .join("");
  return { signingString: evaluate(rule.signingString), signedUrl: evaluate(rule.signedUrl) };
}

describe.each(schemes)("$label's published answers", (scheme) => {
  test.each(vectorsOf(scheme))("function and script in JavaScript make of $url", async (vector) => {
    const { plan } = await solve({ name: "", scheme, ...vector });
    for (const { write } of [browser.function, browser.script])
      expect(await new Function(`${write(plan)}return signUrl`)()(vector.secret)).toBe(vector.signedUrl);
  });
});

test.each(schemes)("the rule of $label in code says what the scheme does, for any URL", (scheme) => {
  const text = fc.string({
    unit: fc.oneof(fc.constantFrom(..."/?#&=.:%@"), fc.string({ minLength: 1, maxLength: 1 })),
  });
  const url = fc
    .tuple(fc.constantFrom("https://h", "http://a.b", "https://api.urlbox.com/v1/"), text, text)
    .map((all) => all.join(""));
  const cases = fc.oneof(url, fc.constantFrom(...scheme.examples.map((example) => example.url)));
  fc.assert(
    fc.property(cases, (pasted) => {
      const { request } = readPaste(scheme, pasted, { apiKey: "KEY", format: "png" });
      if (!request.ok) return;
      const unsigned = joinUrl(request.value.unsigned);
      const followed = follow(scheme.inCode, unsigned, "SIGNATURE");
      expect(followed.signingString).toBe(request.value.signingString);
      expect(followed.signedUrl).toBe(joinParts(scheme.assemble(request.value, "SIGNATURE")));
    }),
    { numRuns: 2000 },
  );
});

test("the browser's snippet returns the signed URL for any text", async () => {
  const unit = fc.oneof(
    fc.constantFrom(..."'\"`\\$}{?#%", "${"),
    fc.string({ unit: "binary", maxLength: 3 }),
  );
  // After an `@` the host may be missing, which is a problem and no request.
  const text = fc.array(unit).map((units) => units.join("").replaceAll("@", ""));
  await fc.assert(
    fc.asyncProperty(text, fc.string({ unit: "grapheme", minLength: 1 }), async (url, secret) => {
      const { plan, signedUrl } = await solve({ name: "", scheme: libpixel, url: `https://h${url}`, secret });
      for (const { write } of [browser.function, browser.script])
        expect(await new Function(`${write(plan)}return signUrl`)()(secret)).toBe(signedUrl);
    }),
  );
});

test("no snippet contains the secret", async () => {
  for (const example of cases.filter(({ secret }) => secret.length > 5)) {
    const { plan } = await solve(example);
    for (const language of languages)
      for (const form of PROGRAMS) expect(language[form].write(plan)).not.toContain(example.secret);
  }
});

/** Every form in every language. */
async function everyCode(example: Case): Promise<[Language, string][]> {
  const { plan, known } = await solve(example);
  return languages.flatMap((language) =>
    FORMS.map((form): [Language, string] => [language, writeCode(language, form, plan, known)]),
  );
}

test("a snippet stands in printable ASCII, whatever the URL holds", async () => {
  for (const example of cases) {
    for (const [, code] of await everyCode(example)) expect(code).toMatch(/^[\t\n\x20-\x7e]*$/);
  }
});

describe("highlight", () => {
  const join = (language: Language, code: string) =>
    highlight(language, code)
      .map(({ text }) => text)
      .join("");

  test("keeps every character of a snippet", async () => {
    for (const example of cases) {
      for (const [language, code] of await everyCode(example)) expect(join(language, code)).toBe(code);
    }
  });

  test("keeps every character of any code", () => {
    const pieces = [
      "signature",
      "signing_string",
      "=",
      '"',
      "'",
      "`",
      "\\",
      "{",
      "}",
      "$",
      "#",
      "//",
      "https://",
      "?",
      "1",
      "\n",
    ];
    const code = fc
      .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: "binary" })))
      .map((all) => all.join(""));
    fc.assert(
      fc.property(fc.constantFrom(...languages), code, (language, text) => {
        expect(join(language, text)).toBe(text);
        expect(highlight(language, text).every((token) => token.text !== "")).toBe(true);
      }),
    );
  });

  test.each(languages)("finds the parts in $label", async (language) => {
    const { plan } = await solve({
      name: "",
      scheme: libpixel,
      url: "https://t.libpx.com/1.jpg?src={signature}$signature&signature%20",
      secret: "s",
    });
    const texts = (part: string) =>
      highlight(language, language.script.write(plan)).flatMap((token) =>
        token.part === part ? [token.text] : [],
      );
    expect(texts("origin")).toEqual(["https://t.libpx.com"]);
    expect(texts("path")).toEqual(["/1.jpg"]);
    expect(texts("query")[0]).toMatch(/^src=\{signature\}\\?\$signature&signature%20$/);
    expect(texts("message").length).toBeGreaterThanOrEqual(3);
    expect(texts("signature").length).toBe(2);
    expect(texts("key").length).toBeGreaterThanOrEqual(1);
  });

  test.each(languages)(
    "takes linear time in $label",
    (language) => {
      const awkward = [
        '"',
        "'",
        "`",
        "\\",
        "'\\''",
        "{x}",
        "{{",
        "%s",
        "${",
        "#",
        "/",
        "signature",
        "1a",
        " = ",
        "https://",
        '"\\"',
      ];
      const start = performance.now();
      for (const text of awkward) {
        for (const open of ["", '"', "'", "`", 'signing_string="'])
          join(language, open + text.repeat(50_000 / text.length));
      }
      expect(performance.now() - start).toBeLessThan(10_000);
    },
    30_000,
  );
});
