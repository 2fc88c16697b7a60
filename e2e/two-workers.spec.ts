import { createHmac } from "node:crypto";
import type { Page } from "@playwright/test";
import { expect, testInOpenTab as test } from "./fixtures";
import type { Playground } from "./playground";

// The least there is to search, for it is searched to its end, or nearly.
const SECRET = "s";
const URL = "https://a.test/";
const VAIN = "0123456789".repeat(4);
/** Three mistakes, which are tried after everything else. */
const LATE = createHmac("sha1", `"${SECRET}"`).update(`${URL}\n`).digest("hex");

// No worker starts before the page notes it, for on a first visit there is no case to go on with.
test.use({ loadsAnew: true });

/**
 * As on a machine with so many processors; the page notes which part of a search it gives to a worker, which of them it has not ended,
 * and of each worker that it starts whether a search had begun.
 */
async function prepare(page: Page, processors: number): Promise<void> {
  await page.evaluate((count) => {
    Object.defineProperty(Navigator.prototype, "hardwareConcurrency", { get: () => count });
    const { postMessage, terminate } = Worker.prototype;
    const parts: string[] = [];
    const searching = new Set<Worker>();
    const duringSearch: boolean[] = [];
    Object.assign(globalThis, { parts, searching, duringSearch });
    globalThis.Worker = class extends Worker {
      constructor(...given: ConstructorParameters<typeof Worker>) {
        super(...given);
        duringSearch.push(parts.length > 0);
      }
    };
    Worker.prototype.postMessage = function (task: { part?: string }) {
      if (task.part) parts.push(task.part);
      searching.add(this);
      postMessage.call(this, task);
    };
    Worker.prototype.terminate = function () {
      searching.delete(this);
      terminate.call(this);
    };
  }, processors);
}

async function search(playground: Playground, signature: string): Promise<void> {
  await playground.setSecret(SECRET);
  await playground.setUrl(`${URL}?signature=${signature}`);
}

test("a long search is shared by two workers, and both end with the secret", async ({ playground }) => {
  const { page } = playground;
  await prepare(page, 2);
  await search(playground, VAIN);
  await expect.poll(() => parts(page)).toEqual(expect.arrayContaining(["first", "second"]));
  const workers = page.workers();
  await playground.button("Forget secret").click();
  await expect.poll(() => page.workers().filter((worker) => workers.includes(worker))).toEqual([]);
});

test("both end when the search is stopped", async ({ playground }) => {
  const { page } = playground;
  await prepare(page, 2);
  await search(playground, VAIN);
  const searching = () => page.evaluate(() => (globalThis as { searching?: Set<Worker> }).searching?.size);
  await expect.poll(() => parts(page)).toEqual(expect.arrayContaining(["first", "second"]));
  expect(await searching()).toBe(2);
  await playground.button("Stop").click();
  await expect.poll(searching).toBe(0);
});

const parts = (page: Page) => page.evaluate(() => (globalThis as { parts?: string[] }).parts ?? []);

const startedDuringSearch = (page: Page) =>
  page.evaluate(() => (globalThis as { duringSearch?: boolean[] }).duringSearch ?? []);

/** What is said in the end, and which parts of the search were given to a worker. */
async function answer(playground: Playground) {
  const { page } = playground;
  await search(playground, LATE);
  const diagnosis = page.getByTestId("diagnosis");
  await expect(diagnosis).toHaveAttribute("data-state", "explained", { timeout: 60_000 });
  const mistakes = await page.getByTestId("mistake").all();
  const said = await Promise.all(mistakes.map((mistake) => mistake.getAttribute("data-mistake")));
  const tried = await diagnosis.getByTestId("tried").textContent();
  return { said, tried, parts: await parts(page) };
}

test.describe("what is said is the same", () => {
  test("with one processor, or where the second worker cannot start", async ({ playground, faults }) => {
    test.slow();
    const { page } = playground;
    await prepare(page, 2);
    const two = await answer(playground);
    expect(two.said).toEqual(["secret-with-quotes", "signed-full-url", "signed-with-newline"]);
    expect(two.parts).toEqual(["first", "second", "third", "fourth"]);

    await playground.openAnew();
    await prepare(page, 1);
    expect(await answer(playground)).toEqual({ ...two, parts: ["all"] });

    await playground.openAnew();
    await prepare(page, 2);
    let asked = 0;
    await page.route(/\/assets\/worker-/, async (route) => {
      const at = asked++;
      return (await startedDuringSearch(page))[at] ? route.abort() : route.continue();
    });
    expect(await answer(playground)).toEqual({
      ...two,
      parts: ["first", "second", "second", "third", "fourth"],
    });
    expect(faults).toEqual([]);
  });
});
