import { execFile, spawnSync } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { libpixel } from "../schemes/libpixel";
import type { Scheme } from "../schemes/scheme";
import { urlbox } from "../schemes/urlbox";
import { hmacHex, importHmacKey } from "../signing/hmac";
import { joinParts, readPaste } from "../signing/sign";
import type { HashName } from "../signing/types";
import { browser } from "./browser";
import { highlight } from "./highlight";
import { languages } from "./index";
import type { Language } from "./language";
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

async function solve({ scheme, url, secret, hash = scheme.hashes[0] }: Case) {
  const { request } = readPaste(scheme, url, { apiKey: "", format: "png" });
  if (!request.ok) throw new Error(request.problem.sentence);
  const signature = await hmacHex(await importHmacKey(secret, hash), request.value.signingString);
  return {
    plan: planSnippet(scheme, request.value, hash),
    signedUrl: joinParts(scheme.assemble(request.value, signature)).toWellFormed(),
  };
}

interface Runner {
  /** Prints its version, so that its absence is noticed. */
  readonly probe: readonly [string, ...string[]];
  /** Shell commands run one after the other in the directory of the file. */
  readonly steps: readonly (readonly [string, ...string[]])[];
}

const runners: Readonly<Record<string, Runner>> = {
  shell: { probe: ["openssl", "version"], steps: [["sh", "sign.sh"]] },
  node: { probe: ["node", "--version"], steps: [["node", "sign.mjs"]] },
  python: { probe: ["python3", "--version"], steps: [["python3", "sign.py"]] },
  ruby: { probe: ["ruby", "--version"], steps: [["ruby", "sign.rb"]] },
  php: { probe: ["php", "--version"], steps: [["php", "sign.php"]] },
  go: { probe: ["go", "version"], steps: [["go", "run", "sign.go"]] },
  java: { probe: ["javac", "-version"], steps: [["java", "Main.java"]] },
  csharp: {
    probe: ["mcs", "--version"],
    steps: [
      ["mcs", "Program.cs"],
      ["mono", "Program.exe"],
    ],
  },
};

const run = promisify(execFile);
let directory = "";
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "snippets-"));
});
afterAll(() => rm(directory, { recursive: true }));

async function execute(language: Language, runner: Runner, example: Case): Promise<string> {
  const { plan } = await solve(example);
  const cwd = join(directory, `${language.id}-${cases.indexOf(example)}`);
  await mkdir(cwd);
  await writeFile(join(cwd, language.fileName), language.write(plan));
  const env = {
    ...process.env,
    LC_ALL: example.locale ?? "C.UTF-8",
    GO111MODULE: "off",
    [plan.secretVariable]: example.secret,
  };
  let printed = "";
  for (const [command, ...args] of runner.steps)
    printed = (await run(command, args, { cwd, env, maxBuffer: 2 ** 24 })).stdout;
  return printed;
}

describe.each(languages)("$label", (language) => {
  const runner = runners[language.id];
  if (!runner) {
    test.each(cases)("returns the signed URL: $name", async (example) => {
      const { plan, signedUrl } = await solve(example);
      const signUrl = new Function(`${language.write(plan)}return signUrl`)();
      expect(await signUrl(example.secret)).toBe(signedUrl);
    });
    return;
  }
  const present = spawnSync(runner.probe[0], runner.probe.slice(1)).status === 0;
  const name = present ? "prints the signed URL: $name" : `is not executed without ${runner.probe[0]}: $name`;
  test.skipIf(!present).each(cases)(name, { timeout: 60_000 }, async (example) => {
    const { signedUrl } = await solve(example);
    expect(await execute(language, runner, example)).toBe(`${signedUrl}\n`);
  });
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
      expect(await new Function(`${browser.write(plan)}return signUrl`)()(secret)).toBe(signedUrl);
    }),
  );
});

test("no snippet contains the secret", async () => {
  for (const example of cases.filter(({ secret }) => secret.length > 5)) {
    const { plan } = await solve(example);
    for (const language of languages) expect(language.write(plan)).not.toContain(example.secret);
  }
});

test("a snippet stands in printable ASCII, whatever the URL holds", async () => {
  for (const example of cases) {
    const { plan } = await solve(example);
    for (const language of languages) expect(language.write(plan)).toMatch(/^[\t\n\x20-\x7e]*$/);
  }
});

describe("highlight", () => {
  const join = (language: Language, code: string) =>
    highlight(language, code)
      .map(({ text }) => text)
      .join("");

  test("keeps every character of a snippet", async () => {
    for (const example of cases) {
      const { plan } = await solve(example);
      for (const language of languages) {
        const code = language.write(plan);
        expect(join(language, code)).toBe(code);
      }
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
      highlight(language, language.write(plan)).flatMap((token) => (token.part === part ? [token.text] : []));
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
