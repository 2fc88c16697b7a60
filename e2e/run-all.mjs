// Everything that must hold, one after the other: types, lint, unused code, unit tests, browser tests. The last line is the sum.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** @typedef {{ passed: number, failed: number, skipped: number }} Totals */

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const reports = mkdtempSync(join(tmpdir(), "countersign-reports-"));
const unitReport = join(reports, "unit.json");
const browserReport = join(reports, "browser.json");

const steps = [
  { name: "Types of what runs in Node", command: ["tsc"] },
  { name: "Types of the page", command: ["tsc", "-p", "tsconfig.page.json"] },
  { name: "Types of the workers", command: ["tsc", "-p", "tsconfig.worker.json"] },
  { name: "Lint", command: ["biome", "check", "."] },
  { name: "Unused code", command: ["knip"] },
  {
    name: "Unit tests",
    command: ["vitest", "run", "--reporter=default", "--reporter=json", `--outputFile.json=${unitReport}`],
    count: () => {
      const report = readReport(unitReport);
      return {
        passed: report.numPassedTests,
        failed: report.numFailedTests,
        skipped: report.numPendingTests + report.numTodoTests,
      };
    },
  },
  {
    name: "Browser tests",
    command: ["playwright", "test", "--config=e2e/playwright.config.ts", "--reporter=list,json"],
    count: () => {
      const { expected, unexpected, flaky, skipped } = readReport(browserReport).stats;
      if (flaky > 0) console.log(`\nPassed only at the second try, as listed above: ${flaky}.`);
      return { passed: expected + flaky, failed: unexpected, skipped };
    },
  },
];

/** @param {string} file */
function readReport(file) {
  return JSON.parse(readFileSync(file, "utf8"));
}

/**
 * Runs a tool of this project with its output as it comes.
 * @param {string[]} command
 * @returns {Promise<boolean>} whether it succeeded
 */
function run([tool = "", ...rest]) {
  const path = `${join(root, "node_modules", ".bin")}:${process.env.PATH}`;
  const env = { ...process.env, PATH: path, PLAYWRIGHT_JSON_OUTPUT_NAME: browserReport };
  return new Promise((resolve) => {
    const child = spawn(tool, rest, { cwd: root, env, stdio: ["ignore", "inherit", "inherit"] });
    child.on("error", () => resolve(false));
    child.on("close", (code) => resolve(code === 0));
  });
}

/**
 * A tool that fails without a failing test (it crashed, or a file would not load) counts as one failure.
 * @param {boolean} succeeded
 * @param {(() => Totals) | undefined} count
 * @returns {Totals}
 */
function totalsOf(succeeded, count) {
  const one = { passed: succeeded ? 1 : 0, failed: succeeded ? 0 : 1, skipped: 0 };
  if (!count) return one;
  try {
    const totals = count();
    if (totals.passed + totals.failed === 0) return { ...totals, failed: 1 };
    return succeeded || totals.failed > 0 ? totals : { ...totals, failed: 1 };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

const sum = { passed: 0, failed: 0, skipped: 0 };
const failures = [];
for (const { name, command, count } of steps) {
  console.log(`\n== ${name}: ${command[0]}`);
  const { passed, failed, skipped } = totalsOf(await run(command), count);
  sum.passed += passed;
  sum.failed += failed;
  sum.skipped += skipped;
  if (failed > 0) failures.push(name);
}
rmSync(reports, { recursive: true, force: true });

if (failures.length > 0) console.log(`\nFailed: ${failures.join(", ")}.`);
const skipped = sum.skipped > 0 ? `, ${sum.skipped} skipped` : "";
console.log(`\n${sum.passed} passed, ${sum.failed} failed${skipped}`);
process.exitCode = sum.failed > 0 || sum.passed === 0 ? 1 : 0;
