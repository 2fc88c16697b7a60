import { createHmac } from "node:crypto";
import type { Frame, Page } from "@playwright/test";
import { VIEWPORT } from "./browser";
import { findCanary, newCanary } from "./canary";
import { readClipboard } from "./clipboard";
import type { DocsPage } from "./docs-page/serve";
import { testInOpenTab as base, expect } from "./fixtures";
import { Playground, playgroundAddress } from "./playground";

interface Embedded {
  readonly page: Page;
  readonly frame: Frame;
  /** The playground in the frame. */
  readonly embed: Playground;
  /** Everything that the page around it was told so far. */
  messages(): Promise<unknown[]>;
  /** Says something to the frame, as the page around it. */
  tell(message: unknown): Promise<void>;
}

const test = base.extend<{ embedded: Embedded }>({
  embedded: async ({ page, docs, faults }, use) => {
    expect(faults).toEqual([]);
    await page.setViewportSize(VIEWPORT);
    await use(await openEmbedded(page, docs));
  },
});

async function openEmbedded(page: Page, docs: DocsPage, allow = "clipboard-write"): Promise<Embedded> {
  await page.addInitScript(() => {
    if (window.parent !== window) return;
    const told: unknown[] = [];
    Object.assign(window, { told });
    addEventListener("message", ({ data }) => told.push(data));
  });
  await page.goto(docs.address);
  if (allow !== "clipboard-write") {
    await page.locator("iframe").evaluate((frame: HTMLIFrameElement, allow) => {
      frame.allow = allow;
      frame.src = frame.src.replace("#", "&again#");
    }, allow);
    await page.waitForLoadState("networkidle");
  }
  const frame = await (await page.waitForSelector("iframe")).contentFrame();
  if (!frame) throw new Error("the docs page has no frame");
  // A frame answers to the same questions as a page.
  const embed = new Playground(frame as unknown as Page);
  await embed.waitUntilReady();
  return {
    page,
    frame,
    embed,
    messages: () => page.evaluate(() => (window as unknown as { told: unknown[] }).told),
    tell: (message) =>
      page.evaluate((message) => {
        document.querySelector("iframe")?.contentWindow?.postMessage(message, "*");
      }, message),
  };
}

const frameHeight = ({ page }: Embedded) => page.locator("iframe").evaluate((frame) => frame.clientHeight);
const contentHeight = ({ frame }: Embedded) => frame.evaluate(() => document.documentElement.scrollHeight);
const overflow = (frame: Frame | Page) =>
  frame.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

test("a docs page shows it, and it signs", async ({ embedded: { embed, page } }) => {
  expect(await embed.outputs()).toMatchObject({ verdict: "unsigned" });
  const { signature } = await embed.sign("LibPixel", "https://a.test/1.jpg?width=300", "secret");
  expect(signature).toBe("2a6ede1d1a0b5f1e661695b0027acb837ae54ce4");
  await embed.setUrl(`https://a.test/1.jpg?width=301&signature=${signature}`);
  expect(await embed.outputs()).toMatchObject({ verdict: "mismatch" });
  await page.getByRole("button", { name: "Show screenshots (Urlbox)" }).click();
  await expect(embed.url).toHaveValue(/^https:\/\/api\.urlbox\.io\//);
  expect((await embed.outputs()).verdict).toBe("unsigned");
});

test("it names the mistake, too", async ({ embedded: { embed, frame, tell } }) => {
  await tell({ type: "setState", state: { example: "libpixel-slashless" } });
  await expect(frame.getByTestId("diagnosis")).toHaveAttribute("data-state", "explained");
  await expect(frame.getByTestId("mistake").first()).toBeVisible();
  expect((await embed.outputs()).verdict).toBe("mismatch");
});

test("a signed URL that no secret makes valid is told as one before there is a secret", async ({
  embedded: { embed, frame },
}) => {
  await embed.button("Forget secret").click();
  const digits = "4b1e90c7d3a8f2560b7d19e4c8a3f65d2e70914bc6d8f3a5";
  await embed.setUrl(`https://a.test/1.jpg?width=300&signature=${digits.padEnd(64, "7c19e5")}`);
  await expect(frame.getByTestId("verdict")).toHaveText("This cannot be valid, whatever the secret.");
  await expect(frame.getByText("The signature has 64 digits, as many as SHA-256.")).toBeVisible();
  await embed.setUrl(`https://a.test/1.jpg?width=300&signature=${digits.slice(0, 40)}`);
  await expect(frame.getByTestId("verdict")).toHaveText("Enter the Auth Secret to check this signature.");
});

test("it tells every host how high it is, once for each height, and settles", async ({ embedded }) => {
  const { embed, messages } = embedded;
  const [ready, webframeReady] = await messages();
  expect(ready).toEqual({ source: "countersign", type: "ready", version: 1 });
  expect(webframeReady).toEqual({ action: { action: "@webframe.ready" } });
  // Its fonts may come in between.
  await expect(async () => {
    const height = await contentHeight(embedded);
    expect(await frameHeight(embedded)).toBe(height);
    expect((await messages()).slice(-3)).toEqual([
      { source: "countersign", type: "resize", version: 1, height },
      { action: { action: "@webframe.resize", size: { height } } },
      JSON.stringify({ method: "resize", height }),
    ]);
  }).toPass();
  const height = await contentHeight(embedded);

  await embed.setUrl(`https://a.test/${"long/".repeat(120)}1.jpg`);
  await expect.poll(() => contentHeight(embedded)).toBeGreaterThan(height);
  await expect.poll(async () => (await frameHeight(embedded)) - (await contentHeight(embedded))).toBe(0);
  const { length } = await messages();
  await embedded.page.waitForTimeout(500);
  expect(await messages()).toHaveLength(length);
  expect(length).toBeLessThan(40);
});

test("the host may set the case and the theme", async ({ embedded: { embed, frame, tell } }) => {
  const url = "https://api.urlbox.com/v1/KEY/png?url=example.com";
  await tell({ source: "countersign", type: "setState", state: { scheme: "urlbox", url, hash: "SHA-256" } });
  await expect(embed.url).toHaveValue(url);
  await expect(embed.secret).toHaveValue("");
  expect(await embed.outputs()).toMatchObject({ verdict: "empty", signingString: "url=example.com" });
  await embed.setSecret("secret");
  expect((await embed.outputs()).signature).toHaveLength(64);
  await tell({ type: "setState", state: { scheme: "libpixel", url: "https://a.test/2.jpg" } });
  await expect(embed.url).toHaveValue("https://a.test/2.jpg");
  await expect(embed.secret, "a host that could try one URL after another would learn it").toHaveValue("");

  const background = () => frame.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await tell({ type: "setTheme", theme: "dark" });
  await expect.poll(background).toBe("rgb(18, 18, 16)");
  await tell({ type: "setTheme", theme: "light" });
  await expect.poll(background).toBe("rgb(250, 249, 245)");
  await tell({ type: "setTheme", theme: "auto" });
  await expect(frame.locator("html")).not.toHaveAttribute("data-theme");
});

test("no host learns whether a guess at the secret is right", async ({
  embedded: { embed, frame, messages, page, tell },
}) => {
  const guessed = (guess: string) =>
    `https://a.test/1.jpg?signature=${createHmac("sha1", guess).update("/1.jpg").digest("hex")}`;
  const heights = async () => JSON.stringify((await messages()).slice(-3));
  const seen: string[] = [];
  for (const guess of ["s", "x"]) {
    await embed.setSecret("secret");
    await tell({ type: "setState", state: { scheme: "libpixel", url: guessed(guess) } });
    await expect(embed.secret).toHaveValue("");
    expect((await embed.outputs()).verdict).toBe("empty");
    seen.push(await heights());
  }
  expect(seen[0]).toBe(seen[1]);

  // The same by its address, which the host may change without a message.
  await embed.setSecret("secret");
  await page.locator("iframe").evaluate((element, url) => {
    const frame = element as HTMLIFrameElement;
    frame.src = `${frame.src.split("#")[0]}#v=1&scheme=libpixel&url=${encodeURIComponent(url)}`;
  }, guessed("s"));
  await expect(embed.url).toHaveValue(guessed("s"));
  await expect(frame.getByLabel("Secret", { exact: true })).toHaveValue("");
});

test("whatever else it is told, it passes over in silence", async ({
  embedded: { embed, frame, tell, page },
}) => {
  const url = "https://a.test/mine.jpg";
  await embed.sign("LibPixel", url, "secret");
  const theirs = "https://a.test/theirs.jpg";
  for (const message of [
    { type: "setState", state: { url: theirs, secret: "x" } },
    { type: "setState", state: { url: theirs, key: "x" } },
    { type: "setState", state: { url: theirs, token: "x" } },
    { type: "setState", state: { url: theirs, password: "x" } },
    { type: "setState", state: { url: theirs, scheme: "constructor" } },
    { type: "setState", state: { url: 1 } },
    { type: "setState", state: null },
    { type: "setState" },
    { source: "stranger", type: "setState", state: { url: theirs } },
    { type: "setSecret", secret: "x" },
    { type: "getState" },
    { type: "setTheme", theme: "javascript:alert(1)" },
    { state: { content: theirs } },
    JSON.stringify({ type: "setState", state: { url: theirs } }),
    "x".repeat(100_000),
    null,
  ])
    await tell(message);
  // Only the page around it is listened to: not its own window, not a frame beside it.
  await frame.evaluate((url) => postMessage({ type: "setState", state: { url } }, "*"), theirs);
  await page.evaluate((url) => {
    const beside = document.createElement("iframe");
    document.body.append(beside);
    const script = `parent.frames[0].postMessage({ type: "setState", state: { url: ${JSON.stringify(url)} } }, "*")`;
    (beside.contentWindow as unknown as { eval(code: string): void }).eval(script);
  }, theirs);
  await page.waitForTimeout(300);
  await expect(embed.url).toHaveValue(url);
  await expect(embed.secret).toHaveValue("secret");
  await expect(frame.locator("html")).not.toHaveAttribute("data-theme");
});

test("not in a message to an embedding page", async ({
  embedded: { embed, frame, messages, tell, page },
}) => {
  const canary = newCanary();
  await embed.sign("LibPixel", "https://a.test/1.jpg", canary);
  const slashless = createHmac("sha1", canary).update("1.jpg").digest("hex");
  for (const [signature, state] of [
    [slashless, "explained"],
    ["500ad73b", "unexplained"],
  ] as const) {
    await embed.setUrl(`https://a.test/1.jpg?signature=${signature}`);
    await expect(frame.getByTestId("diagnosis")).toHaveAttribute("data-state", state);
  }
  await frame.getByRole("button", { name: "Show secret" }).click();
  await tell({ type: "setState", state: { scheme: "urlbox", url: "https://a.test/page" } });
  await embed.setUrl("not a URL");
  await frame.getByRole("button", { name: "Forget secret" }).click();
  await embed.setSecret(canary);
  const link = await frame.getByRole("link", { name: "Open full playground" }).getAttribute("href");
  expect(findCanary([await messages(), link, page.url(), frame.url()], canary)).toEqual([]);

  await frame.evaluate((text) => window.parent.postMessage({ text }, "*"), canary);
  await expect.poll(async () => findCanary(await messages(), canary)).not.toEqual([]);
});

test("the way to the full playground takes the case along, and leaves the secret", async ({ embedded }) => {
  const { embed, frame, page } = embedded;
  const url = "https://a.test/1.jpg?width=300";
  await embed.sign("LibPixel", url, "secret");
  const opening = page.context().waitForEvent("page");
  await frame.getByRole("link", { name: "Open full playground" }).click();
  const full = new Playground(await opening);
  await full.waitUntilReady();
  await expect(full.url).toHaveValue(url);
  await expect(full.secret).toHaveValue("");
  expect(await full.page.evaluate(() => window.opener)).toBeNull();
  await full.page.close();
});

test("the way to the full playground leaves a URL behind that holds the secret", async ({
  embedded: { embed, frame },
}) => {
  const canary = newCanary();
  const href = () => frame.getByRole("link", { name: "Open full playground" }).getAttribute("href");
  await embed.sign("LibPixel", `https://a.test/1.jpg?key=${encodeURIComponent(canary)}`, "another");
  expect(findCanary((await href()) ?? "", canary)).not.toEqual([]);
  await embed.setSecret(canary);
  await embed.waitForResult();
  await expect.poll(href).toBe("./");
});

for (const width of [VIEWPORT.width, 360])
  test(`with a secret of one's own its answer is reached, also where the page around lets no frame scroll: ${width} px`, async ({
    embedded: { embed, frame, page },
  }) => {
    await page.setViewportSize({ ...VIEWPORT, width });
    const element = page.locator("iframe");
    await element.evaluate((element) => {
      const frame = element as HTMLIFrameElement;
      frame.scrolling = "no";
      frame.style.maxHeight = "180px";
      frame.src = frame.src.replace("#", "&again#");
    });
    await page.waitForLoadState("networkidle");
    await embed.waitUntilReady();
    await embed.setSecret("secret");
    await embed.setUrl(
      `https://a.test/1.jpg?signature=${createHmac("sha1", "secret").update("1.jpg").digest("hex")}`,
    );
    const fix = frame.getByRole("button", { name: "Copy corrected URL" });
    await expect(frame.getByTestId("diagnosis")).toHaveAttribute("data-state", "explained");
    // What lies outside what scrolls could be scrolled to by a field's focus, and would take no wheel.
    expect(await frame.locator("html").evaluate((html) => html.scrollHeight - innerHeight)).toBe(0);
    const isSeen = () => fix.evaluate((button) => button.getBoundingClientRect().bottom <= innerHeight);
    const toStart = () => frame.locator("body").evaluate((body) => body.scrollTo(0, 0));
    await toStart();
    expect(await isSeen()).toBe(false);
    await expect(async () => {
      // Where the frame took no wheel yet, the page around has scrolled.
      await element.hover({ position: { x: 150, y: 150 } });
      await page.mouse.wheel(0, 80);
      expect(await isSeen()).toBe(true);
    }).toPass();
    await toStart();
    await frame.getByRole("heading", { name: "Countersign" }).click();
    await expect(async () => {
      await page.keyboard.press("ArrowDown");
      expect(await isSeen()).toBe(true);
    }).toPass();
  });

test("it compares the URL as it arrived, and tells the page around it nothing of an own secret’s answer", async ({
  embedded: { embed, frame, messages },
}) => {
  const target = "/a.jpg?text=a|b&w=1";
  const made = `https://a.test${target}&signature=${createHmac("sha1", "secret").update(target).digest("hex")}`;
  await embed.sign("LibPixel", made, "secret");
  await expect(frame.locator('[data-client="wget"]')).toHaveAttribute("data-sends", "changed");
  const { length } = await messages();
  await frame.getByText("Compare with the URL as it arrived").click();
  await frame.getByRole("textbox", { name: "URL as it arrived" }).fill(made.replace("|", "%7C"));
  const compared = frame.getByTestId("two-urls");
  await expect(compared).toContainText("The one in the URL field is right with this secret.");
  await expect(compared).toContainText("wget");
  expect(await messages()).toHaveLength(length);
});

test("no frame within it opens the final URL: it is copied, or opened on the whole page", async ({
  embedded: { embed, frame },
}) => {
  const { signedUrl } = await embed.sign("LibPixel", "https://a.test/1.jpg", "secret");
  expect(signedUrl).toContain("signature=");
  await expect(frame.getByRole("button", { name: "Copy signed URL" })).toBeEnabled();
  await expect(frame.getByText("Open", { exact: true })).toHaveCount(0);
  await expect(frame.locator("iframe")).toHaveCount(0);
});

test("it copies where the page around it grants no clipboard", async ({ page, docs, faults }) => {
  const { embed, frame } = await openEmbedded(page, docs, "clipboard-write 'none'");
  const { signature } = await embed.outputs();
  const button = frame.getByRole("button", { name: "Copy signature" });
  await button.click();
  await expect(button).toContainText("Copied");
  expect(await readClipboard(new Playground(page))).toBe(signature);
  faults.length = 0;
});

test("blocked storage changes nothing", async ({ page, docs, faults }) => {
  const blocked = await page.addInitScript(() => {
    if (window.parent === window) return;
    for (const name of ["localStorage", "sessionStorage", "indexedDB", "caches"]) {
      const refuse = () => {
        throw new DOMException("The document is sandboxed.", "SecurityError");
      };
      Object.defineProperty(window, name, { get: refuse });
    }
  });
  const { embed, tell, frame } = await openEmbedded(page, docs);
  await embed.sign("LibPixel", "https://a.test/1.jpg", "secret");
  expect((await embed.outputs()).verdict).toBe("unsigned");
  await tell({ type: "setTheme", theme: "dark" });
  await expect(frame.locator("html")).toHaveAttribute("data-theme", "dark");
  expect(faults).toEqual([]);
  await blocked.dispose();
});

test("open by itself it tells nobody anything", async ({ page, faults }) => {
  await page.addInitScript(() => {
    Object.assign(window, { told: [] });
    addEventListener("message", ({ data, source }) => {
      if (source === window) (window as unknown as { told: unknown[] }).told.push(data);
    });
  });
  const embed = new Playground(page);
  await embed.open(`${playgroundAddress()}embed.html?theme=dark#example=urlbox-page`);
  expect((await embed.outputs()).verdict).toBe("unsigned");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  expect(await page.evaluate(() => (window as unknown as { told: unknown[] }).told)).toEqual([]);
  expect(faults).toEqual([]);
});

test("it fits 320 to 1000 pixels, 400 high, in every state", async ({ page, faults }) => {
  const embed = new Playground(page);
  await embed.open(`${playgroundAddress()}embed.html#example=libpixel-slashless`);
  const widths = [320, 600, 720, 1000];
  for (const example of ["libpixel-slashless", "urlbox-sha256", "urlbox-build", "libpixel-options"]) {
    await page.goto(`${playgroundAddress()}embed.html#example=${example}`);
    await embed.waitForResult();
    if (example === "libpixel-slashless")
      await expect(page.getByTestId("diagnosis")).toHaveAttribute("data-state", "explained");
    for (const width of widths) {
      await page.setViewportSize({ width, height: 400 });
      expect(await overflow(page), `${example} at ${width}`).toBeLessThanOrEqual(0);
    }
  }
  for (const width of widths) {
    await page.setViewportSize({ width, height: 400 });
    await page.evaluate(() => scrollTo(0, 0));
    for (const essential of [embed.url, embed.secret, page.getByTestId("verdict")])
      await expect(essential, `at ${width}`).toBeInViewport({ ratio: 1 });
    if (width >= 720) {
      for (const id of ["signing-string", "signature"])
        await expect(page.getByTestId(id), `at ${width}`).toBeInViewport({ ratio: 1 });
    }
    await page.getByTestId("signed-url").scrollIntoViewIfNeeded();
    await expect(page.getByTestId("signed-url")).toBeInViewport();
  }
  expect(faults).toEqual([]);
});
