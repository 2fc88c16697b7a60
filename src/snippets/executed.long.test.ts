import { afterAll, describe, expect, test } from "vitest";
import { libpixel } from "../schemes/libpixel";
import { languages } from "./index";
import { type Form, type Language, writeCode } from "./language";
import { type Job, Programs } from "./programs-testing";
import { AFTER_HASH, AWKWARD, type Case, cases, PROGRAMS, published, solve, type Tested } from "./testing";
import { isPresent, programRunners, testRunners } from "./toolchains-testing";

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

/** What is signed is found once for all languages: of a megabyte that takes longer than to run a program. */
const solutions = new Map<Case, ReturnType<typeof solve>>();
function solution(example: Case): ReturnType<typeof solve> {
  const present = solutions.get(example) ?? solve(example);
  solutions.set(example, present);
  return present;
}

interface Program {
  readonly form: Form;
  readonly example: Tested;
  /** What a test expects where that is another than the answer. */
  readonly expected?: string;
}

async function jobOf(language: Language, { form, example, expected }: Program): Promise<Job> {
  const { plan, known } = await solution(example);
  const signedUrl = expected ?? example.signedUrl;
  return {
    fileName: language[form].fileName,
    code: writeCode(language, form, plan, { ...known, ...(signedUrl && { signedUrl }) }),
    variables: { ...(example.locale && { LC_ALL: example.locale }), [plan.secretVariable]: example.secret },
  };
}

/** A compiler takes a second: there the functions, which share the scripts' literals, are tried with what cutting a URL could get wrong. */
const COMPILED: ReadonlySet<string> = new Set(["go", "java", "csharp"]);
const CUTTING: ReadonlySet<string> = new Set([
  "special characters everywhere",
  "characters beyond ASCII and control characters, where signing leaves them",
  "a query without path",
  "a root path",
  "a format that looks like the query",
  "a line of a log, which has no host",
  "a render link's line of a log",
  "a link that is built from a page's address",
]);

function casesOf(language: Language, form: Form): readonly Tested[] {
  const few = form === "function" && COMPILED.has(language.id);
  return [...published, ...(few ? cases.filter(({ name }) => CUTTING.has(name)) : cases)];
}

const [anyTested] = tested;
if (!anyTested) throw new Error("no example");
const failing: Program = { form: "test", example: anyTested, expected: "https://h/other" };

describe.each(languages)("$label", (language) => {
  const runner = programRunners[language.id];
  const written = PROGRAMS.flatMap((form) => casesOf(language, form).map((example) => ({ form, example })));
  const programs = runner && new Programs<Program>(runner, written, (program) => jobOf(language, program));
  describe.each(PROGRAMS)("%s", (form) => {
    if (!runner) {
      test.each(casesOf(language, form))("returns the signed URL: $name", async (example) => {
        const { plan, signedUrl, known } = await solution(example);
        const signUrl = new Function(`${writeCode(language, form, plan, known)}return signUrl`)();
        expect(await signUrl(example.secret)).toBe(example.signedUrl ?? signedUrl);
      });
      return;
    }
    const present = isPresent(runner);
    const name = present
      ? "prints the signed URL: $example.name"
      : `is not executed without ${runner.probe[0]}: $example.name`;
    const ofForm = written.filter((program) => program.form === form);
    test.skipIf(!present).each(ofForm)(name, { timeout: 60_000 }, async (program) => {
      const { signedUrl } = await solution(program.example);
      expect(await programs?.run(program)).toBe(`${program.example.signedUrl ?? signedUrl}\n`);
    });
  });

  const testRunner = testRunners[language.id];
  if (!testRunner) throw new Error(`nothing runs the tests in ${language.label}`);
  const passing = tested.map((example): Program => ({ form: "test", example }));
  const tests = new Programs<Program>(testRunner, [...passing, failing], (program) =>
    jobOf(language, program),
  );
  afterAll(() => Promise.all([programs?.clear(), tests.clear()]));
  const present = isPresent(testRunner);
  const name = present ? "$example.name" : `is not executed without ${language.test.runner}: $example.name`;
  describe("test", () => {
    test.skipIf(!present).each(passing)(name, { timeout: 60_000 }, async (program) => {
      await tests.run(program);
    });

    test.skipIf(!present)("fails where the answer is another", { timeout: 60_000 }, async () => {
      await expect(tests.run(failing)).rejects.toThrow(/https:\/\/h\/other|^not ok/m);
    });
  });
});
