/** When a secret is forgotten, and who cannot ask for it while it is there. */
import { type BrowserContext, chromium } from "@playwright/test";
import { findCanary, newCanary } from "../canary";
import { typeSecret } from "../exercise";
import { expect, test } from "../fixtures";
import { Playground, playgroundAddress } from "../playground";
import { startRecorder } from "../recorder";
import { browserOptions } from "./exercised";

// A secret that leaves now and then leaves.
test.describe.configure({ timeout: 120_000, retries: 0 });
test.use({ serviceWorkers: "allow" });

/** Any key, click or paste begins the fifteen minutes anew. */
test("forgotten after fifteen idle minutes, which is said; typed again it signs again", async ({ page }) => {
  const canary = newCanary();
  await page.clock.install();
  const playground = new Playground(page);
  await playground.open();
  await playground.setUrl("https://acme.test/1.jpg");
  await typeSecret(playground, canary);
  const { signature } = await playground.outputs();
  await page.clock.fastForward("14:00");
  await playground.secret.press("End");
  await page.clock.fastForward("14:00");
  await expect(playground.secret).toHaveValue(canary);
  await page.clock.fastForward("01:01");
  await expect(playground.secret).toHaveValue("");
  await expect(page.getByTestId("announcement")).toHaveText(/forgotten after 15 idle minutes/);
  const beside = page.getByText("Forgotten after 15 idle minutes.", { exact: true });
  await expect(beside).toBeVisible();
  await expect(page.getByText("use the demo secret")).toHaveCount(0);
  expect(await playground.outputs()).toMatchObject({ verdict: "empty", signature: "" });
  await typeSecret(playground, canary);
  expect((await playground.outputs()).signature).toBe(signature);
  await expect(beside).toHaveCount(0);
});

/** Leaves by a link and comes back from the back/forward cache; the secret's field then. */
async function leaveAndReturn(
  context: BrowserContext,
  elsewhere: string,
  canary: string,
  plant: boolean,
): Promise<string> {
  const page = await context.newPage();
  await page.addInitScript(
    ([plant]) => {
      addEventListener("pageshow", (event) => Object.assign(globalThis, { persisted: event.persisted }));
      if (plant) addEventListener("pagehide", (event) => event.stopImmediatePropagation());
    },
    [plant],
  );
  const playground = new Playground(page);
  await playground.open();
  await typeSecret(playground, canary);
  // Left while its frame loads, or while the service worker takes over, it would not be kept.
  await expect(playground.openLink).toBeVisible();
  await page.waitForFunction(() => navigator.serviceWorker.controller);
  await page.goto(elsewhere);
  // A page out of the cache does not load again.
  await page.goBack({ waitUntil: "commit" });
  await playground.waitUntilReady();
  expect(await page.evaluate(() => (globalThis as unknown as { persisted: boolean }).persisted)).toBe(true);
  return playground.secret.inputValue();
}

/** The browser keeps a page that was left, whole, to show it again at Back; the secret is not in it. */
test("gone after Back / Forward (bfcache)", async () => {
  const browser = await chromium.launch({
    ...browserOptions,
    ignoreDefaultArgs: ["--disable-back-forward-cache"],
  });
  const context = await browser.newContext();
  const canary = newCanary();
  const elsewhere = await startRecorder();
  expect(await leaveAndReturn(context, elsewhere.address, canary, false)).toBe("");
  expect(await leaveAndReturn(context, elsewhere.address, canary, true)).toBe(canary);
  await browser.close();
  await elsewhere.close();
});

/** Everything that the embed says to the page around it is read. */
test("not in a message to an embedding page", async ({ page, faults }) => {
  expect(faults).toEqual([]);
  const canary = newCanary();
  const host = await startRecorder();
  await page.goto(host.address.replace("127.0.0.1", "localhost"));
  await page.evaluate((address) => {
    const heard: string[] = [];
    addEventListener("message", ({ data }) => heard.push(JSON.stringify(data)));
    const frame = document.createElement("iframe");
    Object.assign(frame, { src: address, width: 900, height: 900 });
    document.body.append(frame);
    Object.assign(globalThis, { heard });
  }, new URL("embed.html", playgroundAddress()).href);
  const heard = () => page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard);
  const frame = page.frameLocator("iframe");
  await expect(frame.locator("html")).toHaveAttribute("data-ready", "true");
  const secret = frame.getByLabel("Secret", { exact: true });
  await secret.focus();
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.insertText(canary);
  for (const url of [
    "https://acme.test/1.jpg",
    "ftp://a",
    `https://acme.test/1.jpg?signature=${"0".repeat(40)}`,
  ])
    await frame.getByRole("textbox", { name: "URL", exact: true }).fill(url);
  await expect(frame.getByTestId("diagnosis")).toHaveAttribute("data-state", "unexplained", {
    timeout: 30_000,
  });
  await frame.getByRole("button", { name: "Forget secret" }).click();
  expect(await heard()).not.toEqual([]);
  expect(findCanary(await heard(), canary)).toEqual([]);

  const embedded = page.frames().find((candidate) => candidate.url().includes("embed.html"));
  await embedded?.evaluate((text) => parent.postMessage({ planted: text }, "*"), canary);
  await expect.poll(async () => findCanary(await heard(), canary)).not.toEqual([]);
  await host.close();
});

/** Every key that signs refuses to be exported in any format. */
test("not extractable as a key", async ({ page, playground }) => {
  await page.evaluate(() => {
    const keys: CryptoKey[] = [];
    const { sign } = SubtleCrypto.prototype;
    SubtleCrypto.prototype.sign = function (algorithm, key, data) {
      keys.push(key);
      return sign.call(this, algorithm, key, data);
    };
    Object.assign(globalThis, { keys });
  });
  await typeSecret(playground, newCanary());
  await playground.setUrl("https://acme.test/1.jpg");
  await playground.waitForResult();
  const look = () =>
    page.evaluate(async () => {
      const { keys } = globalThis as unknown as { keys: CryptoKey[] };
      const exports = keys.flatMap((key) =>
        (["raw", "jwk"] as const).map((format) =>
          crypto.subtle.exportKey(format, key).then(
            () => "exported",
            () => "refused",
          ),
        ),
      );
      return [...new Set(await Promise.all(exports))];
    });
  expect(await look()).toEqual(["refused"]);

  await page.evaluate(async () => {
    const { keys } = globalThis as unknown as { keys: CryptoKey[] };
    const algorithm = { name: "HMAC", hash: "SHA-1" };
    keys.push(await crypto.subtle.importKey("raw", new Uint8Array([1]), algorithm, true, ["sign"]));
  });
  expect(await look()).toContain("exported");
});
