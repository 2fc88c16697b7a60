import { execFile, spawnSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { libpixel } from "../schemes/libpixel";
import { languages } from "./index";
import { type Form, type Language, writeCode } from "./language";
import { AFTER_HASH, AWKWARD, type Case, cases, PROGRAMS, published, solve, type Tested } from "./testing";

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
      ["javac", "-J-XX:TieredStopAtLevel=1", "-J-XX:+UseSerialGC", "-cp", JUNIT_PATH, "SignTest.java"],
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
    // A program of ten lines ends before its code is compiled well, and before it needs a second thread to collect garbage.
    JDK_JAVA_OPTIONS: "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC",
    [plan.secretVariable]: example.secret,
  };
  let printed = "";
  for (const [command, ...args] of steps)
    printed = (await run(command, args, { cwd, env, maxBuffer: 2 ** 24 })).stdout;
  return printed;
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
