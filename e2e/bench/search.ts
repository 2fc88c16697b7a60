import { createHmac, randomBytes } from "node:crypto";
import type { Page } from "@playwright/test";
import { type Bench, FIRST_URL, SECRET, Stage } from "./browser-bench";
import { median, ms, printTable, ratio } from "./numbers";

const ROUNDS = 7;
const BARE_MILLISECONDS = 2_000;

interface Search {
  readonly tried: number;
  /** As the page counts them. */
  readonly milliseconds: number;
  /** From the paste to the answer on the screen, the worker's start included. */
  readonly wall: number;
  /** Between two animation frames meanwhile. */
  readonly longestGap: number;
}

/** The search for a mistake where there is none to find, against WebCrypto alone in a worker. Either works on two processors where there are two. */
export async function search(bench: Bench): Promise<void> {
  const playground = await Stage.open(bench, "playground");
  const bare = await Stage.open(bench, "bare");
  const clock = await cpuClock(bench);
  const rates: number[] = [];
  const bareCosts: number[] = [];
  const costs: number[] = [];
  const idleGaps: number[] = [];
  const searches: Search[] = [];
  const threes: Search[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    // At rest the page gets its next workers ready, which must not take time from what it is compared with.
    idleGaps.push(await playground.page.evaluate(longestGapOfIdleFrames, 1_000));
    const started = await clock();
    const rate = await bareRate(bare.page);
    rates.push(rate.perSecond);
    bareCosts.push(((await clock()) - started) / rate.done);
    const before = await clock();
    const found = await searchOnce(playground, randomBytes(20).toString("hex"), "unexplained");
    searches.push(found);
    costs.push(((await clock()) - before) / found.tried);
    threes.push(await searchOnce(playground, THREE_AT_ONCE, "explained"));
  }
  const processors = await bare.page.evaluate(() => navigator.hardwareConcurrency);
  await playground.close();
  await bare.close();
  const searchRates = searches.map(({ tried, milliseconds }) => (tried / milliseconds) * 1000);
  const microseconds = (seconds: number) => `${(seconds * 1e6).toFixed(2)} µs`;
  const perSecond = (rate: number) => `${Math.round(rate).toLocaleString("en")}/s`;
  printTable(
    `Search of an unexplained signature through all kinds of mistakes, against bare WebCrypto in the same run (medians of ${ROUNDS}; the ratio of each pair of neighbouring runs)`,
    [
      [
        "HMACs",
        "ratio",
        "search",
        "bare WebCrypto",
        "tried",
        "search took",
        "paste → answer",
        "longest frame gap",
        "worst",
      ],
      [
        "",
        ratio(median(searchRates.map((rate, round) => rate / (rates[round] ?? 0))), 1),
        perSecond(median(searchRates)),
        perSecond(median(rates)),
        median(searches.map(({ tried }) => tried)).toLocaleString("en"),
        ms(median(searches.map(({ milliseconds }) => milliseconds))),
        ms(median(searches.map(({ wall }) => wall))),
        ms(median(searches.map(({ longestGap }) => longestGap))),
        ms(Math.max(...searches.map(({ longestGap }) => longestGap))),
      ],
    ],
    `What is compared: the search in ${processors > 1 ? "two workers, the second of which it starts when it is not over at once" : "one worker"}, and WebCrypto as one worker asks it for batches, which the browser computes on further threads; ${processors} ${processors === 1 ? "processor" : "processors"} for either.`,
    `Processor time of the browser’s pages for each HMAC, composing its string and drawing the page included: search ${microseconds(median(costs))}, bare WebCrypto ${microseconds(median(bareCosts))}, ratio ${ratio(median(bareCosts.map((cost, round) => cost / (costs[round] ?? 0))), 1)}. It hardly depends on what else the machine does, nor on how many processors share the work; the rates above do.`,
    `Three mistakes at once, which are tried after everything else: ${median(threes.map(({ tried }) => tried)).toLocaleString("en")} tried, paste → answer ${ms(median(threes.map(({ wall }) => wall)))}.`,
    `The same page at rest: longest frame gap ${ms(median(idleGaps))}, worst ${ms(Math.max(...idleGaps))}.`,
  );
}

/** Seconds that the processes of pages, with their workers and threads, have computed so far. */
async function cpuClock({ browser }: Bench): Promise<() => Promise<number>> {
  const cdp = await browser.newBrowserCDPSession();
  return async () => {
    const { processInfo } = await cdp.send("SystemInfo.getProcessInfo");
    const pages = processInfo.filter(({ type }) => type === "renderer");
    return pages.reduce((sum, { cpuTime }) => sum + cpuTime, 0);
  };
}

interface Rate {
  /** HMACs. */
  readonly perSecond: number;
  readonly done: number;
}

/** What WebCrypto alone does in a worker of the bare page. */
export function bareRate(page: Page): Promise<Rate> {
  return page.evaluate(
    (milliseconds) =>
      new Promise<Rate>((resolve) => {
        const worker = new Worker("hmac-worker.js");
        worker.onmessage = ({ data }) => {
          worker.terminate();
          resolve(data);
        };
        worker.postMessage(milliseconds);
      }),
    BARE_MILLISECONDS,
  );
}

/** A secret in its quotes, and the whole URL with a line feed. */
const THREE_AT_ONCE = createHmac("sha1", `"${SECRET}"`).update(`${FIRST_URL}\n`).digest("hex");

async function searchOnce(
  { page }: Stage,
  signature: string,
  state: "explained" | "unexplained",
): Promise<Search> {
  await page.fill("#url", FIRST_URL);
  await page.waitForSelector('[data-verdict="unsigned"]');
  const result = page.evaluate(watchSearch, state);
  await page.fill("#url", `${FIRST_URL}&signature=${signature}`);
  const watched = await result;
  const tried = Number(await page.getByTestId("tried").textContent());
  const said = /in ([\d,]+)\s*ms/.exec((await page.getByTestId("diagnosis").textContent()) ?? "")?.[1];
  return { ...watched, tried, milliseconds: Number(said?.replaceAll(",", "") ?? watched.wall) };
}

/** Runs in the page: frames and time from the next input until the search has ended. */
function watchSearch(state: string): Promise<{ wall: number; longestGap: number }> {
  return new Promise((resolve) => {
    let start = 0;
    let last = 0;
    let longestGap = 0;
    addEventListener("input", () => (start = performance.now()), { capture: true, once: true });
    const frame = (now: number) => {
      if (start > 0 && last > 0) longestGap = Math.max(longestGap, now - last);
      last = now;
      const ended = document.querySelector(`[data-testid="diagnosis"][data-state="${state}"]`);
      if (start > 0 && ended) resolve({ wall: performance.now() - start, longestGap });
      else requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
}

/** Runs in the page: what the machine's other work costs alone. */
function longestGapOfIdleFrames(milliseconds: number): Promise<number> {
  return new Promise((resolve) => {
    const start = performance.now();
    let last = start;
    let longest = 0;
    const frame = (now: number) => {
      longest = Math.max(longest, now - last);
      last = now;
      if (now - start > milliseconds) resolve(longest);
      else requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
}
