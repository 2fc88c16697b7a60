import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { libpixel } from "../schemes/libpixel";
import { languages } from "./index";
import { type Form, type Language, writeCode } from "./language";
import { AFTER_HASH, AWKWARD, type Case, cases, PROGRAMS, published, solve, type Tested } from "./testing";
import { compiled, isPresent, type Runner, runSteps, testRunners } from "./toolchains-testing";

/** What a test may hold: published answers, and characters that a literal could get wrong. */
const tested: readonly Tested[] = [
  ...published,
  {
    name: "special characters in URL and secret",
    scheme: libpixel,
    url: `https://bücher.h/${AWKWARD}?${AWKWARD}${AFTER_HASH}`,
    secret: `Schlüssel☃${AWKWARD}`,
  },
];

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

let directory = "";
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "snippets-"));
});
afterAll(() => rm(directory, { recursive: true }));

async function execute(
  language: Language,
  form: Form,
  runner: Runner,
  example: Case,
  signedUrl?: string,
): Promise<string> {
  const { plan, known } = await solve(example);
  const cwd = await mkdtemp(join(directory, `${language.id}-${form}-`));
  const code = writeCode(language, form, plan, { ...known, ...(signedUrl && { signedUrl }) });
  await writeFile(join(cwd, language[form].fileName), code);
  return runSteps(runner, cwd, {
    ...(example.locale && { LC_ALL: example.locale }),
    [plan.secretVariable]: example.secret,
  });
}

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

function casesOf(language: Language, form: Form): readonly Tested[] {
  const few = form === "function" && COMPILED.has(language.id);
  return [...published, ...(few ? cases.filter(({ name }) => CUTTING.has(name)) : cases)];
}

describe.each(languages)("$label", (language) => {
  const runner = programs[language.id];
  describe.each(PROGRAMS)("%s", (form) => {
    if (!runner) {
      test.each(casesOf(language, form))("returns the signed URL: $name", async (example) => {
        const { plan, signedUrl, known } = await solve(example);
        const signUrl = new Function(`${writeCode(language, form, plan, known)}return signUrl`)();
        expect(await signUrl(example.secret)).toBe(example.signedUrl ?? signedUrl);
      });
      return;
    }
    const present = isPresent(runner);
    const name = present
      ? "prints the signed URL: $name"
      : `is not executed without ${runner.probe[0]}: $name`;
    test.skipIf(!present).each(casesOf(language, form))(name, { timeout: 60_000 }, async (example) => {
      const { signedUrl } = await solve(example);
      expect(await execute(language, form, runner, example)).toBe(`${example.signedUrl ?? signedUrl}\n`);
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
