import { createHmac } from "node:crypto";
import { languages } from "../src/snippets";
import { expect, testInOpenTab as test } from "./fixtures";
import { Playground, playgroundAddress } from "./playground";

const secret = "demo-auth-secret";
const sha1 = (message: string) => createHmac("sha1", secret).update(message).digest("hex");

test.describe("options", () => {
  test("editing a cell rewrites only that parameter, and the signature follows", async ({ playground }) => {
    await playground.sign("LibPixel", "https://a.libpx.com/i.jpg?src=%2f'x&&width=2&flag", secret);
    const cell = (name: string) =>
      playground.page.getByRole("textbox", { name: `${name} value`, exact: true });
    await cell("width").fill("30 & more");
    await expect(playground.url).toHaveValue(
      "https://a.libpx.com/i.jpg?src=%2f'x&&width=30%20%26%20more&flag",
    );
    expect((await playground.outputs()).signature).toBe(sha1("/i.jpg?src=%2f'x&&width=30%20%26%20more&flag"));
    await expect(cell("src")).toHaveValue("/'x");

    await playground.url.fill("https://a.libpx.com/i.jpg?width=7&height=%C3%A9");
    await expect(cell("width")).toHaveValue("7");
    await expect(cell("height")).toHaveValue("é");
  });

  test("options are added by name, moved and removed, by keyboard alone", async ({ playground }) => {
    const { page, url } = playground;
    await playground.sign("LibPixel", "https://a.libpx.com/i.jpg", secret);
    await page.getByRole("combobox", { name: "New option", exact: true }).focus();
    await page.keyboard.type("width");
    await page.keyboard.press("Tab");
    await page.keyboard.type("300");
    await page.keyboard.press("Enter");
    await expect(url).toHaveValue("https://a.libpx.com/i.jpg?width=300");
    await page.getByRole("combobox", { name: "New option", exact: true }).fill("dpr");
    await page.keyboard.press("Enter");
    await expect(url).toHaveValue("https://a.libpx.com/i.jpg?width=300&dpr=");
    await expect(page.getByRole("combobox", { name: "New option", exact: true })).toBeFocused();
    await playground.button("Move width down").press("Enter");
    await expect(url).toHaveValue("https://a.libpx.com/i.jpg?dpr=&width=300");
    // The focus goes with the row that is moved, and to the next one when it is removed.
    await expect(playground.button("Move width up")).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(url).toHaveValue("https://a.libpx.com/i.jpg?width=300&dpr=");
    await expect(playground.button("Move width down")).toBeFocused();
    await playground.button("Remove width").press("Enter");
    await expect(url).toHaveValue("https://a.libpx.com/i.jpg?dpr=");
    await expect(playground.button("Remove dpr")).toBeFocused();
  });

  test("a value of several lines keeps them while it is edited", async ({ playground }) => {
    await playground.setUrl("https://a.libpx.com/i.jpg?text=one%0Atwo&w=1");
    const value = playground.page.getByRole("textbox", { name: "text value", exact: true });
    await expect(value).toHaveValue("one\ntwo");
    await value.press("End");
    await value.pressSequentially("!");
    await expect(playground.url).toHaveValue(/text=one(%21)?%0Atwo(%21)?&w=1/);
  });

  test("an option added to a signed URL goes before its signature", async ({ playground }) => {
    const { page, url } = playground;
    await playground.sign(
      "LibPixel",
      `https://a.libpx.com/i.jpg?width=2&signature=${sha1("/i.jpg?width=2")}`,
      secret,
    );
    await page.getByRole("combobox", { name: "New option", exact: true }).fill("dpr");
    await page.keyboard.press("Enter");
    await expect(url).toHaveValue(/\?width=2&dpr=&signature=[0-9a-f]{40}$/);
    expect((await playground.outputs()).verdict).toBe("mismatch");
  });
});

test("the bytes view shows offset, hex and character of what is signed", async ({ playground }) => {
  await playground.sign("LibPixel", "https://a.libpx.com/i.jpg?w=é", secret);
  await playground.button("Bytes").click();
  const rows = playground.page.getByTestId("bytes").getByRole("row");
  await expect(rows.nth(1)).toHaveText("00002f 69 2e 6a 70 67 3f 77/i.jpg?w");
  await expect(rows.nth(2)).toHaveText("00083d 25 43 33 25 41 39=%C3%A9");
  expect((await playground.outputs()).signingString).toBe("/i.jpg?w=%C3%A9");
  await playground.button("Text").click();
  await expect(playground.page.getByTestId("signing-string")).toBeVisible();
});

test("an example that is chosen while code is on its way is not lost", async ({ playground, page }) => {
  await page.route(/assets\/examples-list/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1500));
    await route.continue();
  });
  await playground.openAnew();
  await page.getByRole("button", { name: "Examples" }).click();
  await page.getByRole("button", { name: "A signed URL to check", exact: true }).click();
  await expect(page.getByTestId("verdict")).toHaveAttribute("data-verdict", "valid");
});

test("a part lights up wherever it occurs, by pointer and by keyboard", async ({ playground }) => {
  const main = playground.page.locator("main");
  await playground.page.getByTestId("signed-url").locator('[data-part="query"]').hover();
  await expect(main).toHaveAttribute("data-lit", "query");
  await playground.button("signature").focus();
  await playground.page.mouse.move(0, 0);
  await playground.button("secret").focus();
  await expect(main).toHaveAttribute("data-lit", "key");
});

test("the code is a tab list that the arrow keys walk through", async ({ playground }) => {
  const { page } = playground;
  const labels = languages.map(({ label }) => label);
  const tabs = page.getByRole("tablist", { name: "Language" }).getByRole("tab");
  await expect(tabs).toHaveText(labels);
  await tabs.first().focus();
  const seen = new Set<string>();
  for (const label of labels) {
    const tab = page.getByRole("tab", { name: label, exact: true });
    await expect(tab).toBeFocused();
    await expect(tab).toHaveAttribute("aria-selected", "true");
    seen.add((await page.getByTestId("snippet").textContent()) ?? "");
    await page.keyboard.press("ArrowRight");
  }
  await expect(tabs.first()).toBeFocused();
  expect(seen.size).toBe(labels.length);
  await expect(page.getByTestId("snippet")).not.toContainText(secret);
});

test("the code has three forms; its language lasts, and links name it", async ({ playground }) => {
  const { page } = playground;
  const snippet = page.getByTestId("snippet");
  const choose = (form: string) =>
    page.getByRole("radiogroup", { name: "Form" }).getByRole("radio", { name: form, exact: true }).check();
  await playground.open(`${playgroundAddress()}#lang=python`);
  await expect(page.getByRole("tab", { name: "Python", exact: true })).toHaveAttribute(
    "aria-selected",
    "true",
  );
  await expect(snippet).toContainText("def sign_libpixel(url: str, secret: str)");
  await choose("Script");
  await expect(snippet).not.toContainText("def ");
  await choose("Test");
  await expect(snippet).toContainText("def test_signs_as_libpixel_does");
  await playground.setSecret("a secret of the user's");
  await playground.setUrl("https://t.libpx.com/1.jpg");
  await expect(snippet).toContainText("https://acme-shop.libpx.com/products/hero.jpg");
  await expect(snippet).toContainText(secret);
  await expect(snippet).not.toContainText("of the user");
  await playground.setScheme("Urlbox");
  await playground.setUrl("https://api.urlbox.com/v1/KEY/png?url=x");
  await expect(snippet).toContainText("def test_signs_as_urlbox_does");
  await expect(page.getByRole("tab", { name: "Python", exact: true })).toHaveAttribute(
    "aria-selected",
    "true",
  );
});

test.describe("links", () => {
  test("restore everything but the secret, and say whose turn it is", async ({ page, faults }) => {
    const url = "https://example.com/a?b=c&d";
    await page.goto(
      `${playgroundAddress()}#v=1&scheme=urlbox&url=${encodeURIComponent(url)}&hash=SHA-256&apikey=k-1&format=pdf`,
    );
    await expect(page.getByRole("textbox", { name: "URL", exact: true })).toHaveValue(url);
    await expect(page.getByRole("radio", { name: "SHA-256" })).toBeChecked();
    await expect(page.getByRole("textbox", { name: "API key" })).toHaveValue("k-1");
    await expect(page.getByRole("combobox", { name: "Format", exact: true })).toHaveValue("pdf");
    await expect(page.getByLabel("Secret", { exact: true })).toHaveValue("");
    await expect(page.getByTestId("verdict")).toHaveAttribute("data-verdict", "empty");
    await expect(page.getByTestId("notes")).toContainText("Your turn: enter the API secret.");
    await page.getByLabel("Secret", { exact: true }).fill("x");
    await expect(page.getByTestId("signed-url")).toHaveText(
      /^https:\/\/api\.urlbox\.com\/v1\/k-1\/[0-9a-f]{64}\/pdf\?url=/,
    );
    expect(faults).toEqual([]);
  });

  test("a secret in the address is removed at once, and warned of", async ({ page, faults }) => {
    await page.goto(
      `${playgroundAddress()}?token=t1#v=1&url=https%3A%2F%2Fa.libpx.com%2F&secret=s3&key=k2&password=p4`,
    );
    await expect(page.getByTestId("notes").locator('[data-note="secret-in-address"]')).toContainText(
      "replace it",
    );
    expect(page.url()).toBe(`${playgroundAddress()}#v=1&url=https%3A%2F%2Fa.libpx.com%2F`);
    await expect(page.getByLabel("Secret", { exact: true })).toHaveValue("");
    expect(faults).toEqual([]);
  });

  test("an example is linked by its id, secret included", async ({ page, faults }) => {
    await page.goto(`${playgroundAddress()}#example=urlbox-page`);
    await expect(page.getByTestId("signature")).toHaveText("a6f5fb4b61eaba63a4546b87c14091c9ca3fbe73");
    await page.goto(`${playgroundAddress()}#example=libpixel-two-mistakes`);
    await expect(page.getByTestId("mistake")).toHaveCount(2);
    expect(faults).toEqual([]);
  });

  test("malformed fragments open the playground all the same", async ({ page, faults }) => {
    const playground = new Playground(page);
    for (const fragment of [
      "%",
      "v=1&url=%E0%A4%A",
      "__proto__=1&constructor=2",
      "=&=&&",
      "example=%00",
      "v=9&scheme=other",
    ]) {
      await playground.openAnew(`${playgroundAddress()}#${fragment}`);
      await expect(playground.url).toBeVisible();
    }
    expect(faults).toEqual([]);
  });
});

test("Share gives a link that opens the same case, and nothing it gives holds the secret", async ({
  playground,
  context,
}) => {
  const canary = "canary-7f3a-Ω";
  const url = 'https://a.libpx.com/i (1).jpg?title=it\'s&q="x"';
  await playground.sign("LibPixel", url, canary);
  await playground.button("Share").click();
  const dialog = playground.page.getByRole("dialog", { name: "Share this case" });
  await expect(dialog.locator("pre")).toHaveCount(6);
  const texts = await dialog.locator("pre").allTextContents();
  for (const text of texts) {
    expect(text).not.toContain(canary);
    expect(text).not.toContain(encodeURIComponent(canary));
  }
  const [link = "", markdown, embed, gitbook, badge, report] = texts;
  expect(markdown).toBe(`[See what gets signed](${link})`);
  expect(embed).toContain("/embed.html#v=1&amp;scheme=libpixel");
  expect(gitbook).toMatch(/^\{% embed url="[^"\s]+" %\}$/);
  expect(badge).toContain("/badge.svg)](http");
  expect(report).toContain("Secret: 13 characters, 14 bytes (not part of this report)");
  expect(report).toContain('Signing string: /i%20(1).jpg?title=it\'s&q="x"');
  expect(report).toContain("On its way: Changed by wget,");

  await playground.page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  const other = await context.newPage();
  await other.goto(link);
  await expect(other.getByRole("textbox", { name: "URL", exact: true })).toHaveValue(url);
  await expect(other.getByLabel("Secret", { exact: true })).toHaveValue("");
  await other.close();
});

test("Share shows the embed as a page would, and the preview follows what is chosen", async ({
  playground,
  page,
}) => {
  await playground.open(`${playgroundAddress()}#v=1&example=libpixel-utm`);
  await playground.button("Share").click();
  await page.getByRole("radio", { name: "For a page" }).check();
  const frame = page.locator('iframe[title="Preview of the embed"]');
  const preview = frame.contentFrame();
  await expect(preview.getByTestId("mistake")).toHaveCount(1);
  for (const width of [320, 640, 1000]) {
    await page.getByRole("radio", { name: `${width} px` }).check();
    await expect.poll(() => frame.evaluate((element) => element.clientWidth)).toBe(width);
    const room = await frame.evaluate((element) => element.closest("dialog")?.clientWidth ?? 0);
    expect((await frame.boundingBox())?.width).toBeLessThan(room);
  }
  await page.getByRole("radio", { name: "Dark" }).check();
  await expect(preview.locator("html")).toHaveAttribute("data-theme", "dark");
  await page.keyboard.press("Tab");
  await expect(frame).not.toBeFocused();
});

test("Share shows the embed in a window of the size that its code gives it", async ({
  playground,
  context,
}) => {
  await playground.open(`${playgroundAddress()}#v=1&example=libpixel-utm`);
  await playground.button("Share").click();
  await playground.page.getByRole("radio", { name: "For a page" }).check();
  await playground.page.getByRole("radio", { name: "320 px" }).check();
  const [embed] = await Promise.all([
    context.waitForEvent("page"),
    playground.page.getByRole("link", { name: /^Try it at 320/ }).click(),
  ]);
  await expect(embed.getByTestId("mistake")).toHaveCount(1);
  const shown = await embed.evaluate(() => [innerWidth, innerHeight, opener]);
  await expect(playground.page.getByTestId("share-embed")).toContainText(`height="${shown[1]}"`);
  expect(shown).toEqual([320, shown[1], null]);
  await embed.close();
});

test("of a larger paste the URL alone is shared, for anything may stand around it", async ({
  playground,
}) => {
  const url = "https://a.libpx.com/1.jpg?width=3";
  await playground.sign("LibPixel", `LIBPIXEL_SECRET=prodcanary777 curl "${url}"`, "prodcanary777");
  await playground.button("Share").click();
  const texts = await playground.page.getByRole("dialog").locator("pre").allTextContents();
  expect(texts.join()).not.toContain("prodcanary777");
  expect(texts[0]).toContain(encodeURIComponent(url));
  await playground.page.keyboard.press("Escape");

  await playground.setUrl(`${url}&key=prodcanary777`);
  await playground.button("Share").click();
  await expect(playground.page.getByRole("dialog").getByRole("alert")).toContainText(
    "holds what is entered as the secret",
  );
});

test("an edited example is shared with its published secret, until another is typed", async ({
  playground,
  context,
}) => {
  const { page } = playground;
  await playground.chooseExample("The Urlbox page’s own example");
  await page.getByRole("textbox", { name: "width value", exact: true }).fill("301");
  const { signature } = await playground.outputs();
  const link = async () => {
    await playground.button("Share").click();
    const text = await page.getByTestId("share-link").textContent();
    await page.keyboard.press("Escape");
    return text ?? "";
  };
  const other = await context.newPage();
  await other.goto(await link());
  await expect(other.getByTestId("signature")).toHaveText(signature);
  await other.close();
  await playground.setSecret("my own");
  expect(await link()).not.toContain("example=");
});

test("a pasted link to the other vendor chooses its rule, says so, and can be taken back", async ({
  playground,
}) => {
  await playground.sign(
    "LibPixel",
    "https://api.urlbox.io/v1/api-key/png?url=urlbox.io&width=300",
    "my_secret_key",
  );
  await expect(playground.page.getByRole("radio", { name: "Urlbox" })).toBeChecked();
  await expect(playground.note("other-scheme")).toContainText("so Urlbox’s rule was chosen");
  await playground.button("Undo").click();
  await expect(playground.page.getByRole("radio", { name: "LibPixel" })).toBeChecked();
  await playground.button("Switch to Urlbox").click();
  expect((await playground.outputs()).signature).toBe("a6f5fb4b61eaba63a4546b87c14091c9ca3fbe73");
  await expect(playground.note("other-scheme")).toHaveCount(0);
  await playground.setUrl("https://acme.libpx.com/a.jpg");
  await expect(playground.page.getByRole("radio", { name: "LibPixel" })).toBeChecked();
});

test("a vendor's error message, pasted alone or around a URL, is answered", async ({ playground }) => {
  await playground.setUrl("X-Urlbox-Error-Message: The generated token was incorrect.");
  await expect(playground.page.getByTestId("problem")).toHaveAttribute("data-problem", "vendor-error");
  await playground.setUrl('{"error":{"code":"TokenlessRequestsNotEnabled"}}');
  await expect(playground.page.getByTestId("problem")).toContainText("without a token");
  await playground.setUrl("TokenNotMatchedError for https://a.libpx.com/i.jpg");
  await expect(playground.note("vendor-error")).toContainText("TokenNotMatchedError");
  await expect(playground.page.locator("footer")).toContainText("Require Authenticated Requests");
});

test("a right token that the vendor’s answer refuses for its hash is signed anew", async ({
  playground,
  page,
}) => {
  const query = "url=https%3A%2F%2Fexample.org%2F&width=1280";
  const token = (hash: string) => createHmac(hash, "my own secret").update(query).digest("hex");
  const link = (hash: string) => `https://api.urlbox.com/v1/pk7Gh2/${token(hash)}/png?${query}`;
  const says = `x-urlbox-error-message: The generated token was incorrect. It should be the HMAC SHA256 of your query string`;
  await playground.sign("Urlbox", `${says}\n${link("sha1")}`, "my own secret");
  await expect(page.getByTestId("verdict")).toHaveAttribute("data-verdict", "valid");
  await expect(page.getByTestId("verdict")).toContainText("with SHA-1, but Urlbox’s answer asks for SHA-256");
  await expect(page.getByText("Switched to")).toHaveCount(0);
  await expect(playground.note("vendor-error")).not.toContainText("to learn why");
  await expect(page.getByText(link("sha256"), { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Use it", exact: true }).click();
  await expect(page.getByTestId("verdict")).toHaveText("Valid: this secret made this token.");
  expect((await playground.outputs()).signedUrl).toBe(link("sha256"));
  // The answer was one to the link before.
  await expect(page.getByText("Both can be true")).toHaveCount(0);
});

test("where the vendor’s answer refuses what is valid here, it is said how both can be", async ({
  playground,
  page,
}) => {
  const query = "url=https%3A%2F%2Fexample.org%2F&width=1280";
  const link = (key: string) =>
    `https://api.urlbox.com/v1/pk7Gh2/${createHmac("sha256", key).update(query).digest("hex")}/png?${query}`;
  const says = `HTTP/1.1 401\nx-urlbox-error-message: The generated token was incorrect. It should be the HMAC SHA256 of your query string`;
  const both = page.getByText("Both can be true");
  await playground.sign("Urlbox", `${link("my own secret")}\n${says}`, "my own secret");
  await expect(page.getByTestId("verdict")).toHaveText("Valid: this secret made this token.");
  await expect(both).toBeVisible();
  await expect(page.getByText("The answer is that of another link.")).toBeVisible();
  await playground.setUrl(`${link("another")}\n${says}`);
  await expect(page.getByTestId("diagnosis")).toBeVisible();
  await expect(both).toHaveCount(0);
  await playground.setUrl(`HTTP/1.1 404 Not Found\n${link("my own secret")}`);
  await expect(page.getByTestId("verdict")).toHaveAttribute("data-verdict", "valid");
  await expect(both).toHaveCount(0);
});

test("every example fills in everything, can be signed or checked, and says what its title says", async ({
  playground,
}) => {
  const { page } = playground;
  await playground.button("Examples").click();
  const titles = await page.locator("#examples").getByRole("button").allTextContents();
  const brokenTitles = await page.locator("#examples h2:text('broken') + ul button").allTextContents();
  await page.keyboard.press("Escape");
  expect(brokenTitles.length).toBeGreaterThanOrEqual(8);
  expect(titles.length).toBeGreaterThanOrEqual(brokenTitles.length + 4);
  for (const title of titles) {
    await playground.button("Examples").click();
    await page.locator("#examples").getByRole("button", { name: title, exact: true }).click();
    await expect(page.locator("#examples")).toBeHidden();
    const outputs = await playground.outputs();
    const broken = brokenTitles.includes(title);
    expect(outputs, title).toMatchObject({
      problem: "",
      verdict: broken ? "mismatch" : expect.stringMatching(/^(unsigned|valid)$/),
    });
    expect(outputs.signature, title).toMatch(/^([0-9a-f]{40}|[0-9a-f]{64})$/);
    if (title === "The Urlbox page’s own example")
      expect(outputs).toMatchObject({
        signingString: "url=urlbox.io&width=300",
        signature: "a6f5fb4b61eaba63a4546b87c14091c9ca3fbe73",
      });
    if (broken) await expect(page.getByTestId("diagnosis")).toHaveAttribute("data-state", "explained");
  }
  expect(titles).toContain("The Urlbox page’s own example");
});
