import { randomBytes } from "node:crypto";
import type { Page } from "@playwright/test";
import { type Bench, FIRST_URL, Stage } from "./browser-bench";
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

/** The search for a mistake where there is none to find, against WebCrypto alone in a worker. */
export async function search(bench: Bench): Promise<void> {
  const playground = await Stage.open(bench, "playground");
  const bare = await Stage.open(bench, "bare");
  const rates: number[] = [];
  const idleGaps: number[] = [];
  const searches: Search[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    rates.push(await bareRate(bare.page));
    idleGaps.push(await playground.page.evaluate(longestGapOfIdleFrames, 1_000));
    searches.push(await searchOnce(playground));
  }
  await playground.close();
  await bare.close();
  const searchRates = searches.map(({ tried, milliseconds }) => (tried / milliseconds) * 1000);
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
    `The same page at rest: longest frame gap ${ms(median(idleGaps))}, worst ${ms(Math.max(...idleGaps))}.`,
  );
}

/** HMACs a second of WebCrypto alone, in a worker of the bare page. */
export function bareRate(page: Page): Promise<number> {
  return page.evaluate(
    (milliseconds) =>
      new Promise<number>((resolve) => {
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

async function searchOnce({ page }: Stage): Promise<Search> {
  await page.fill("#url", FIRST_URL);
  await page.waitForSelector('[data-verdict="unsigned"]');
  const result = page.evaluate(watchSearch);
  await page.fill("#url", `${FIRST_URL}&signature=${randomBytes(20).toString("hex")}`);
  const watched = await result;
  const tried = Number(await page.getByTestId("tried").textContent());
  const said = /in ([\d,]+)\s*ms/.exec((await page.getByTestId("diagnosis").textContent()) ?? "")?.[1];
  return { ...watched, tried, milliseconds: Number(said?.replaceAll(",", "") ?? watched.wall) };
}

/** Runs in the page: frames and time from the next input until the search has ended. */
function watchSearch(): Promise<{ wall: number; longestGap: number }> {
  return new Promise((resolve) => {
    let start = 0;
    let last = 0;
    let longestGap = 0;
    addEventListener("input", () => (start = performance.now()), { capture: true, once: true });
    const frame = (now: number) => {
      if (start > 0 && last > 0) longestGap = Math.max(longestGap, now - last);
      last = now;
      const ended = document.querySelector('[data-testid="diagnosis"][data-state="unexplained"]');
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
