import { afterAll, describe, expect, test } from "vitest";
import { schemes } from "../schemes";
import { languages } from "../snippets";
import type { Language } from "../snippets/language";
import { Programs } from "../snippets/programs-testing";
import { solve } from "../snippets/testing";
import { isPresent, testRunners } from "../snippets/toolchains-testing";
import { vectorsOf } from "./rows";

/** How all rows are tried at once: a process for each row would take minutes. */
interface Batch {
  /** The one test in a file of the form `test`, which is written once more for each row. */
  readonly test: RegExp;
  /** What the runner prints of tests that passed: each match is one, or tells their number. */
  readonly passed: RegExp;
}

const nodeTest: Batch = { test: /^test\(.*?^\}\);\n/ms, passed: /^\S+ pass (\d+)/gm };

const batches: Readonly<Record<string, Batch>> = {
  node: nodeTest,
  browser: nodeTest,
  python: { test: /^def test_.*/ms, passed: /\b(\d+) passed/g },
  php: { test: /^ {4}public function test.*?^ {4}\}\n/ms, passed: /^OK \((\d+) test/gm },
  ruby: { test: /^ {2}def test_.*?^ {2}end\n/ms, passed: /^(\d+) runs,.* 0 failures, 0 errors/gm },
  java: { test: /^ {2}@Test.*?^ {2}\}\n/ms, passed: /\b(\d+) tests successful/g },
  csharp: { test: /^ {4}\[Test\].*?^ {4}\}\n/ms, passed: /^Tests run: (\d+), Errors: 0, Failures: 0/gm },
  go: { test: /^func Test.*?^\}\n/ms, passed: /^--- PASS/gm },
  shell: { test: /^signed=.*/ms, passed: /^ok$/gm },
};

/** Rows that one function signs: those of a scheme and a hash. */
const groups = (
  await Promise.all(
    schemes.map(async (scheme) => {
      const rows = await vectorsOf(scheme);
      return scheme.hashes.map((hash) => ({
        scheme,
        title: `${scheme.label} by ${hash}`,
        rows: rows.filter((row) => row.hash === hash),
      }));
    }),
  )
).flat();

type Group = (typeof groups)[number];

/** The file of the language's test form, with one test for each row. */
async function writeBatch(language: Language, { test }: Batch, { scheme, rows }: Group): Promise<string> {
  const tests: string[] = [];
  let file = "";
  for (const { url, secret, hash, signedUrl } of rows) {
    const { plan, known } = await solve({ name: "", scheme, url, secret, hash });
    file = language.test.write(plan, { ...known, signedUrl });
    const [text = ""] = test.exec(file) ?? [];
    tests.push(text.replace(/signs_?as/i, `$&${tests.length}`));
  }
  return file.replace(test, () => tests.join("\n"));
}

/** How many tests passed, by what the runner printed. */
const passedIn = (printed: string, { passed }: Batch) =>
  [...printed.matchAll(passed)].reduce((sum, [, count = "1"]) => sum + Number(count), 0);

describe.each(languages)("$label", (language) => {
  const batch = batches[language.id];
  const runner = testRunners[language.id];
  if (!batch || !runner) throw new Error(`nothing runs the vectors in ${language.label}`);
  const programs = new Programs(runner, groups, async (group: Group) => ({
    fileName: language.test.fileName,
    code: await writeBatch(language, batch, group),
    variables: {},
  }));
  afterAll(() => programs.clear());
  const present = isPresent(runner);
  const name = present
    ? "signs every row of $title"
    : `is not executed without ${language.test.runner}: $title`;
  test.skipIf(!present).each(groups)(name, { timeout: 60_000 }, async (group) => {
    expect(passedIn(await programs.run(group), batch)).toBe(group.rows.length);
  });
});
