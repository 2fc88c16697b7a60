import { createHmac } from "node:crypto";
import type { Browser, Locator } from "@playwright/test";
import { copiedBy, readClipboard } from "./clipboard";
import { findFirefox, launchFirefox, noFirefox } from "./firefox";
import { test as base, expect, testInOpenTab } from "./fixtures";
import { serveHostileHost } from "./hostile-host";
import { Playground, playgroundAddress } from "./playground";

const firefox = findFirefox();
const secret = "s3cr3t-of-the-shop";
const hmac = (key: string, text: string, hash = "sha1") => createHmac(hash, key).update(text).digest("hex");

const launch = [
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern
  async ({}, use: (browser: Browser) => Promise<void>) => {
    const browser = await launchFirefox(firefox ?? "");
    await use(browser);
    await browser.close();
  },
  { scope: "worker" },
] as const;

/** The journeys of the other files, in short, in another engine: there WebCrypto answers a frame later, not at once. */
const test = testInOpenTab.extend({ browser: [...launch] });
/** For what is kept, and for frames. */
const testInNewTab = base.extend({ browser: [...launch] });

// In one worker: to start Firefox takes as long as a test.
test.describe.configure({ mode: "default" });
for (const each of [test, testInNewTab]) {
  each.use({ browserName: "firefox" });
  each.skip(!firefox, noFirefox);
}

/** By keys, for Playwright's `fill` sets values here in a way that React takes for its own. */
async function type(field: Locator, text: string): Promise<void> {
  await field.click();
  await field.press("Control+a");
  await field.pressSequentially(text);
}

testInNewTab("Firefox: the first screen is a complete worked example", async ({ playground }) => {
  const { signingString, signature, signedUrl, verdict, problem } = await playground.outputs();
  expect({ verdict, problem }).toEqual({ verdict: "unsigned", problem: "" });
  expect(signature).toBe(hmac(await playground.secret.inputValue(), signingString));
  expect(signedUrl).toContain(signature);
});

test("Firefox: what is typed is signed; no frame shows another input's result or moves", async ({
  playground,
}) => {
  const { page } = playground;
  const url = "https://acme.libpx.com/i 1.jpg?width=4&q=é";
  await type(playground.secret, secret);
  await playground.setUrl("https://acme.libpx.com/i");
  await playground.waitForResult();
  await page.evaluate(() => {
    const frames: string[][] = [];
    Object.assign(globalThis, { frames });
    const text = (id: string) => document.querySelector(`[data-testid="${id}"]`)?.textContent ?? "";
    const field = document.querySelector<HTMLTextAreaElement>("#url");
    const look = () => {
      const { height } = document.querySelector("main ol")?.getBoundingClientRect() ?? { height: 0 };
      frames.push([field?.value ?? "", text("signing-string"), text("signature"), String(height)]);
      requestAnimationFrame(look);
    };
    look();
  });
  await playground.url.press("Control+End");
  await playground.url.pressSequentially(url.slice("https://acme.libpx.com/i".length), { delay: 45 });
  await expect(playground.url).toHaveValue(url);
  const signed = "/i%201.jpg?width=4&q=%C3%A9";
  expect(await playground.outputs()).toMatchObject({
    signingString: signed,
    signature: hmac(secret, signed),
    signedUrl: `https://acme.libpx.com${signed}&signature=${hmac(secret, signed)}`,
  });

  const frames = await page.evaluate(() => (globalThis as unknown as { frames: string[][] }).frames);
  expect(frames.length).toBeGreaterThan(10);
  for (const [typed = "", signingString = "", signature] of frames) {
    const { pathname, search } = new URL(typed);
    expect(signingString, typed).toBe(typed.endsWith(" ") ? "/i" : pathname + search);
    if (signature) expect(signature, typed).toBe(hmac(secret, signingString));
  }
  const heights = frames.map(([, , , height]) => Number(height));
  expect(heights, "grows with the text, and never falls back").toEqual(heights.toSorted((a, b) => a - b));
});

test("Firefox: typing is undone and done again", async ({ playground }) => {
  const url = await playground.url.inputValue();
  await playground.url.press("Control+End");
  await playground.url.pressSequentially("&dpr=2", { delay: 45 });
  await playground.url.press("Control+z");
  await expect(playground.url).toHaveValue(url);
  expect((await playground.outputs()).signedUrl).toContain(`${url}&signature=`);
  await playground.url.press("Control+Shift+z");
  await expect(playground.url).toHaveValue(`${url}&dpr=2`);
  expect((await playground.outputs()).signedUrl).toContain(`${url}&dpr=2&signature=`);
});

test("Firefox: Urlbox with SHA-256, and from a plain page address", async ({ playground }) => {
  const { page } = playground;
  await playground.setScheme("Urlbox");
  await playground.setHash("SHA-256");
  const unsigned = "https://api.urlbox.com/v1/pub_test_KEY/png?url=https%3A%2F%2Fexample.com";
  expect(await playground.sign("Urlbox", unsigned, "sec_test_AAA")).toMatchObject({
    signature: "15d1630f9e28c983166c692788fbf019289ad601c814619944cc63e292c57b82",
  });

  await playground.setUrl("https://example.com/it's?a=1");
  await type(page.getByRole("textbox", { name: "API key" }), "MY_KEY");
  await page.getByRole("combobox", { name: "Format" }).selectOption("pdf");
  const { signingString, signature, signedUrl } = await playground.outputs();
  expect(signingString).toBe("url=https%3A%2F%2Fexample.com%2Fit%27s%3Fa%3D1");
  expect(signature).toBe(hmac("sec_test_AAA", signingString, "sha256"));
  expect(signedUrl).toBe(`https://api.urlbox.com/v1/MY_KEY/${signature}/pdf?${signingString}`);
});

test("Firefox: a signed URL is checked as the secret and the URL change", async ({ playground }) => {
  const url = `https://acme.libpx.com/i.jpg?width=300&signature=${hmac(secret, "/i.jpg?width=300")}`;
  expect(await playground.sign("LibPixel", url, secret)).toMatchObject({ verdict: "valid", signedUrl: url });
  for (const [typed, verdict] of [
    ["another", "mismatch"],
    ["", "empty"],
    [secret, "valid"],
  ] as const) {
    await playground.setSecret(typed);
    expect((await playground.outputs()).verdict, `with “${typed}”`).toBe(verdict);
  }
  await playground.setUrl(url.replace("300", "301"));
  expect((await playground.outputs()).verdict).toBe("mismatch");
});

test("Firefox: mistakes are named, by the worker's own MD5 and by other secrets, too", async ({
  playground,
}) => {
  const { page } = playground;
  const rule = "/i.jpg?width=300";
  const signedBy = (signature: string) => `https://acme.libpx.com${rule}&signature=${signature}`;
  const mistakes = page.getByTestId("mistake");
  await playground.sign("LibPixel", signedBy(hmac(`${secret}\n`, rule.slice(1))), secret);
  await expect(mistakes).toHaveCount(2);
  await expect(mistakes.nth(0)).toHaveAttribute("data-mistake", "secret-with-newline");
  await expect(mistakes.nth(1)).toHaveAttribute("data-mistake", "signed-without-leading-slash");
  await expect(page.getByTestId("signed-by-mistake")).toHaveText(rule.slice(1));

  await playground.setUrl(signedBy(hmac(secret, rule, "md5")));
  await expect(mistakes).toHaveCount(1);
  await expect(mistakes).toHaveAttribute("data-mistake", "wrong-hash");

  await playground.setUrl(signedBy(hmac("staging", rule)));
  // They can be entered before the search without them has ended.
  await expect(mistakes).toHaveCount(0);
  await page.getByText("Try other secrets, or the string that your code signed").click();
  const others = page.getByRole("textbox", { name: "Other secrets" });
  await type(others, "old\nstaging");
  await expect(mistakes).toHaveAttribute("data-mistake", "secret-of-another-environment");
  expect(
    await others.evaluate((field) => getComputedStyle(field).getPropertyValue("-webkit-text-security")),
  ).toBe("disc");
});

test("Firefox: what is escaped and what a browser changes is said, and rewritten by a click", async ({
  playground,
}) => {
  await playground.sign("LibPixel", "https://a.libpx.com/é.jpg?title=it's", secret);
  await expect(playground.note("escaped")).toContainText("%C3%A9");
  await playground.note("delivery").getByRole("button").click();
  await expect(playground.note("delivery")).toHaveCount(0);
  const { signingString, signature } = await playground.outputs();
  expect(signingString).toBe("/%C3%A9.jpg?title=it%27s");
  expect(signature).toBe(hmac(secret, signingString));
});

test("Firefox: options are edited and added by keyboard", async ({ playground }) => {
  const { page } = playground;
  await playground.sign("LibPixel", "https://a.libpx.com/i.jpg?src=%2f'x&&width=2", secret);
  await type(page.getByRole("textbox", { name: "width value", exact: true }), "30 & more");
  const edited = "/i.jpg?src=%2f'x&&width=30%20%26%20more";
  await expect(playground.url).toHaveValue(`https://a.libpx.com${edited}`);
  await type(page.getByRole("combobox", { name: "New option", exact: true }), "dpr");
  await page.keyboard.press("Tab");
  await page.keyboard.type("2");
  await page.keyboard.press("Enter");
  await expect(playground.url).toHaveValue(`https://a.libpx.com${edited}&dpr=2`);
  expect((await playground.outputs()).signature).toBe(hmac(secret, `${edited}&dpr=2`));
});

test("Firefox: a shared link opens the same case without the secret", async ({ playground }) => {
  const { page } = playground;
  const url = "https://a.libpx.com/i (1).jpg?q=it's";
  await playground.sign("LibPixel", url, secret);
  await playground.button("Share").click();
  const link = (await page.getByTestId("share-link").textContent()) ?? "";
  expect(link).not.toContain(secret);
  // In a tab of its own: to leave a page while a part of it is on its way is an error here.
  const another = new Playground(await page.context().newPage());
  await another.open(link);
  await expect(another.url).toHaveValue(url);
  await expect(another.secret).toHaveValue("");
  await another.page.close();
});

test("Firefox: examples open over the page, and fill in everything", async ({ playground }) => {
  const { page } = playground;
  const examples = page.locator("#examples");
  await playground.button("Examples").click();
  await expect(examples).toBeInViewport({ ratio: 1 });
  await page.keyboard.press("Escape");
  await expect(examples).toBeHidden();
  await playground.chooseExample("The Urlbox page’s own example");
  await expect(examples).toBeHidden();
  expect(await playground.outputs()).toMatchObject({
    signingString: "url=urlbox.io&width=300",
    signature: "a6f5fb4b61eaba63a4546b87c14091c9ca3fbe73",
  });
});

test("Firefox: the secret is shown, hidden and forgotten", async ({ playground }) => {
  await type(playground.secret, secret);
  await playground.button("Show secret").click();
  await expect(playground.secret).toHaveAttribute("type", "text");
  await playground.button("Hide secret").click();
  await expect(playground.secret).toHaveAttribute("type", "password");
  await playground.button("Forget secret").click();
  await expect(playground.secret).toHaveValue("");
  expect(await playground.outputs()).toMatchObject({ verdict: "empty", signature: "", signedUrl: "" });
});

test("Firefox: results are copied exactly, by click and by key", async ({ playground }) => {
  const { signature, signedUrl } = await playground.sign("LibPixel", "https://a.libpx.com/a  b#f", secret);
  expect(await copiedBy(playground, "Copy signed URL")).toBe(signedUrl);
  await playground.url.press("Alt+2");
  await expect.poll(() => readClipboard(playground)).toBe(signature);
});

testInNewTab.describe(() => {
  testInNewTab.use({ serviceWorkers: "allow" });
  testInNewTab(
    "Firefox: the final URL opens in a new tab, before and after the page is kept",
    async ({ playground, vendor }) => {
      const { page } = playground;
      for (const name of ["1 a.jpg", "2.jpg"]) {
        await playground.sign("LibPixel", `${vendor.libpixel}/images/${name}`, vendor.secret);
        const opened = page.context().waitForEvent("page");
        await playground.openLink.click();
        const tab = await opened;
        await tab.waitForURL(/images/);
        await expect.poll(() => vendor.visits.at(-1)?.target).toContain(encodeURI(name));
        expect(vendor.visits.at(-1)?.refusal).toBe("");
        expect(await tab.evaluate(() => [document.referrer, window.opener])).toEqual(["", null]);
        await tab.close();
        if (name === "2.jpg") return;
        await page.evaluate(async () => void (await navigator.serviceWorker.ready));
        await page.reload();
        await playground.waitUntilReady();
      }
    },
  );
});

testInNewTab("Firefox: light and dark are told apart, scrollbars included", async ({ playground }) => {
  const { page } = playground;
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const toggle = page.getByRole("button", { name: /^Theme/ });
  await toggle.click();
  expect(await background()).toBe("rgb(250, 249, 245)");
  await toggle.click();
  expect(await background()).toBe("rgb(18, 18, 16)");
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).scrollbarColor)).toMatch(
    /rgb.*/,
  );
});

testInNewTab.describe(() => {
  testInNewTab.use({ serviceWorkers: "allow" });
  testInNewTab("Firefox: it reloads, signs and diagnoses without a network", async ({ playground }) => {
    const { page } = playground;
    await page.evaluate(async () => void (await navigator.serviceWorker.ready));
    await page.context().setOffline(true);
    await page.reload();
    await playground.waitUntilReady();
    const url = `https://a.libpx.com/i.jpg?w=1&signature=${hmac(secret, "i.jpg?w=1")}`;
    expect((await playground.sign("LibPixel", url, secret)).verdict).toBe("mismatch");
    await expect(page.getByTestId("mistake")).toHaveAttribute("data-mistake", "signed-without-leading-slash");
    await page.getByText("How it is signed").click();
    await expect(playground.openLink).toBeAttached();
  });
});

testInNewTab("Firefox: the embed signs within another site's page", async ({ page, docs, faults }) => {
  await page.goto(docs.address);
  const frame = await (await page.waitForSelector("iframe")).contentFrame();
  if (!frame) throw new Error("the docs page has no frame");
  // A frame answers to the same questions as a page.
  const embed = new Playground(frame as unknown as typeof page);
  await embed.waitUntilReady();
  await embed.setSecret(secret);
  await embed.setUrl("https://a.libpx.com/i.jpg");
  expect((await embed.outputs()).signature).toBe(hmac(secret, "/i.jpg"));
  expect(faults).toEqual([]);
});

testInNewTab(
  "Firefox: a page around the embed notices nothing that depends on the secret",
  async ({ page, faults }) => {
    const host = await serveHostileHost();
    const url = `https://a.libpx.com/i.jpg?signature=${hmac(`${secret}\n`, "/i.jpg")}`;
    const runs: unknown[] = [];
    for (const [typed, state] of [
      [secret, "explained"],
      ["another-2!", "unexplained"],
    ] as const) {
      await page.goto(host.address);
      await page.evaluate(
        (address) => {
          const seen: unknown[] = [];
          const frame = document.createElement("iframe");
          Object.assign(frame, { src: address, width: 700, height: 300 });
          document.body.append(frame);
          addEventListener("message", ({ data }) => seen.push(data));
          Object.assign(window, { seen });
        },
        `${playgroundAddress()}embed.html#v=1&scheme=libpixel&url=${encodeURIComponent(url)}`,
      );
      const element = await page.waitForSelector("iframe");
      const frame = await element.contentFrame();
      if (!frame) throw new Error("the page has no frame");
      // A frame answers to the same questions as a page.
      const embed = new Playground(frame as unknown as typeof page);
      await embed.waitUntilReady();
      const told = () => page.evaluate(() => (window as unknown as { seen: unknown[] }).seen.splice(0));
      await expect.poll(told).not.toEqual([]);
      await page.waitForTimeout(1_000);
      await told();
      await embed.setSecret(typed);
      await expect(frame.getByTestId("diagnosis")).toHaveAttribute("data-state", state, { timeout: 30_000 });
      const ids = await frame.evaluate(() => Array.from(document.querySelectorAll("[id]"), ({ id }) => id));
      // The pointer and the keys do not get into a frame of another site here, so only its own scrolling is asked.
      await frame.evaluate(() => document.body.scrollTo(0, 1_000));
      expect(await frame.evaluate(() => document.body.scrollTop), "it scrolls within").toBeGreaterThan(0);
      await page.waitForTimeout(300);
      const now = await page.evaluate(() => [
        scrollY,
        document.querySelector("iframe")?.clientHeight,
        window[0]?.length,
      ]);
      runs.push([ids.filter((id) => !/-[\da-f]+-[\da-f]+-/.test(id)), await told(), now]);
    }
    expect(runs[1]).toEqual(runs[0]);
    expect(runs[0]).toMatchObject([expect.anything(), [], [0, 300, 0]]);
    await host.close();
    faults.length = 0;
  },
);
