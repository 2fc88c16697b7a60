import type { CDPSession } from "@playwright/test";
import { type Bench, FIRST_URL, SECRET, SUBJECTS, type Subject } from "./browser-bench";
import { kB, median, ms, printTable, ratio } from "./numbers";
import { readProbe, startProbe } from "./probe";

const RUNS = 5;

/** Lighthouse's "slow 4G", with a phone's processor. */
const NETWORK = {
  offline: false,
  latency: 150,
  downloadThroughput: 1_600_000 / 8,
  uploadThroughput: 750_000 / 8,
};
const CPU = 4;

interface Load {
  readonly painted: number;
  readonly ready: number;
  /** When the signature of a changed URL was there, for one who types as soon as the page is ready. */
  readonly result: number;
  /** Sum of all layout shifts, until the last panel has come. */
  readonly shift: number;
  readonly bytes: Readonly<Record<string, number>>;
}

/** The first visit on a slow phone. */
export async function load(bench: Bench): Promise<void> {
  const loads: Record<Subject, Load[]> = { bare: [], playground: [] };
  for (let run = 0; run < RUNS; run++)
    for (const subject of SUBJECTS) loads[subject].push(await visit(bench, subject));
  const cells = (of: (load: Load) => number, show: (value: number) => string) => {
    const [bare, playground] = SUBJECTS.map((subject) => median(loads[subject].map(of))) as [number, number];
    return [ratio(playground, bare), show(playground), show(bare)];
  };
  printTable(`First visit: slow 4G, ${CPU}× CPU throttling (medians of ${RUNS})`, [
    ["", "ratio", "playground", "bare"],
    ["first contentful paint", ...cells(({ painted }) => painted, ms)],
    ["ready", ...cells(({ ready }) => ready, ms)],
    ["right result after typing", ...cells(({ result }) => result, ms)],
    [
      "layout shift, panels included",
      "",
      ...cells(
        ({ shift }) => shift,
        (value) => value.toFixed(4),
      ).slice(1),
    ],
  ]);
  const bytes = loads.playground[0]?.bytes ?? {};
  const total = Object.values(bytes).reduce((sum, size) => sum + size, 0);
  printTable("Bytes on the wire, headers included, lazy panels too", [
    Object.keys(bytes).concat("together"),
    [...Object.values(bytes), total].map(kB),
  ]);
}

async function visit({ browser, site }: Bench, subject: Subject): Promise<Load> {
  const context = await browser.newContext({ viewport: { width: 412, height: 823 } });
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  const bytes = await countBytes(cdp);
  await cdp.send("Network.emulateNetworkConditions", NETWORK);
  await cdp.send("Emulation.setCPUThrottlingRate", { rate: CPU });
  await page.addInitScript(startProbe);
  await page.addInitScript(watchLoad);
  await page.goto(`${site.address}${subject === "bare" ? "bench/bare.html" : ""}`, { waitUntil: "commit" });
  await page.waitForFunction(() => window.ready !== undefined);
  if (subject === "bare") await page.evaluate(typeInto, ["secret", SECRET] as const);
  await page.evaluate(typeInto, ["url", FIRST_URL] as const);
  await page.waitForFunction(() => window.strokes.at(-1)?.signed);
  const [stroke] = (await readProbe(page)).slice(-1);
  if (subject === "playground") await page.getByTestId("snippet").waitFor();
  // All lazy panels are there by then; “networkidle” now and then never comes.
  await page.waitForTimeout(2_000);
  const seen = await page.evaluate(() => ({
    ready: window.ready ?? Number.NaN,
    shift: window.shift,
    painted: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? Number.NaN,
  }));
  await context.close();
  return { ...seen, result: stroke?.signed ?? Number.NaN, bytes };
}

declare global {
  interface Window {
    ready: number | undefined;
    shift: number;
  }
}

/** Runs in the page: notes when it is ready, and how much has moved. */
function watchLoad(): void {
  window.shift = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      window.shift += (entry as PerformanceEntry & { value: number }).value;
  }).observe({ type: "layout-shift", buffered: true });
  new MutationObserver(() => {
    if (document.documentElement.dataset.ready === "true") window.ready ??= performance.now();
  }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ["data-ready"] });
}

/** Runs in the page: what typing does to a field, without waiting for a driver on a slow processor. */
function typeInto([id, text]: readonly [id: string, text: string]): void {
  const field = document.getElementById(id);
  const proto =
    field instanceof HTMLTextAreaElement ? HTMLTextAreaElement.prototype : HTMLInputElement.prototype;
  const { value } = field as HTMLInputElement;
  // One character is changed in what stands there, so that no growing field counts as a shift.
  const typed = value === "" ? text : `${value.slice(0, -1)}${value.endsWith("z") ? "y" : "z"}`;
  Object.getOwnPropertyDescriptor(proto, "value")?.set?.call(field, typed);
  field?.dispatchEvent(new InputEvent("input", { bubbles: true }));
}

/** Bytes received by type of resource; grows as they come. */
async function countBytes(cdp: CDPSession): Promise<Record<string, number>> {
  const bytes: Record<string, number> = {};
  const types = new Map<string, string>();
  cdp.on("Network.responseReceived", ({ requestId, type }) => types.set(requestId, type.toLowerCase()));
  cdp.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const type = types.get(requestId) ?? "other";
    bytes[type] = (bytes[type] ?? 0) + encodedDataLength;
  });
  await cdp.send("Network.enable");
  return bytes;
}
