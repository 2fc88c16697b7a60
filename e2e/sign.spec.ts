import { createHmac } from "node:crypto";
import type { Page } from "@playwright/test";
import { copiedBy, paste, readClipboard } from "./clipboard";
import { expect, testInOpenTab as test, test as testInNewTab } from "./fixtures";
import { Playground, playgroundAddress } from "./playground";

const hmac = (secret: string, text: string, hash = "sha1") =>
  createHmac(hash, secret).update(text).digest("hex");

test.describe("on a first visit", () => {
  test.use({ loadsAnew: true });

  test("the first screen is a complete worked example, whose secret is marked as a demo", async ({
    playground,
  }) => {
    const { signingString, signature, signedUrl, verdict, problem } = await playground.outputs();
    expect(verdict).toBe("unsigned");
    expect(problem).toBe("");
    expect(signature).toBe(hmac(await playground.secret.inputValue(), signingString));
    expect(signedUrl).toContain(signature);
    await expect(playground.page.getByText("demo", { exact: true })).toBeVisible();

    await playground.setSecret("a secret of my own");
    await expect(playground.page.getByText("demo", { exact: true })).toHaveCount(0);
  });
});

testInNewTab("what is chosen and typed before the scripts run is signed when they do", async ({ page }) => {
  const playground = new Playground(page);
  let run = () => {};
  const typed = new Promise<void>((resolve) => {
    run = resolve;
  });
  await page.route("**/assets/*.js", async (route) => {
    await typed;
    await route.continue();
  });
  await page.goto(playgroundAddress(), { waitUntil: "commit" });
  await playground.setScheme("Urlbox");
  await playground.setUrl("https://api.urlbox.com/v1/KEY/png?url=early.example");
  await playground.setSecret("bird");
  run();
  await playground.waitUntilReady();
  await expect(playground.url).toHaveValue("https://api.urlbox.com/v1/KEY/png?url=early.example");
  await expect(page.getByRole("radio", { name: "Urlbox" })).toBeChecked();
  const { signingString, signature } = await playground.outputs();
  expect(signingString).toBe("url=early.example");
  expect(signature).toBe(hmac("bird", signingString));
});

test("another scheme on an untouched example shows its own example; what was typed stays", async ({
  playground,
}) => {
  await playground.setScheme("Urlbox");
  await expect(playground.url).toHaveValue(/urlbox/);
  expect((await playground.outputs()).verdict).toBe("unsigned");
  await playground.setUrl("https://api.urlbox.com/v1/KEY/png?url=a.example");
  await playground.setSecret("my secret");
  await playground.setScheme("LibPixel");
  await expect(playground.url).toHaveValue("https://api.urlbox.com/v1/KEY/png?url=a.example");
  await expect(playground.page.getByTestId("verdict")).toHaveText(
    "Signed by LibPixel’s rule, but this is a link to Urlbox.",
  );
});

test("every keystroke is signed at once", async ({ playground }) => {
  await playground.setSecret("key");
  await playground.setUrl("https://acme.libpx.com");
  let path = "";
  for (const char of "/a b?é=1&") {
    await playground.url.press("End");
    await playground.page.keyboard.insertText(char);
    path += char;
    const signed = encodeURI(path.trim()).replace(/\?$/, "");
    const { signingString, signature } = await playground.outputs();
    expect(signingString).toBe(signed);
    expect(signature).toBe(hmac("key", signed));
  }
  let secret = "key";
  for (const char of ["x", " ", "é", "日"]) {
    await playground.secret.press("End");
    await playground.page.keyboard.insertText(char);
    secret += char;
    expect((await playground.outputs()).signature).toBe(hmac(secret, encodeURI(path)));
  }
});

test("secrets of every sort and length make the key that they should", async ({ playground }) => {
  const secrets = [
    "Jefe",
    "x",
    " leading and trailing ",
    '"quoted"',
    "pässwörd 日本 😀",
    "64 bytes".repeat(8),
    "longer than a block".repeat(20),
    "deadbeef",
    "c2VjcmV0",
    "%20+&=",
    "\u200b\ufeff",
  ];
  await playground.setScheme("Urlbox");
  await playground.setUrl("https://api.urlbox.com/v1/KEY/png?url=what+do+ya+want+for+nothing");
  for (const [hash, name] of [
    ["SHA-1", "sha1"],
    ["SHA-256", "sha256"],
  ] as const) {
    await playground.setHash(hash);
    for (const secret of secrets) {
      await playground.setSecret(secret);
      const { signature } = await playground.outputs();
      expect(signature, secret).toBe(hmac(secret, "url=what+do+ya+want+for+nothing", name));
    }
  }
});

test("no frame ever shows a result of other inputs, however late a signature comes", async ({
  page,
  playground,
}) => {
  await delaySignatures(page);
  await playground.secret.evaluate((secret: HTMLInputElement) => Object.assign(globalThis, { secret }));
  await playground.url.evaluate((url: HTMLTextAreaElement) => Object.assign(globalThis, { url }));
  await playground.result.evaluate((result) => {
    const { url, secret } = globalThis as unknown as { url: HTMLTextAreaElement; secret: HTMLInputElement };
    const frames: string[][] = [];
    const text = (id: string) => result.querySelector(`[data-testid="${id}"]`)?.textContent ?? "";
    const look = () => {
      const outputs = ["signing-string", "signature", "signed-url"].map(text);
      frames.push([url.value, secret.value, String(result.ariaBusy), ...outputs]);
      requestAnimationFrame(look);
    };
    look();
    Object.assign(globalThis, { frames });
  });
  const origin = "https://acme.libpx.com";
  await playground.setSecret("k");
  await playground.setUrl(`${origin}/`);
  await playground.url.pressSequentially("images/1.jpg?width=400", { delay: 12 });
  await playground.secret.pressSequentially("secret", { delay: 12 });
  await playground.url.pressSequentially("&height=300", { delay: 12 });
  await playground.waitForResult();

  const frames: string[][] = await page.evaluate(
    () => (globalThis as unknown as { frames: string[][] }).frames,
  );
  const known = frames.filter(
    ([url, secret]) => url?.startsWith(`${origin}/`) && secret !== "demo-auth-secret",
  );
  expect(known.length).toBeGreaterThan(20);
  for (const [url = "", secret = "", busy, signingString, signature, signedUrl] of known) {
    const signed = url.slice(origin.length).replace(/\?$/, "");
    const right = hmac(secret, signed);
    expect(signingString).toBe(signed);
    if (busy === "true" && signature === "") expect(signedUrl).toBe("");
    else {
      expect(signature, `${url} with ${secret}`).toBe(right);
      expect(signedUrl).toBe(`${origin}${signed}${signed.includes("?") ? "&" : "?"}signature=${right}`);
    }
  }
});

/** Signatures come late and out of order, as on a busy machine. */
async function delaySignatures(page: Page): Promise<void> {
  await page.evaluate(() => {
    const { sign } = SubtleCrypto.prototype;
    SubtleCrypto.prototype.sign = async function (...parameters) {
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 80));
      return sign.apply(this, parameters);
    };
  });
}

test("each result is copied exactly, by click and by key", { tag: "@browser" }, async ({ playground }) => {
  const outputs = await playground.sign("LibPixel", "https://acme.libpx.com/a  b?q=1#f", "secret");
  const results = [
    { name: "Copy signing string", key: "Alt+1", text: outputs.signingString },
    { name: "Copy signature", key: "Alt+2", text: outputs.signature },
    { name: "Copy signed URL", key: "Alt+3", text: outputs.signedUrl },
  ];
  for (const { name, text } of results) {
    expect(await copiedBy(playground, name)).toBe(text);
  }
  for (const { key, text } of results) {
    await playground.url.focus();
    await playground.page.keyboard.press(key);
    await expect.poll(() => readClipboard(playground)).toBe(text);
    await expect(playground.url).toBeFocused();
  }
});

test("of a string that is selected by a triple click just that is copied", async ({ playground, page }) => {
  const outputs = await playground.sign("LibPixel", "https://acme.libpx.com/a  b?q=1#f", "secret");
  for (const [id, text] of [
    ["signing-string", outputs.signingString],
    ["signature", outputs.signature],
    ["signed-url", outputs.signedUrl],
  ] as const) {
    await page.getByTestId(id).click({ clickCount: 3, position: { x: 20, y: 12 } });
    await page.keyboard.press("ControlOrMeta+C");
    expect(await readClipboard(playground)).toBe(text);
  }
  // What is selected beyond one string is copied as everywhere.
  await page.getByTestId("result").evaluate((result) => getSelection()?.selectAllChildren(result));
  await page.keyboard.press("ControlOrMeta+C");
  expect(await readClipboard(playground)).toContain(`${outputs.signature}\n`);
});

test("the final URL opens in a new tab that knows nothing of this one, and the vendor accepts it", async ({
  playground,
  vendor,
}) => {
  await playground.sign("LibPixel", `${vendor.libpixel}/images/1 a.jpg?width=400#top`, vendor.secret);
  const opened = playground.page.context().waitForEvent("page");
  await playground.openLink.click();
  const tab = await opened;
  await tab.waitForLoadState();
  expect(vendor.visits.at(-1)?.refusal).toBe("");
  expect(await tab.evaluate(() => [document.referrer, window.opener])).toEqual(["", null]);
  await tab.close();
});

test("from a plain page address a render link is built", async ({ playground, vendor }) => {
  const { page } = playground;
  await playground.sign("Urlbox", "https://example.com/it's?a=1&b=2#c", vendor.secret);
  expect(await playground.outputs()).toMatchObject({ verdict: "problem", problem: "no-api-key" });
  await page.getByRole("textbox", { name: "API key" }).fill("MY_KEY");
  await page.getByRole("combobox", { name: "Format" }).selectOption("pdf");
  const { signingString, signature, signedUrl, notes } = await playground.outputs();
  expect(signingString).toBe("url=https%3A%2F%2Fexample.com%2Fit%27s%3Fa%3D1%26b%3D2%23c");
  expect(signature).toBe(hmac(vendor.secret, signingString));
  expect(signedUrl).toBe(`https://api.urlbox.com/v1/MY_KEY/${signature}/pdf?${signingString}`);
  expect(notes).toContain("render-link-built");
  await expect(playground.url).toHaveValue("https://example.com/it's?a=1&b=2#c");

  await playground.setUrl("https://api.urlbox.com/v1/KEY/png?url=a");
  await expect(page.getByRole("textbox", { name: "API key" })).toHaveCount(0);
});

test("key and format of a render link are changed where they stand, and its token stays valid", async ({
  playground,
  vendor,
}) => {
  const query = "url=https%3A%2F%2Fexample.com";
  const link = (key: string, format: string) =>
    `https://api.urlbox.com/v1/${key}/${hmac(vendor.secret, query)}/${format}?${query}`;
  await playground.sign("Urlbox", link("KEY", "png"), vendor.secret);
  await playground.page.getByRole("textbox", { name: "Publishable key" }).fill("OTHER");
  await playground.page.getByRole("combobox", { name: "Format" }).selectOption("pdf");
  await expect(playground.url).toHaveValue(link("OTHER", "pdf"));
  expect((await playground.outputs()).verdict).toBe("valid");
});

test("a paste with a URL somewhere in it is understood", async ({ playground }) => {
  const url = "https://acme.libpx.com/images/1.jpg?width=400&height=300";
  for (const text of [
    `curl -sS '${url}' -o out.jpg`,
    `<img src="${url.replace("&", "&amp;")}" alt="">`,
    JSON.stringify({ url }).replace("&", "\\u0026").replaceAll("/", "\\/"),
    `[error] GET ${url}: 401`,
    `\n  ${url}\n`,
  ]) {
    await paste(playground, "url", text);
    const { signingString, notes } = await playground.outputs();
    expect(signingString, text).toBe("/images/1.jpg?width=400&height=300");
    expect(notes.some((note) => note === "found" || note === "trimmed")).toBe(true);
    await expect(playground.url).toHaveValue(text);
  }
});

test("signing goes on without a network", async ({ playground }) => {
  // Once everything has loaded; before that, going offline is a page half loaded.
  await expect(playground.page.getByRole("tablist", { name: "Language" })).toBeVisible();
  await playground.page.context().setOffline(true);
  const { signature } = await playground.sign("LibPixel", "https://a.test/offline", "secret");
  expect(signature).toBe(hmac("secret", "/offline"));
});
