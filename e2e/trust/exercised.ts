import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium, type Page } from "@playwright/test";
import { browserArguments, executable, VIEWPORT } from "../browser";
import { newCanary } from "../canary";
import { writeClipboard } from "../clipboard";
import { exercise, typeSecret } from "../exercise";
import { test as base, watch } from "../fixtures";
import { Playground, playgroundAddress } from "../playground";
import { type Recorder, startRecorder } from "../recorder";

/**
 * A page in which everything was done that can be done with a secret, which is still entered, in a browser of its own, which is
 * closed in the end and leaves its files. Many promises look at it.
 */
interface Exercised {
  readonly playground: Playground;
  readonly canary: string;
  /** Leaks of its own at the end, so that the search for them is known to find what is there. */
  readonly planted: string;
  /** What the page and its workers wrote into the console, and their errors. */
  readonly said: string[];
  readonly faults: string[];
  readonly origin: string;
  /** What was asked for after the loading, while everything was done. */
  readonly asked: readonly string[];
  /** Closes the browser, once; by then it has written the log of its network, and what it keeps of a profile. */
  close(): Promise<Left>;
}

interface Left {
  readonly requests: readonly string[];
  readonly log: string;
  readonly files: ReadonlyMap<string, Buffer>;
}

export const browserOptions = {
  ...executable(),
  args: [...browserArguments],
};

/** What was on the clipboard before. */
export const SENTINEL = "sentinel";

export const test = base.extend<object, { exercised: Exercised }>({
  exercised: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern
    async ({}, use) => {
      const folder = mkdtempSync(join(tmpdir(), "countersign-profile-"));
      const recorder = await startRecorder(playgroundAddress());
      const exercised = await exerciseBrowser(recorder, folder);
      await use(exercised);
      await exercised.close();
      await recorder.close();
      rmSync(folder, { recursive: true });
    },
    { scope: "worker", timeout: 120_000 },
  ],
});

function listen(page: Page, said: string[]): void {
  page.on("console", (message) => said.push(message.text()));
  page.on("pageerror", (error) => said.push(`${error.message}\n${error.stack}`));
  page.on("worker", (worker) => worker.on("console", (message) => said.push(message.text())));
}

async function exerciseBrowser({ address, requests }: Recorder, folder: string): Promise<Exercised> {
  const profile = join(folder, "profile");
  const log = join(folder, "net.json");
  const args = [...browserArguments, `--log-net-log=${log}`, "--net-log-capture-mode=Everything"];
  const context = await chromium.launchPersistentContext(profile, {
    ...browserOptions,
    args,
    viewport: VIEWPORT,
    serviceWorkers: "allow",
  });
  const page = context.pages()[0] ?? (await context.newPage());
  const said: string[] = [];
  const faults: string[] = [];
  listen(page, said);
  await watch(page, faults);
  const playground = new Playground(page);
  await playground.open(address);
  // Loading ends when everything is at hand for working offline.
  await page.evaluate(async () => void (await navigator.serviceWorker?.ready));
  await page.getByTestId("snippet").waitFor();
  await page.waitForLoadState("networkidle");
  const loaded = requests.length;
  await writeClipboard(playground, SENTINEL);
  const [canary, planted] = [newCanary(), newCanary()];
  await exercise(playground, canary);
  await playground.button("Show secret").click();
  await page.waitForLoadState("networkidle");
  const asked = requests.slice(loaded);
  await playground.button("Hide secret").click();
  let closed: Promise<Left> | undefined;
  const close = async () => {
    await plantLeaks(page, planted);
    await typeSecret(playground, canary);
    await leave(context, playground);
    return { requests, log: readFileSync(log, "utf8"), files: filesOf(profile) };
  };
  return {
    playground,
    canary,
    planted,
    said,
    faults,
    origin: new URL(address).origin,
    asked,
    close: () => {
      closed ??= close();
      return closed;
    },
  };
}

/** Its own origin is all that the policy lets a picture come from. */
async function plantLeaks(page: Page, text: string): Promise<void> {
  await page.evaluate((text) => {
    localStorage.setItem("planted", text);
    return new Promise<void>((resolve) => {
      const image = new Image();
      image.onload = () => resolve();
      image.onerror = () => resolve();
      image.src = `/?${encodeURIComponent(text)}`;
    });
  }, text);
}

/** What a session file would keep is written when a page is left. */
async function leave(context: BrowserContext, playground: Playground): Promise<void> {
  await playground.page.goto("about:blank");
  await playground.page.goBack();
  await playground.waitUntilReady();
  await context.close();
}

function filesOf(folder: string): Map<string, Buffer> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
  const paths = files.map(({ parentPath, name }) => join(parentPath, name));
  return new Map(paths.map((path) => [path, readFileSync(path)]));
}
