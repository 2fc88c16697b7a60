/**
 * The Tab key within the embed. To show what it leads to the browser scrolls the page around, too, and how far would depend on the
 * answer that lies above it: a page around could read it from its own place.
 */
import { createHmac } from "node:crypto";
import type { Frame, Page } from "@playwright/test";
import { expect } from "../fixtures";
import type { HostileHost } from "../hostile-host";
import { Playground, playgroundAddress } from "../playground";
import { test } from "./hostile-test";

test.describe.configure({ timeout: 120_000, retries: 0 });

/** The secret that explains the case, and one that does not. */
const SECRETS = ["s3cret-one", "another-2!"] as const;
/** So long that its signing string scrolls in itself, which makes it a stop of the Tab key. */
const QUERY = `width=3&title=${"long".repeat(300)}`;
const URL_ASKED = `https://acme.test/1.jpg?${QUERY}&signature=${createHmac("sha1", SECRETS[0])
  .update(`1.jpg?${QUERY}`)
  .digest("hex")}`;

interface Placed {
  readonly top: number;
  readonly left: number;
  readonly width: number;
  readonly height: number;
}

/** What of the embed is shown; the options come below the answer. */
const ADDRESS = `${playgroundAddress()}embed.html?show=inputs,steps,options,code#v=1&scheme=libpixel&url=${encodeURIComponent(URL_ASKED)}`;

/** A page with a button before the embed and one behind it, which notes its focus. */
async function placeEmbed(page: Page, host: HostileHost, placed: Placed, secret: string): Promise<Frame> {
  await page.goto(host.address);
  await page.evaluate(
    ({ address, top, left, width, height }) => {
      document.body.style.width = "4000px";
      document.body.innerHTML = `<button id="before">Before</button><iframe style="position:absolute;top:${top}px;left:${left}px"></iframe><button id="after" style="position:absolute;top:5000px">After</button>`;
      const frame = document.querySelector("iframe");
      Object.assign(frame ?? {}, { src: address, width, height });
    },
    { address: ADDRESS, ...placed },
  );
  const frame = await (await page.waitForSelector("iframe")).contentFrame();
  if (!frame) throw new Error("the page has no frame");
  // A frame answers to the same questions as a page.
  const inside = new Playground(frame as unknown as Page);
  await inside.waitUntilReady();
  await standsAnswered(inside, secret);
  return frame;
}

async function standsAnswered(inside: Playground, secret: string): Promise<void> {
  await inside.setSecret(secret);
  await expect(inside.page.getByTestId("diagnosis")).toHaveAttribute(
    "data-state",
    secret === SECRETS[0] ? "explained" : /^(?!searching|explained)/,
    { timeout: 30_000 },
  );
  await expect(inside.page.getByRole("tablist", { name: "Language" })).toBeVisible();
}

interface Walk {
  /** Where the page around stood, and what had its focus, each time that one of them changed. */
  readonly around: string[];
  /** What had the focus within, in this order. */
  readonly within: string[];
  /** What of it was not on the screen. */
  readonly unseen: string[];
}

/** The focused element, by what it is and is called. */
const NAME_OF_FOCUSED = () => {
  const focused = document.activeElement;
  if (!(focused instanceof HTMLElement) || focused === document.body) return "";
  const { id, ariaLabel, textContent, tagName } = focused;
  const label = focused instanceof HTMLTextAreaElement ? focused.labels[0]?.textContent : null;
  return `${tagName} ${(ariaLabel ?? label ?? (textContent || id)).slice(0, 40)}`;
};

const MOST_STEPS = 120;

/** Presses a key until the focus has gone through the embed. */
async function walk(page: Page, frame: Frame, key: "Tab" | "Shift+Tab"): Promise<Walk> {
  const [from, to] = key === "Tab" ? ["before", "after"] : ["after", "before"];
  await page.evaluate(
    ([from = "", back]) => {
      scrollTo(0, back ? 4700 : 0);
      document.getElementById(from)?.focus();
    },
    [from, key === "Tab" ? "" : "back"],
  );
  const around: string[] = [];
  const within: string[] = [];
  const unseen: string[] = [];
  for (let step = 0; step < MOST_STEPS; step++) {
    await page.keyboard.press(key);
    await page.waitForTimeout(step === 0 ? 800 : 60);
    const place = await page.evaluate(
      () => `${document.activeElement?.id || document.activeElement?.tagName} at ${scrollX}, ${scrollY}`,
    );
    if (around.at(-1) !== place) around.push(place);
    if (place.startsWith(`${to} `)) return { around, within, unseen };
    const name = await frame.evaluate(NAME_OF_FOCUSED);
    within.push(name);
    if (!(await isOnScreen(page, frame))) unseen.push(name);
  }
  throw new Error(`the focus does not leave the embed: ${within.join(", ")}`);
}

/** True where a part of the focused element can be seen; a whole line of it where it is high. */
async function isOnScreen(page: Page, frame: Frame): Promise<boolean> {
  const { x, y } = await page.locator("iframe").evaluate((element) => element.getBoundingClientRect());
  const rect = await frame.evaluate(() => {
    const { top, bottom, left } = (document.activeElement ?? document.body).getBoundingClientRect();
    return { top, bottom, left, height: innerHeight };
  });
  const size = page.viewportSize() ?? { width: 0, height: 0 };
  const top = Math.max(rect.top + y, y, 0);
  const bottom = Math.min(rect.bottom + y, y + rect.height, size.height);
  return bottom - top >= Math.min(rect.bottom - rect.top, 20) - 1 && rect.left + x < size.width;
}

const PLACES: Readonly<Record<string, Placed>> = {
  "in view": { top: 100, left: 0, width: 1000, height: 500 },
  "reaching below the view": { top: 400, left: 0, width: 500, height: 1100 },
  "below the view, higher than it": { top: 2000, left: 0, width: 1000, height: 1400 },
  "low, to the right": { top: 1500, left: 1500, width: 400, height: 220 },
};

for (const [where, placed] of Object.entries(PLACES)) {
  test(`a page around the embed does not learn from the Tab key what the secret's answer is: ${where}`, {
    tag: "@browser",
  }, async ({ page, host, faults }) => {
    const walks: Readonly<Record<"Tab" | "Shift+Tab", Walk[]>> = { Tab: [], "Shift+Tab": [] };
    for (const secret of SECRETS) {
      const frame = await placeEmbed(page, host, placed, secret);
      for (const key of ["Tab", "Shift+Tab"] as const) walks[key].push(await walk(page, frame, key));
    }
    for (const [key, [known, unknown]] of Object.entries(walks)) {
      expect.soft(unknown?.around, key).toEqual(known?.around);
      expect
        .soft([...(known?.unseen ?? []), ...(unknown?.unseen ?? [])], `${key}: not on the screen`)
        .toEqual([]);
      // Or the two answers are one, and nothing has been tried.
      expect(unknown?.within).not.toEqual(known?.within);
    }
    faults.length = 0;
  });
}

/** Elements of the embed, above and below the answer, and what leads from them to another one. */
const WAYS: readonly (readonly [from: string, key: string])[] = [
  ['[aria-selected="true"]', "End"],
  ['[aria-label="width value"]', "ArrowDown"],
  ['[aria-label="New option’s content"]', "Enter"],
  ['[aria-label="Move title up"]', "Enter"],
  ['[aria-label="Scheme"] :checked', "ArrowRight"],
  ['[aria-label="Clear URL"]', "Enter"],
];

test("no other key that moves the focus within the embed scrolls the page around", {
  tag: "@browser",
}, async ({ page, host, faults }) => {
  for (const secret of SECRETS) {
    const frame = await placeEmbed(page, host, { top: 400, left: 0, width: 1100, height: 1100 }, secret);
    await frame.getByLabel("New option", { exact: true }).fill("x");
    // That field was brought into sight, which ends some frames later.
    await page.waitForTimeout(300);
    for (const [from, key] of WAYS) {
      await page.evaluate(() => scrollTo(0, 3000));
      const start = await frame.locator(from).first().elementHandle();
      if (!start) throw new Error(`there is no ${from}`);
      await start.evaluate((element) => (element as HTMLElement).focus({ preventScroll: true }));
      await page.keyboard.press(key);
      await expect
        .poll(() => start.evaluate((element) => element === document.activeElement), `${from}: it moves on`)
        .toBe(false);
      await page.waitForTimeout(100);
      expect.soft(await page.evaluate(() => scrollY), `${secret}: ${from} ${key}`).toBe(3000);
    }
  }
  faults.length = 0;
});

test("a click on a label scrolls nothing around the embed to show its field", { tag: "@browser" }, async ({
  page,
  host,
  faults,
}) => {
  const frame = await placeEmbed(page, host, { top: 400, left: 0, width: 500, height: 1100 }, SECRETS[0]);
  const label = frame.locator('label[for="secret"]');
  const { y = 0, height = 0 } = (await label.boundingBox()) ?? {};
  // The label is the last that is seen.
  await page.setViewportSize({ width: 1280, height: Math.ceil(y + height) });
  await page.waitForTimeout(300);
  await label.click();
  await expect(frame.getByLabel("Secret", { exact: true })).toBeFocused();
  await page.waitForTimeout(100);
  expect(await page.evaluate(() => scrollY)).toBe(0);
  faults.length = 0;
});

/** A page around can set the address of its frame at any moment, and more than once. */
test("a fragment that is set by the page around leads nowhere within the embed", { tag: "@browser" }, async ({
  page,
  host,
  faults,
}) => {
  const frame = await placeEmbed(page, host, { top: 2000, left: 0, width: 500, height: 700 }, SECRETS[0]);
  for (const fragment of ["secret", "%73ecret", "url", "url", "tab-php", "root", "", "top"]) {
    await page.evaluate((fragment) => {
      scrollTo(0, 4000);
      const element = document.querySelector("iframe");
      element?.blur();
      if (element) element.src = `${element.src.split("#")[0]}#${fragment}`;
    }, fragment);
    await page.waitForTimeout(200);
    const place = await page.evaluate(() => [document.activeElement?.tagName, scrollX, scrollY]);
    expect.soft(place, `#${fragment}`).toEqual(["BODY", 0, 4000]);
  }
  await expect(frame.getByLabel("Secret", { exact: true })).toHaveValue(SECRETS[0]);
  faults.length = 0;
});

/** The same embed by itself, where the browser leads the focus. */
test("the Tab key leads through the embed as the browser would, and back", { tag: "@browser" }, async ({
  page,
  host,
  faults,
}) => {
  for (const secret of SECRETS) {
    for (const key of ["Tab", "Shift+Tab"] as const) {
      const placed = { top: 300, left: 0, width: 500, height: 1100 };
      const { within } = await walk(page, await placeEmbed(page, host, placed, secret), key);
      await page.setViewportSize({ width: 500, height: 1100 });
      await page.goto("about:blank");
      await page.goto(ADDRESS);
      const alone = new Playground(page);
      await alone.waitUntilReady();
      await standsAnswered(alone, secret);
      await page.evaluate((back) => {
        const edge = document.createElement("button");
        edge.id = "edge";
        document.body[back ? "append" : "prepend"](edge);
        edge.focus();
      }, key !== "Tab");
      const native: string[] = [];
      for (let step = 0; step < MOST_STEPS; step++) {
        await page.keyboard.press(key);
        const name = await page.evaluate(NAME_OF_FOCUSED);
        if (name === "" || name === "BUTTON edge") break;
        native.push(name);
      }
      await page.setViewportSize({ width: 1280, height: 900 });
      expect.soft(within, `${secret}: ${key}`).toEqual(native);
      expect(native.length).toBeGreaterThan(10);
    }
  }
  faults.length = 0;
});
