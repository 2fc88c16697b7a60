import { createHmac } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "@playwright/test";
import type { AxeResults } from "axe-core";
import { expect, testInOpenTab as test } from "./fixtures";
import { type Playground, playgroundAddress } from "./playground";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

// The tab is the next test's, too.
test.afterEach(({ page }) =>
  page.emulateMedia({ colorScheme: null, forcedColors: null, media: null, reducedMotion: null }),
);

/** Each state of the page, and how to get there. */
const states: Readonly<Record<string, (playground: Playground) => Promise<unknown>>> = {
  "first example": async () => {},
  "notes and options": (playground) =>
    playground.sign("LibPixel", "http://a.libpx.com?src=http://b.test/it's é.jpg&width=2#x", "secret"),
  "no secret": (playground) => playground.setSecret(""),
  problem: (playground) => playground.setUrl("a.libpx.com/x"),
  "Urlbox, link built from a page": (playground) => playground.chooseExample("A page to capture"),
  valid: (playground) => playground.chooseExample("A signed URL to check"),
  explained: async (playground) => {
    await playground.chooseExample("Two mistakes at once");
    await expect(playground.page.getByTestId("mistake")).toHaveCount(2);
  },
  unexplained: async (playground) => {
    // The least there is to search, for it is searched to its end.
    await playground.sign("LibPixel", `https://a.test/?signature=${"ab".repeat(20)}`, "s");
    const diagnosis = playground.page.getByTestId("diagnosis");
    await expect(diagnosis).toHaveAttribute("data-state", "unexplained", { timeout: 40_000 });
    await playground.page.getByRole("textbox", { name: "String your code signed" }).fill("other");
    await expect(playground.page.getByTestId("comparison")).toBeVisible({ timeout: 40_000 });
  },
  "secret shown, bytes": async (playground) => {
    await playground.button("Show secret").click();
    await playground.button("Bytes").click();
  },
  "examples open": async (playground) => {
    await playground.button("Examples").click();
    await expect(playground.page.locator("#examples")).toBeVisible();
  },
  "share open": async (playground) => {
    await playground.button("Share").click();
    await expect(playground.page.getByRole("dialog", { name: "Share this case" })).toBeVisible();
  },
  "keys open": async (playground) => {
    await playground.page.locator("body").press("?");
    await expect(playground.page.getByRole("dialog", { name: "Keys" })).toBeVisible();
  },
};

for (const [state, enter] of Object.entries(states)) {
  test(`axe finds nothing: ${state}, light and dark`, async ({ playground, page }) => {
    await enter(playground);
    await expect(
      page.getByRole("tablist", { name: "Language" }).or(page.getByTestId("problem")),
    ).toBeAttached();
    await checkInBothThemes(playground, "");
  });
}

/** Half-way from one colour to another nothing has its contrast. */
async function endTransitions(page: Page): Promise<void> {
  await page.evaluate(() => {
    const transitions = () =>
      document.getAnimations().filter((animation) => animation instanceof CSSTransition);
    // The end of one may be the start of those that inherit from it.
    for (let all = transitions(); all.length > 0; all = transitions())
      for (const transition of all) transition.finish();
  });
}

test("axe finds nothing in the embed", async ({ playground, page }) => {
  await playground.open(`${playgroundAddress()}embed.html#example=libpixel-two-mistakes`);
  await expect(page.getByTestId("mistake")).toHaveCount(2);
  expect(await violations(playground)).toEqual([]);
});

/** Only what has to do with colours is another in the dark: the document is the same. */
async function checkInBothThemes(playground: Playground, what: string): Promise<void> {
  for (const [colorScheme, rules] of [
    ["light", "all"],
    ["dark", OF_COLOURS],
  ] as const) {
    await playground.page.emulateMedia({ colorScheme });
    await endTransitions(playground.page);
    expect(await violations(playground, rules), `${what} ${colorScheme}`).toEqual([]);
  }
}

const OF_COLOURS: readonly string[] = ["color-contrast", "link-in-text-block"];

async function violations({ page }: Playground, rules: "all" | readonly string[] = "all"): Promise<string[]> {
  // Half a megabyte, which a page that was looked at before has already.
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe);
  const runOnly = rules === "all" ? {} : { runOnly: { type: "rule", values: rules } };
  const options = { resultTypes: ["violations"], iframes: false, ...runOnly };
  const results = await page.evaluate<AxeResults>(`axe.run(document, ${JSON.stringify(options)})`);
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary}`),
  );
}

/** A log in which some are wrong, one has no signature, and some share one. */
const LOG = Array.from({ length: 40 }, (_, n) => {
  const path = `/shop/${n}.jpg?width=${n}`;
  const digits = createHmac("sha1", n % 4 === 0 ? "secret\n" : "secret")
    .update(n % 9 === 8 ? "/" : path)
    .digest("hex");
  return `10.0.0.${n % 7} - - [25/Nov/2026:14:02:11 +0000] "GET ${path}${n % 7 === 6 ? "" : `&signature=${digits}`} HTTP/1.1" 200 2 "-" "Shop/2.1"`;
}).join("\n");

async function chooseLog({ page }: Playground): Promise<void> {
  await page
    .getByLabel("File of URLs", { exact: true })
    .setInputFiles({ name: "access.log", mimeType: "text/plain", buffer: Buffer.from(LOG) });
  await expect(page.getByTestId("many")).toHaveAttribute("data-state", "done", { timeout: 40_000 });
}

for (const width of [360, 1280]) {
  test(`axe finds nothing: many URLs, at ${width} px, light and dark`, async ({ playground, page }) => {
    test.setTimeout(120_000);
    await page.setViewportSize({ width, height: 900 });
    await playground.open(`${playgroundAddress()}#many`);
    const check = async (what: string) => {
      await checkInBothThemes(playground, what);
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
        what,
      ).toBeLessThanOrEqual(0);
    };
    await expect(page.getByLabel("File of URLs", { exact: true })).toBeAttached();
    await check("without a file");
    await chooseLog(playground);
    await check("without the secret");
    await playground.setSecret("secret");
    await expect(page.locator('[data-group="secret-with-newline"]')).toBeVisible({ timeout: 40_000 });
    await expect(page.getByTestId("many")).toHaveAttribute("data-state", "done", { timeout: 60_000 });
    await page
      .getByRole("button", { name: /^Show / })
      .last()
      .click();
    await expect(page.getByRole("button", { name: /^Line / }).first()).toBeVisible();
    await check("with its rows");
  });
}

test("the view of many URLs is walked by Tab from its file to each group", async ({ playground, page }) => {
  await playground.open(`${playgroundAddress()}#many`);
  await chooseLog(playground);
  const groups = await page.getByTestId("group").count();
  await page.getByLabel("File of URLs", { exact: true }).focus();
  const order = await walkByTab(page, 40);
  const walked = order.filter((name) =>
    /^(?:Secret|Copy report|Save CSV|Show \d+|Open(?: first)?)$/.test(name),
  );
  expect(walked.slice(0, 3)).toEqual(["Secret", "Copy report", "Save CSV"]);
  expect(walked.filter((name) => name.startsWith("Open"))).toHaveLength(groups);
  // A group of one URL has no list of them.
  const listed = walked.filter((name) => name.startsWith("Show "));
  expect(listed).not.toContain("Show 1");
  expect(listed).toHaveLength(walked.filter((name) => name === "Open first").length);
});

test.describe("from the top of the page", () => {
  // The first Tab goes on from where the test before has clicked.
  test.use({ loadsAnew: true });

  test("every control is reached by Tab, in the order of the page, and nothing traps the focus", async ({
    playground: { page },
  }) => {
    await expect(page.getByRole("tablist", { name: "Language" })).toBeVisible();
    const order = await walkByTab(page, 60);
    const landmarks = [
      "Examples",
      "Share",
      "LibPixel",
      "URL",
      "Show secret",
      "Forget secret",
      "Secret",
      "Copy signing string",
      "Copy signature",
      "Open the signed URL",
      "Copy signed URL",
      "Node.js",
    ];
    expect(order.filter((name) => landmarks.includes(name))).toEqual(landmarks);
  });
});

/** The names of what takes the focus, one after the other, until nothing does; at most so many. */
async function walkByTab(page: Page, most: number): Promise<string[]> {
  const order: string[] = [];
  for (let press = 0; press < most; press++) {
    await page.keyboard.press("Tab");
    const name = await focusedName(page);
    if (name === null) break;
    order.push(name);
  }
  return order;
}

/** Null when nothing takes the focus. On its way into a frame it is nowhere for a moment. */
async function focusedName(page: Page): Promise<string | null> {
  const somewhere = () => document.activeElement !== null && document.activeElement !== document.body;
  await page.waitForFunction(somewhere, null, { timeout: 2_000 }).catch(() => {});
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    const label =
      element.getAttribute("aria-label") ??
      element.getAttribute("title") ??
      (element as HTMLInputElement).labels?.[0]?.textContent;
    return (label ?? element.textContent ?? "").trim().slice(0, 40);
  });
}

test("copying is said to screen readers; keystrokes are not", async ({ playground, page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const status = page.locator("[role=status]").first();
  await playground.setUrl("https://a.libpx.com/b.jpg");
  const said = await status.evaluateHandle((region) => {
    const texts: string[] = [];
    new MutationObserver(() => texts.push(region.textContent ?? "")).observe(region, {
      subtree: true,
      childList: true,
      characterData: true,
    });
    return texts;
  });
  await playground.secret.pressSequentially("secret");
  await expect(status).toHaveText("Signed with this secret.");
  await page.keyboard.press("Alt+2");
  await expect(status).toHaveText("Copied signature");
  // The answer once, after the last of the keys.
  expect(await said.jsonValue()).toEqual(["Signed with this secret.", "Copied signature"]);
});

test("works at 320 px and at 200 % zoom without scrolling sideways", async ({ playground, page }) => {
  for (const state of ["notes and options", "explained", "problem"]) {
    await page.setViewportSize({ width: 320, height: 640 });
    await states[state]?.(playground);
    for (const [width, height] of [
      [320, 640],
      [640, 450],
      [360, 780],
      [768, 1024],
    ] as const) {
      await page.setViewportSize({ width, height });
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow, `${state}, ${width} px`).toBeLessThanOrEqual(0);
    }
  }
});

test("the link to a mistake’s page is as large as a thumb, and moves no text", async ({
  playground,
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 780 });
  await states.explained?.(playground);
  const link = page.getByRole("link", { name: "More on this mistake" }).first();
  const line = await link.evaluate((element) => {
    const { height } = element.getBoundingClientRect();
    const paragraph = element.parentElement?.getBoundingClientRect().height ?? 0;
    (element as HTMLElement).style.padding = "0";
    return { height, moves: paragraph - (element.parentElement?.getBoundingClientRect().height ?? 0) };
  });
  expect(line.height).toBeGreaterThanOrEqual(44);
  expect(line.moves).toBe(0);
});

test("forced colours show the URL once, and reduced motion moves nothing", async ({ page, playground }) => {
  await page.emulateMedia({ forcedColors: "active", reducedMotion: "reduce" });
  await playground.setUrl("https://a.libpx.com/b.jpg?w=1");
  await expect(page.locator(".mirror")).toBeHidden();
  expect(await playground.url.evaluate((field) => getComputedStyle(field).color)).not.toBe(
    "rgba(0, 0, 0, 0)",
  );
  const durations = await page.evaluate(() =>
    [...document.querySelectorAll("*")]
      .map((element) => getComputedStyle(element).transitionDuration)
      .filter((text) => !/^0s(, 0s)*$/.test(text)),
  );
  expect(durations).toEqual([]);
});

test("forced colours underline what should have been signed, and outline the part that is pointed at", async ({
  page,
  playground,
}) => {
  await page.emulateMedia({ forcedColors: "active" });
  await playground.chooseExample("Two mistakes at once");
  const added = page.getByTestId("diagnosis").locator("[data-diff='added']").first();
  await expect(added).toHaveCSS("text-decoration-line", "underline");
  await expect(page.getByTestId("mark").first(), "in the URL field, too").toBeVisible();
  await playground.unfoldSteps();
  const part = page.getByTestId("signing-string").locator("[data-part='query']").first();
  await expect(part).toHaveCSS("outline-style", "none");
  await part.hover();
  await expect(part).toHaveCSS("outline-style", "solid");
});

test("printed, a case is a report without controls", async ({ page, playground }) => {
  await playground.chooseExample("Two mistakes at once");
  await expect(page.getByTestId("diagnosis")).toHaveAttribute("data-state", "explained");
  await playground.button("Show secret").click();
  await expect(page.getByLabel("New option", { exact: true })).toBeVisible();
  await page.emulateMedia({ media: "print" });
  await expect(page.getByText("File of URLs")).toBeHidden();
  await expect(page.getByLabel("New option", { exact: true })).toBeHidden();
  await expect(page.locator("label", { hasText: "Script" })).toBeHidden();
  await page
    .getByText("Try other secrets")
    .evaluate((summary) => summary.closest("details")?.setAttribute("open", ""));
  await expect(page.getByText("String your code signed")).toBeHidden();
  await expect(playground.secret, "also where it is shown on the screen").toBeHidden();
  await expect(page.getByRole("region", { name: "On its way" }), "no empty frame").toBeHidden();
  for (const shown of ["diagnosis", "signing-string", "signed-url", "snippet"])
    await expect(page.getByTestId(shown)).toBeVisible();
  await expect(page.locator("main button:visible, main iframe:visible, summary:visible")).toHaveCount(0);
});
