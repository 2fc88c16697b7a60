import { createHmac } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { open, readdir, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { type Bench, SECRET } from "./browser-bench";
import { median, ms, printTable, ratio } from "./numbers";
import { bareRate } from "./search";

const LINES = 100_000;
const MANY_LINES = 1_000_000;
/** A line of the logs below has 236 bytes. */
const GIGABYTE_LINES = 4_300_000;
const ROUNDS = 3;

/** How each line's path is signed: the first rightly, the others as clients do wrongly. */
const HABITS: readonly ((path: string) => string)[] = [
  (path) => `${path}&signature=${sign(path)}`,
  (path) => `${path}&signature=${sign(path, `${SECRET}\n`)}`,
  (path) => `${path}&signature=${sign(path)}&utm_source=mail`,
  (path) => `${path}&signature=${sign(`${path}&`)}`,
  (path) => `${path}&signature=${sign(path.slice(1))}`,
  (path) => `${path}&signature=${sign(path).toUpperCase()}`,
];

const sign = (text: string, secret = SECRET) => createHmac("sha1", secret).update(text).digest("hex");

/** @param wrong every so many lines is signed wrongly; 0 for none. */
function lineOf(at: number, wrong: number): string {
  const path = `/shop/${at % 977}/${at}.jpg?src=https%3A%2F%2Fa.example%2Fitem%20${at}.png&width=${100 + (at % 900)}&mode=crop`;
  const habit = wrong > 0 && at % wrong === 0 ? 1 + ((at / wrong) % (HABITS.length - 1)) : 0;
  const target = HABITS[habit]?.(path) ?? "";
  return `10.0.0.${at % 200} - - [26/Nov/2026:03:00:00 +0000] "GET ${target} HTTP/1.1" 200 5120 "-" "Mozilla/5.0 (X11; Linux x86_64)"\n`;
}

async function writeLog(file: string, lines: number, wrong: number): Promise<void> {
  const handle = await open(file, "w");
  const BATCH = 20_000;
  for (let from = 0; from < lines; from += BATCH) {
    const count = Math.min(BATCH, lines - from);
    await handle.write(Array.from({ length: count }, (_, at) => lineOf(from + at, wrong)).join(""));
  }
  await handle.close();
}

interface Watched {
  readonly milliseconds: number;
  /** Between two animation frames meanwhile. */
  readonly longestGap: number;
  readonly urls: number;
}

/** A file of many URLs, from its choice to the settled answer, against bare WebCrypto over as many strings in the same run. */
export async function many(bench: Bench): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "countersign-logs-"));
  const log = (name: string) => join(folder, name);
  try {
    await writeLog(log("valid"), LINES, 0);
    await writeLog(log("mixed"), LINES, 20);
    await writeLog(log("million"), MANY_LINES, 0);
    const page = await openMany(bench);
    const bare = await bench.browser.newPage();
    await bare.goto(`${bench.site.address}bench/bare.html`);
    const rates: number[] = [];
    const runs: Record<"valid" | "mixed" | "million", Watched[]> = { valid: [], mixed: [], million: [] };
    for (let round = 0; round < ROUNDS; round++) {
      rates.push((await bareRate(bare)).perSecond);
      for (const name of ["valid", "mixed", "million"] as const) runs[name].push(await read(page, log(name)));
    }
    const rate = median(rates);
    const row = (title: string, watched: readonly Watched[]) => {
      const time = median(watched.map(({ milliseconds }) => milliseconds));
      const urls = watched[0]?.urls ?? 0;
      return [
        title,
        ratio(time, (urls / rate) * 1000),
        ms(time),
        ms((time / urls) * LINES),
        ms(Math.max(...watched.map(({ longestGap }) => longestGap))),
      ];
    };
    printTable(
      `A log of many URLs, from the choice of the file to the answer, against bare WebCrypto over as many strings (medians of ${ROUNDS})`,
      [
        ["lines", "ratio", "took", `for ${LINES.toLocaleString("en")}`, "longest frame gap"],
        row("100,000, all valid", runs.valid),
        row("100,000, one in 20 wrong in one of 5 ways", runs.mixed),
        row("1,000,000, all valid", runs.million),
      ],
      "Linear where the fourth column of the third row is not above that of the first.",
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A file of a gigabyte: what it takes, and the memory of the process that reads it. */
export async function gigabyte(bench: Bench): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "countersign-logs-"));
  try {
    const file = join(folder, "access.log");
    await writeLog(file, GIGABYTE_LINES, 1000);
    const page = await openMany(bench);
    const before = await peakOfRenderers();
    const { milliseconds, longestGap, urls } = await read(page, file);
    printTable("A log of a gigabyte", [
      ["URLs", "took", "longest frame gap", "memory at its peak", "before"],
      [
        urls.toLocaleString("en"),
        ms(milliseconds),
        ms(longestGap),
        `${await peakOfRenderers()} MB`,
        `${before} MB`,
      ],
    ]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function openMany({ browser, site }: Bench): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(`${site.address}#many`);
  await page.fill("#secret", SECRET);
  await page.getByLabel("File of URLs", { exact: true }).waitFor({ state: "attached" });
  return page;
}

async function read(page: Page, file: string): Promise<Watched> {
  const watched = page.evaluate(watchRun);
  await page.getByLabel("File of URLs", { exact: true }).setInputFiles(file);
  return watched;
}

/** Runs in the page: frames and time from the choice of a file until the run has ended. */
function watchRun(): Promise<Watched> {
  return new Promise((resolve) => {
    let start = 0;
    let last = 0;
    let longestGap = 0;
    let isRunning = false;
    addEventListener("change", () => (start = performance.now()), { capture: true, once: true });
    const frame = (now: number) => {
      if (start > 0 && last > 0) longestGap = Math.max(longestGap, now - last);
      last = now;
      const view = document.querySelector<HTMLElement>('[data-testid="many"]');
      const state = view?.dataset.state;
      // The run before has ended, too.
      if (start > 0 && state !== "done") isRunning = true;
      if (isRunning && state === "done")
        resolve({ milliseconds: performance.now() - start, longestGap, urls: Number(view?.dataset.urls) });
      else requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
}

/** The greatest memory, in MB, that any renderer has had; NaN where the system does not tell. */
async function peakOfRenderers(): Promise<number> {
  const peaks: number[] = [];
  for (const id of await readdir("/proc").catch(() => [])) {
    const command = await readFile(`/proc/${id}/cmdline`, "utf8").catch(() => "");
    if (!command.includes("--type=renderer")) continue;
    const status = await readFile(`/proc/${id}/status`, "utf8").catch(() => "");
    peaks.push(Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
  }
  return peaks.length > 0 ? Math.round(Math.max(...peaks)) : Number.NaN;
}
