import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { Playground, playgroundAddress } from "./playground";

declare global {
  interface Window {
    /** When a larger part of the page was painted than any before. */
    painted: number[];
  }
}

/** Holds back what the page's code needs, until the function that it returns is called. */
async function holdScripts(page: Page): Promise<() => void> {
  let run = () => {};
  const released = new Promise<void>((resolve) => {
    run = resolve;
  });
  await page.route("**/assets/*.js", async (route) => {
    await released;
    await route.continue();
  });
  return run;
}

for (const path of ["", "embed.html"])
  test(`/${path}: scripts and fonts are asked for after the first paint, and paint nothing larger`, async ({
    page,
    faults,
  }) => {
    expect(faults).toEqual([]);
    await page.addInitScript(() => {
      window.painted = [];
      new PerformanceObserver((list) => {
        for (const { startTime } of list.getEntries()) window.painted.push(startTime);
      }).observe({ type: "largest-contentful-paint", buffered: true });
    });
    const run = await holdScripts(page);
    await page.goto(playgroundAddress() + path);
    await page.waitForTimeout(500);
    const largest = await page.evaluate(() => window.painted.at(-1));
    run();
    await new Playground(page).waitUntilReady();
    await expect(page.locator("html")).not.toHaveAttribute("data-plain");
    const { asked, first } = await page.evaluate(() => ({
      asked: performance
        .getEntriesByType("resource")
        .filter(({ name }) => /\.(?:js|woff2)$/.test(name))
        .map(({ name, startTime }) => ({ type: name.split(".").at(-1), startTime })),
      first: performance.getEntriesByName("first-contentful-paint")[0]?.startTime,
    }));
    const askedFor = (type: string) =>
      Math.min(...asked.filter((entry) => entry.type === type).map(({ startTime }) => startTime));
    expect(askedFor("js")).toBeGreaterThanOrEqual(first ?? Number.NaN);
    expect(askedFor("woff2")).toBeGreaterThan(askedFor("js"));
    expect(asked.map(({ type }) => type)).toContain("woff2");
    expect(await page.evaluate(() => window.painted.at(-1)), "the largest paint").toBe(largest);
  });

test("fonts that come late are left for the next visit", async ({ page, faults }) => {
  expect(faults).toEqual([]);
  await page.route("**/*.woff2", async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 3_500));
    await route.continue();
  });
  await new Playground(page).open();
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(100);
  await expect(page.locator("html")).toHaveAttribute("data-plain");
});

test("a page in another tab starts all the same", async ({ page, faults }) => {
  expect(faults).toEqual([]);
  await page.addInitScript(() => {
    // What is not seen is not painted.
    Object.defineProperty(Document.prototype, "hidden", { get: () => true });
    Object.assign(globalThis, { PerformanceObserver: undefined });
  });
  await new Playground(page).open();
});

test("a frame that is never painted starts all the same", async ({ page, faults }) => {
  expect(faults).toEqual([]);
  await page.goto(`${playgroundAddress()}mistakes/index.html`);
  const frame = page.frameLocator("iframe").locator("html");
  await page.evaluate((src) => {
    const element = document.createElement("iframe");
    element.src = src;
    element.style.display = "none";
    document.body.append(element);
  }, `${playgroundAddress()}embed.html`);
  await expect(frame).toHaveAttribute("data-ready", "true");
});

test("what is clicked before there is code is done once there is", async ({ page, faults }) => {
  expect(faults).toEqual([]);
  const playground = new Playground(page);
  const run = await holdScripts(page);
  await page.goto(playgroundAddress());
  await page.getByRole("button", { name: /^Theme/ }).click();
  await page.getByRole("button", { name: "Share" }).click();
  run();
  await expect(page.getByRole("dialog")).toBeVisible();
  await page.keyboard.press("Escape");

  await page.reload();
  await playground.chooseExample("An image path, no options");
  await playground.waitUntilReady();
  await expect.poll(async () => (await playground.outputs()).signingString).toBe("/images/1.jpg");
});

test("what is typed after a click is kept", async ({ page, faults }) => {
  expect(faults).toEqual([]);
  const playground = new Playground(page);
  const run = await holdScripts(page);
  await page.goto(playgroundAddress(), { waitUntil: "load" });
  await page.getByRole("button", { name: "Clear URL" }).click();
  await playground.setUrl("https://acme.libpx.com/typed.jpg");
  run();
  await playground.waitUntilReady();
  await expect(playground.url).toHaveValue("https://acme.libpx.com/typed.jpg");
  expect((await playground.outputs()).signingString).toBe("/typed.jpg");
});

test("what is typed while React takes the page over is kept", async ({ page, faults }) => {
  expect(faults).toEqual([]);
  // At each of the moments of the take-over, which boot.js and page-ready.ts mark.
  await page.addInitScript(() => {
    new MutationObserver((_changes, observer) => {
      if (document.documentElement.dataset.heard === undefined) return;
      observer.disconnect();
      const field = document.querySelector<HTMLTextAreaElement>("#url");
      field?.select();
      setTimeout(() => document.execCommand("insertText", false, "https://acme.libpx.com/between.jpg"));
    }).observe(document, { attributes: true, subtree: true, attributeFilter: ["data-heard"] });
  });
  const playground = new Playground(page);
  await playground.open();
  await expect(playground.url).toHaveValue("https://acme.libpx.com/between.jpg");
  expect((await playground.outputs()).signingString).toBe("/between.jpg");
});

test("all that a first visit asks for comes in few files", async ({ page, faults }) => {
  expect(faults).toEqual([]);
  let asked = 0;
  page.on("request", () => asked++);
  await new Playground(page).open();
  await page.waitForLoadState("networkidle");
  expect(asked).toBeGreaterThan(10);
  expect(asked).toBeLessThan(28);
});
