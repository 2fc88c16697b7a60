import { spawn } from "node:child_process";
import { findBrowser } from "../browser";
import type { Bench } from "./browser-bench";
import { median, ms, printTable } from "./numbers";

const RUNS = 3;
const PACKAGE = "lighthouse@12";

interface Report {
  readonly categories: { readonly performance: { readonly score: number | null } };
  readonly audits: Readonly<Record<string, { readonly numericValue?: number }>>;
}

/** Lighthouse's mobile score, where npx can fetch it: it is no dependency, for it weighs more than all of them. */
export async function lighthouse({ site }: Bench): Promise<void> {
  const reports: Report[] = [];
  for (let run = 0; run < RUNS; run++) {
    const answer = await runLighthouse(site.address);
    if (typeof answer === "string") {
      console.log(`\nLighthouse: not measured. ${answer}`);
      return;
    }
    reports.push(answer);
  }
  const value = (audit: string) =>
    median(reports.map(({ audits }) => audits[audit]?.numericValue ?? Number.NaN));
  printTable(`Lighthouse, mobile (medians of ${RUNS})`, [
    ["", "median", "all"],
    [
      "performance",
      ...[median, (all: number[]) => all.join(" ")].map((show) =>
        String(show(reports.map(({ categories }) => categories.performance.score ?? Number.NaN))),
      ),
    ],
    ["first contentful paint", ms(value("first-contentful-paint")), ""],
    ["largest contentful paint", ms(value("largest-contentful-paint")), ""],
    ["total blocking time", ms(value("total-blocking-time")), ""],
    ["speed index", ms(value("speed-index")), ""],
    ["layout shift", value("cumulative-layout-shift").toFixed(4), ""],
  ]);
}

/** The report, or why there is none. */
function runLighthouse(address: string): Promise<Report | string> {
  const flags = `--headless=new${process.getuid?.() === 0 ? " --no-sandbox" : ""}`;
  const child = spawn(
    "npx",
    [
      "--yes",
      PACKAGE,
      address,
      "--only-categories=performance",
      "--output=json",
      "--quiet",
      `--chrome-flags=${flags}`,
    ],
    { env: { ...process.env, CHROME_PATH: findBrowser() ?? undefined }, timeout: 180_000 },
  );
  let output = "";
  let complaints = "";
  child.stdout.on("data", (data) => (output += data));
  child.stderr.on("data", (data) => (complaints += data));
  return new Promise((resolve) => {
    child.on("error", (error) => resolve(error.message));
    child.on("close", (code) => {
      if (code === 0) resolve(JSON.parse(output) as Report);
      else resolve(complaints.trim().split("\n").at(-1) || `npx ${PACKAGE} ended with ${code}.`);
    });
  });
}
