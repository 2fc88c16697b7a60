/**
 * The Tab key within the embed. To show what it leads to the browser scrolls the page around, too, and how far would depend on the
 * answer that lies above it: a page around could read it from its own place.
 */
import { createHmac } from "node:crypto";
import type { Browser, Frame, Page } from "@playwright/test";
import { VIEWPORT } from "../browser";
import { test as base, expect } from "../fixtures";
import type { HostileHost } from "../hostile-host";
import { Playground, playgroundAddress } from "../playground";

base.describe.configure({ timeout: 120_000, retries: 0 });

/** The secret that explains the case, and one that does not. */
const SECRETS = ["s3cret-one", "another-2!"] as const;
/** So long that its signing string and its signed URL scroll in themselves, which makes them stops of the Tab key. */
const QUERY = `width=3&title=${"long".repeat(170)}`;
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
const addressAsked = () =>
  `${playgroundAddress()}embed.html?show=inputs,steps,options,code#v=1&scheme=libpixel&url=${encodeURIComponent(URL_ASKED)}`;

/** A page with a button before the embed and one behind it, which notes its focus. */
async function placeEmbed(page: Page, host: HostileHost, placed: Placed, secret: string): Promise<Frame> {
  await page.goto(host.address);
  await page.evaluate((address) => {
    document.body.style.width = "4000px";
    document.body.innerHTML = `<button id="before">Before</button><iframe style="position:absolute"></iframe><button id="after" style="position:absolute;top:5000px">After</button>`;
    const frame = document.querySelector("iframe");
    if (frame) frame.src = address;
  }, addressAsked());
  await moveEmbed(page, placed);
  const frame = await (await page.waitForSelector("iframe")).contentFrame();
  if (!frame) throw new Error("the page has no frame");
  await insideOf(frame).waitUntilReady();
  await standsAnswered(insideOf(frame), secret);
  return frame;
}

/** A frame answers to the same questions as a page. */
const insideOf = (frame: Frame) => new Playground(frame as unknown as Page);

/** What stands in the embed stays: a secret that explains nothing costs a whole search, which need not be made at each place. */
async function moveEmbed(page: Page, { top, left, width, height }: Placed): Promise<void> {
  await page.locator("iframe").evaluate(
    (frame, style) => {
      Object.assign(frame.style, style);
    },
    { top: `${top}px`, left: `${left}px`, width: `${width}px`, height: `${height}px` },
  );
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

const KEYS = ["Tab", "Shift+Tab"] as const;
type Key = (typeof KEYS)[number];

interface Walk {
  /** Where the page around stood, and what had its focus, each time that one of them changed. */
  readonly around: string[];
  /** What had the focus within, in this order. */
  readonly within: string[];
  /** What of it was not on the screen. */
  readonly unseen: string[];
}

/** The focused element, by what it is and is called, where it stands, and how high the window is. */
const FOCUSED = () => {
  const focused = document.activeElement ?? document.body;
  const { top, bottom, left } = focused.getBoundingClientRect();
  const place = { top, bottom, left, windowHeight: innerHeight };
  if (!(focused instanceof HTMLElement) || focused === document.body) return { name: "", ...place };
  const { id, ariaLabel, textContent, tagName } = focused;
  const label = focused instanceof HTMLTextAreaElement ? focused.labels[0]?.textContent : null;
  return { name: `${tagName} ${(ariaLabel ?? label ?? (textContent || id)).slice(0, 40)}`, ...place };
};

const MOST_STEPS = 120;

/** What has the focus around the embed, where the page stands and where the frame, once nothing has moved for so many frames. */
const standingStill = (page: Page, frames: number) =>
  page.evaluate(
    (frames) =>
      new Promise<{ readonly focus: string; readonly place: string; readonly x: number; readonly y: number }>(
        (resolve) => {
          let before = "";
          let still = 0;
          const look = () => {
            const focus = document.activeElement?.id || document.activeElement?.tagName || "";
            const place = `${focus} at ${scrollX}, ${scrollY}`;
            still = place === before ? still + 1 : 0;
            before = place;
            const { x = 0, y = 0 } = document.querySelector("iframe")?.getBoundingClientRect() ?? {};
            if (still < frames) requestAnimationFrame(look);
            else resolve({ focus, place, x, y });
          };
          look();
        },
      ),
    frames,
  );

/** Presses a key until the focus has gone through the embed. */
async function walk(page: Page, frame: Frame, key: Key): Promise<Walk> {
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
    // The browser brings the embed into sight some frames after the focus has come to it.
    const still = await standingStill(page, step === 0 ? 30 : 3);
    if (around.at(-1) !== still.place) around.push(still.place);
    if (still.focus === to) return { around, within, unseen };
    const focused = await frame.evaluate(FOCUSED);
    within.push(focused.name);
    if (!isOnScreen(focused, still) && !(await comesIntoSight(page, frame))) unseen.push(focused.name);
  }
  throw new Error(`the focus does not leave the embed: ${within.join(", ")}`);
}

/** Whether the focused element is shown within some frames: the embed has to ask the browser which part of it is seen. */
async function comesIntoSight(page: Page, frame: Frame): Promise<boolean> {
  for (let look = 0; look < 15; look++)
    if (isOnScreen(await frame.evaluate(FOCUSED), await standingStill(page, 1))) return true;
  return false;
}

/** True where a part of the focused element can be seen; a whole line of it where it is high. */
function isOnScreen(
  focused: ReturnType<typeof FOCUSED>,
  { x, y }: { readonly x: number; readonly y: number },
) {
  const top = Math.max(focused.top + y, y, 0);
  const bottom = Math.min(focused.bottom + y, y + focused.windowHeight, VIEWPORT.height);
  const isHighEnough = bottom - top >= Math.min(focused.bottom - focused.top, 20) - 1;
  return isHighEnough && focused.left + x < VIEWPORT.width;
}

const PLACES = {
  "in view": { top: 100, left: 0, width: 1000, height: 500 },
  "reaching below the view": { top: 400, left: 0, width: 500, height: 1100 },
  "below the view, higher than it": { top: 2000, left: 0, width: 1000, height: 1400 },
  "low, to the right": { top: 1500, left: 1500, width: 400, height: 220 },
} as const satisfies Readonly<Record<string, Placed>>;

type Where = keyof typeof PLACES;
type Walks = Readonly<Record<Where, Readonly<Record<Key, Walk>>>>;

/** Through the embed at each place, forth and back. */
async function walkEverywhere(page: Page, frame: Frame): Promise<Walks> {
  const walkAt = async (where: Where) => {
    await moveEmbed(page, PLACES[where]);
    return { Tab: await walk(page, frame, "Tab"), "Shift+Tab": await walk(page, frame, "Shift+Tab") };
  };
  return {
    "in view": await walkAt("in view"),
    "reaching below the view": await walkAt("reaching below the view"),
    "below the view, higher than it": await walkAt("below the view, higher than it"),
    "low, to the right": await walkAt("low, to the right"),
  };
}

/** Elements of the embed, above and below the answer, and what leads from them to another one. */
const WAYS: readonly (readonly [from: string, key: string])[] = [
  ['[aria-selected="true"]', "ArrowRight"],
  ['[aria-label="width value"]', "ArrowDown"],
  ['[aria-label="New option’s content"]', "Enter"],
  ['[aria-label="Move title up"]', "Enter"],
  ['[aria-label="Scheme"] :checked', "ArrowRight"],
  ['[aria-label="Clear URL"]', "Enter"],
];

/** Where the page around stood after a key. */
type After = readonly [key: string, scrolled: number];

/** The page around is scrolled to the end of the embed before each key. They change the case. */
async function pressOtherKeys(page: Page, frame: Frame): Promise<readonly After[]> {
  await moveEmbed(page, { top: 400, left: 0, width: 1100, height: 1100 });
  await frame.getByLabel("New option", { exact: true }).fill("x");
  // That field was brought into sight, which ends some frames later.
  await page.waitForTimeout(300);
  const after: After[] = [];
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
    after.push([`${from} ${key}`, await page.evaluate(() => scrollY)]);
  }
  return after;
}

interface Pressed {
  readonly walks: Walks;
  readonly after: readonly After[];
}

/** What the keys do with each secret is looked at once, side by side, for it is mostly waiting. Many promises look at it. */
const test = base.extend<object, { pressed: readonly [known: Pressed, unknown: Pressed] }>({
  pressed: [
    async ({ browser, host }, use) => {
      const [known, unknown] = SECRETS;
      await use(await Promise.all([pressWith(browser, host, known), pressWith(browser, host, unknown)]));
    },
    { scope: "worker", timeout: 120_000 },
  ],
});

async function pressWith(browser: Browser, host: HostileHost, secret: string): Promise<Pressed> {
  const context = await browser.newContext({ viewport: VIEWPORT });
  const page = await context.newPage();
  const frame = await placeEmbed(page, host, PLACES["in view"], secret);
  const pressed = { walks: await walkEverywhere(page, frame), after: await pressOtherKeys(page, frame) };
  await context.close();
  return pressed;
}

test.describe(() => {
  // In one worker, which makes the walks once.
  test.describe.configure({ mode: "default" });

  for (const where of Object.keys(PLACES) as Where[]) {
    test(`a page around the embed does not learn from the Tab key what the secret's answer is: ${where}`, {
      tag: "@browser",
    }, ({ pressed: [{ walks: known }, { walks: unknown }] }) => {
      for (const key of KEYS) {
        const walks = [known[where][key], unknown[where][key]] as const;
        expect.soft(walks[1].around, key).toEqual(walks[0].around);
        expect
          .soft(
            walks.flatMap(({ unseen }) => unseen),
            `${key}: not on the screen`,
          )
          .toEqual([]);
        // Or the two answers are one, and nothing has been tried.
        expect(walks[1].within).not.toEqual(walks[0].within);
      }
    });
  }

  /** The same embed by itself, where the browser leads the focus. */
  test("the Tab key leads through the embed as the browser would, and back", { tag: "@browser" }, async ({
    page,
    pressed,
    faults,
  }) => {
    const { width, height } = PLACES["reaching below the view"];
    await page.setViewportSize({ width, height });
    const alone = new Playground(page);
    await alone.open(addressAsked());
    for (const [index, secret] of SECRETS.entries()) {
      await standsAnswered(alone, secret);
      for (const key of KEYS) {
        const native = await walkAlone(page, key);
        expect
          .soft(pressed[index]?.walks["reaching below the view"][key].within, `${secret}: ${key}`)
          .toEqual(native);
        expect(native.length).toBeGreaterThan(10);
      }
    }
    faults.length = 0;
  });

  test("no other key that moves the focus within the embed scrolls the page around", { tag: "@browser" }, ({
    pressed,
  }) => {
    for (const { after } of pressed) expect.soft(after).toEqual(after.map(([key]) => [key, 3000]));
    expect(pressed.map(({ after }) => after.length)).toEqual(SECRETS.map(() => WAYS.length));
  });
});

/** What has the focus in a page that lies in no frame, one after the other. */
async function walkAlone(page: Page, key: Key): Promise<string[]> {
  await page.evaluate((back) => {
    document.getElementById("edge")?.remove();
    const edge = document.createElement("button");
    edge.id = "edge";
    document.body[back ? "append" : "prepend"](edge);
    edge.focus();
  }, key !== "Tab");
  const native: string[] = [];
  for (let step = 0; step < MOST_STEPS; step++) {
    await page.keyboard.press(key);
    const { name } = await page.evaluate(FOCUSED);
    if (name === "" || name === "BUTTON edge") break;
    native.push(name);
  }
  return native;
}

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
