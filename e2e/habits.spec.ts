/** What hands do without thinking: paste, drop, slash, Enter, a line of a .env file, a glance at the tab. */
import { createHmac } from "node:crypto";
import { dropText, writeClipboard } from "./clipboard";
import { expect, testInOpenTab as test } from "./fixtures";

const SECRET = "s3cr3t-of-the-shop";
const URL = "https://acme.libpx.com/a.jpg?width=300";
const sha1 = (text: string) => createHmac("sha1", SECRET).update(text).digest("hex");

test("what is pasted anywhere lands in the URL field, but for what may be a secret", async ({
  playground,
  page,
}) => {
  const before = await playground.url.inputValue();
  await writeClipboard(playground, "sk_live_aGVsbG8");
  await page.locator("footer").click({ position: { x: 2, y: 2 } });
  await page.keyboard.press("ControlOrMeta+V");
  await expect(playground.url).toHaveValue(before);
  await writeClipboard(playground, URL);
  await page.keyboard.press("ControlOrMeta+V");
  await expect(playground.url).toHaveValue(URL);
  await expect(playground.url).toBeFocused();
});

test("a URL that is pasted or dropped into the one in the field takes its place", async ({
  playground,
  page,
}) => {
  const example = await playground.url.inputValue();
  const signed = `${URL}&signature=${sha1("/a.jpg?width=300")}`;
  await playground.setSecret(SECRET);
  await writeClipboard(playground, signed);
  for (const clicks of [1, 2]) {
    await playground.url.click({ clickCount: clicks });
    await page.keyboard.press("ControlOrMeta+V");
    await expect(playground.url).toHaveValue(signed);
    expect((await playground.outputs()).verdict).toBe("valid");
    await page.keyboard.press("ControlOrMeta+Z");
    await expect(playground.url).toHaveValue(example);
  }
  await dropText(playground, "url", signed);
  await expect(playground.url).toHaveValue(signed);
});

test("another URL that is pasted over a valid one is searched, and not told as an edit of it", async ({
  playground,
  page,
}) => {
  const signed = `${URL}&signature=${sha1("/a.jpg?width=300")}`;
  const diagnosis = page.getByTestId("diagnosis");
  await playground.setSecret(SECRET);
  await writeClipboard(playground, signed.replace("300", "600"));
  const ways = {
    "over all of it": () => playground.url.press("ControlOrMeta+A"),
    "into it": () => playground.url.press("End"),
    "beside it": () => playground.url.blur(),
  };
  for (const [where, go] of Object.entries(ways)) {
    await playground.setUrl(signed);
    expect((await playground.outputs()).verdict, where).toBe("valid");
    await go();
    await page.keyboard.press("ControlOrMeta+V");
    await expect(playground.url).toHaveValue(/600/);
    await expect(diagnosis, where).toHaveAttribute("data-state", "explained");
    await expect(diagnosis, where).not.toContainText("Valid until");
    await expect(page.getByTestId("mistake"), where).toHaveAttribute(
      "data-mistake",
      "value-changed-after-signing",
    );
  }
  await playground.setUrl(signed);
  await playground.setUrl(signed.replace("300", "600"));
  await expect(diagnosis).toContainText("Valid until");
});

test("of a paste of many lines the URL that was taken is in sight", async ({ playground, page }) => {
  const lines = Array.from({ length: 30 }, (_, line) => `GET /img/${line}.jpg 200`);
  await writeClipboard(playground, [`${URL}&v=1`, ...lines].join("\n"));
  await playground.url.press("ControlOrMeta+A");
  await page.keyboard.press("ControlOrMeta+V");
  await expect(playground.url).toHaveValue(/29\.jpg/);
  const field = page.locator(".field", { has: playground.url });
  const isInSight = () =>
    field.evaluate((box) => {
      const taken = box.querySelector("[data-part=origin]")?.getBoundingClientRect();
      const { top, bottom } = box.getBoundingClientRect();
      return taken !== undefined && taken.top >= top && taken.bottom <= bottom;
    });
  await expect.poll(isInSight).toBe(true);
});

test("a slash leads to the URL, Enter leaves it, and the cross clears it", async ({ playground, page }) => {
  await page.locator("body").press("/");
  await expect(playground.url).toBeFocused();
  await page.keyboard.insertText(URL);
  await expect(playground.url).toHaveValue(URL);
  await page.keyboard.press("/");
  await expect(playground.url).toHaveValue(`${URL}/`);
  await page.keyboard.press("Enter");
  await expect(playground.url).not.toBeFocused();
  await expect(playground.url).toHaveValue(`${URL}/`);
  await playground.button("Clear URL").click();
  await expect(playground.url).toHaveValue("");
});

test("what is dropped, a slash and Enter bring into sight what they lead to", async ({
  playground,
  page,
}) => {
  await playground.sign("LibPixel", `${URL}&signature=${sha1("/a.jpg?width=300")}&utm_source=mail`, SECRET);
  const verdict = page.getByTestId("verdict");
  const toEnd = async () => {
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await expect(playground.url).not.toBeInViewport();
    await expect(verdict).not.toBeInViewport();
  };
  for (const width of [360, 1440]) {
    await page.setViewportSize({ width, height: 800 });
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await toEnd();
    await page.keyboard.press("/");
    await expect(playground.url).toBeInViewport();
    await toEnd();
    await page.keyboard.press("Enter");
    await expect(verdict).toBeInViewport();
    await playground.url.focus();
    await toEnd();
    const text = `${URL}&height=${width}`;
    const dataTransfer = await page.evaluateHandle((text) => {
      const data = new DataTransfer();
      data.setData("text/plain", text);
      return data;
    }, text);
    await page.locator("footer").dispatchEvent("drop", { dataTransfer });
    await expect(playground.url).toHaveValue(text);
    await expect(playground.url).toBeInViewport();
    await expect(verdict).toBeInViewport();
  }
});

test("a secret that is pasted or dropped into another takes its place, until it is taken back", async ({
  playground,
  page,
}) => {
  const first = "the-secret-before";
  const key = (name: string) => page.keyboard.press(name);
  const replaced = page.getByText("took the place of another secret, of 17 characters");
  await playground.setUrl(`${URL}&signature=${sha1("/a.jpg?width=300")}`);
  const pasteInto = async (text: string, caret: string) => {
    await writeClipboard(playground, text);
    await playground.secret.focus();
    await key(caret);
    await key("ControlOrMeta+V");
  };
  for (const [text, caret] of [
    [SECRET, "End"],
    [`${SECRET}\n`, "Home"],
  ] as const) {
    await playground.setSecret(first);
    await pasteInto(text, caret);
    await expect(playground.secret).toHaveValue(SECRET);
    await expect(replaced).toBeVisible();
    expect((await playground.outputs()).verdict).toBe("valid");
    await key("ControlOrMeta+Z");
    await expect(playground.secret).toHaveValue(first);
    await expect(replaced).toHaveCount(0);
  }
  await pasteInto(SECRET, "End");
  await expect(playground.secret, "who has taken it back wants both").toHaveValue(first + SECRET);
  await playground.setSecret(first);
  await pasteInto(SECRET, "End");
  await playground.button("Put back").click();
  await expect(playground.secret).toHaveValue(first);
  await expect(playground.secret).toBeFocused();
  await playground.setSecret(first);
  await writeClipboard(playground, "xy");
  await playground.secret.press("Home");
  await key("Shift+ArrowRight");
  await key("ControlOrMeta+V");
  await expect(playground.secret, "a selected part alone").toHaveValue("xyhe-secret-before");
  await expect(replaced).toHaveCount(0);
  await playground.setSecret(first);
  await dropText(playground, "secret", SECRET);
  await expect(playground.secret).toHaveValue(SECRET);
  await expect(replaced).toBeVisible();
});

test("a key that has nothing to copy says so, and shows what that needs", async ({ playground, page }) => {
  const said = page.getByTestId("announcement");
  await playground.setUrl(URL);
  await expect(page.getByTestId("verdict")).toContainText("Enter the Auth Secret");
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  for (const key of ["Alt+2", "Alt+3"]) {
    await page.keyboard.press(key);
    await expect(said).toHaveText("Nothing to copy yet. Enter the Auth Secret to sign this URL.");
    await expect(page.getByTestId("verdict")).toBeInViewport();
  }
  await page.keyboard.press("Alt+1");
  await expect(said).toHaveText("Copied signing string");
  await playground.setUrl("");
  // Said when it has stood for a while, and it would be said over what follows.
  await expect(said).toHaveText(/^Nothing can be signed yet/);
  await page.keyboard.press("Alt+1");
  await expect(said).toHaveText(/^Nothing to copy yet\. Nothing can be signed yet\. There is no URL yet/);
});

test("of a line of a .env file the value is offered", async ({ playground, page }) => {
  await writeClipboard(playground, `OTHER_KEY=1\nLIBPIXEL_SECRET="${SECRET}"\n`);
  await playground.secret.focus();
  await page.keyboard.press("ControlOrMeta+V");
  await expect(playground.secret).toHaveValue(`LIBPIXEL_SECRET="${SECRET}"`);
  await playground.button("Use its value").click();
  await expect(playground.secret).toHaveValue(SECRET);
  await expect(playground.secret).toBeFocused();
  await playground.setUrl(`${URL}&signature=${sha1("/a.jpg?width=300")}`);
  expect((await playground.outputs()).verdict).toBe("valid");
});

test("of one such line, in an empty field or over a secret, the value is offered, and of a secret with “=” nothing", async ({
  playground,
  page,
}) => {
  await playground.setUrl(`${URL}&signature=${sha1("/a.jpg?width=300")}`);
  const pasteOver = async (before: string, text: string) => {
    await playground.setSecret(before);
    await writeClipboard(playground, text);
    await playground.secret.press("ControlOrMeta+A");
    await page.keyboard.press("ControlOrMeta+V");
    await expect(playground.secret).toHaveValue(text.trim());
  };
  for (const before of ["", "another"])
    for (const line of [`LIBPIXEL_SECRET=${SECRET}`, `export AUTH_SECRET='${SECRET}'`]) {
      await pasteOver(before, line);
      await playground.button("Use its value").click();
      await expect(playground.secret).toHaveValue(SECRET);
      expect((await playground.outputs()).verdict).toBe("valid");
    }
  await pasteOver("", `${SECRET}==`);
  await expect(page.getByTestId("verdict")).toHaveText("Does not match.");
  await expect(playground.button("Use its value")).toHaveCount(0);
});

test("of a value that only says where the secret is kept this is told as of a paste of it", async ({
  playground,
  page,
}) => {
  await playground.setUrl(`${URL}&signature=${sha1("/a.jpg?width=300")}`);
  await playground.setSecret("");
  await writeClipboard(playground, "LIBPIXEL_SECRET=op://vault/libpixel/secret # of the shop");
  await playground.secret.focus();
  await page.keyboard.press("ControlOrMeta+V");
  await playground.button("Use its value").click();
  await expect(playground.secret).toHaveValue("op://vault/libpixel/secret");
  const alert = page.getByRole("region", { name: "Verdict" }).getByRole("alert");
  await expect(alert).toContainText("seems to be only where it is kept");
});

test("a secret with its name in the URL’s field is moved to its own by one click, with a way back to another", async ({
  playground,
}) => {
  await playground.setSecret("");
  for (const [before, pasted] of [
    ["", `LIBPIXEL_SECRET=${SECRET}`],
    ["another-secret", `Auth Secret: "${SECRET}"`],
  ] as const) {
    await playground.setSecret(before);
    await playground.setUrl(pasted);
    await playground.button("Move it to the secret’s field").click();
    await expect(playground.secret).toHaveValue(SECRET);
    await expect(playground.url).toHaveValue("");
    await expect(playground.url).toBeFocused();
    await expect(playground.button("Put back")).toHaveCount(before === "" ? 0 : 1);
    await playground.setUrl(`${URL}&signature=${sha1("/a.jpg?width=300")}`);
    expect((await playground.outputs()).verdict).toBe("valid");
  }
});

test("what was said of a URL is taken back where it holds no more", async ({ playground, page }) => {
  const said = page.getByTestId("announcement");
  const signed = `${URL}&signature=${sha1("/a.jpg?width=300")}`;
  await playground.setUrl(`${signed}&utm_source=mail`);
  await expect(said).toHaveText("This cannot be valid, whatever the secret.");
  await playground.setUrl(signed);
  await expect(page.getByTestId("verdict")).toHaveText("Enter the Auth Secret to check this signature.");
  await expect(said).toHaveText("");
  await playground.setUrl(`${signed}&utm_source=mail`);
  await expect(said).toHaveText("This cannot be valid, whatever the secret.");
});

test("what only hides a secret, or says where it is kept, is told before any verdict", async ({
  playground,
  page,
}) => {
  await playground.setUrl(`${URL}&signature=${sha1("/a.jpg?width=300")}`);
  const alert = page.getByRole("region", { name: "Verdict" }).getByRole("alert");
  for (const [pasted, headline] of [
    ["••••••••••••", "is only the dots or stars that hide one"],
    ["op://vault/libpixel/secret", "seems to be only where it is kept"],
    ["process.env.LIBPIXEL_SECRET", "seems to be only where it is kept"],
  ] as const) {
    await playground.setSecret("");
    await writeClipboard(playground, pasted);
    await playground.secret.focus();
    await page.keyboard.press("ControlOrMeta+V");
    await expect(alert).toContainText(headline);
  }
  await playground.setSecret(SECRET);
  await expect(alert).toHaveCount(0);
});

test("the tab says the verdict, and never the secret", async ({ playground, page }) => {
  await playground.sign("LibPixel", `${URL}&signature=${sha1("/a.jpg?width=300")}`, SECRET);
  await expect(page).toHaveTitle(/Valid/);
  await playground.setUrl(`${URL}&signature=${sha1("a.jpg?width=300")}`);
  await expect(page).toHaveTitle(/Does not match/);
  expect(await page.title()).not.toContain(SECRET);
});

test("an error that names SHA-256 chooses it, and why stands beside the choice", async ({
  playground,
  page,
}) => {
  await playground.setScheme("Urlbox");
  await expect(page.getByText("SHA-256 is what Urlbox’s current page")).toBeVisible();
  await playground.setUrl(
    "401 for https://api.urlbox.com/v1/KEY/png?url=a.test It should be the HMAC SHA256 of your query string",
  );
  await expect(page.getByRole("radio", { name: "SHA-256" })).toBeChecked();
});

test("the options are one stop of the Tab key, and arrow keys walk through them", async ({
  playground,
  page,
}) => {
  await playground.sign("LibPixel", "https://a.libpx.com/i.jpg?width=2&height=3", SECRET);
  const cell = (name: string) => page.getByRole("textbox", { name: `${name} value`, exact: true });
  await expect(page.locator("table :is(input, button)[tabindex='0']")).toHaveCount(1);
  await cell("width").focus();
  await page.keyboard.press("ArrowDown");
  await expect(cell("height")).toBeFocused();
  await page.keyboard.press("End");
  await page.keyboard.press("ArrowRight");
  await expect(playground.button("Move height up")).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("combobox", { name: "New option", exact: true })).toBeFocused();
});

test("one click opens a broken case", async ({ playground, page }) => {
  await playground.button("Open a broken one").first().click();
  await expect(page.getByTestId("diagnosis")).toHaveAttribute("data-state", "explained");
});

test("a link is copied by one click", async ({ playground, page, context }) => {
  await playground.sign("LibPixel", URL, SECRET);
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  // The answer is said when it has stood for a while, and would be said over this.
  await expect(page.getByTestId("announcement")).toHaveText("Signed with this secret.");
  await playground.button("Copy link").click();
  await expect(page.getByTestId("announcement")).toHaveText("Copied link");
});

test("a docs writer chooses what the embed shows", async ({ playground, page }) => {
  await playground.button("Share").click();
  const dialog = page.getByRole("dialog", { name: "Share this case" });
  await dialog.getByRole("radio", { name: "Dark" }).check();
  await dialog.getByRole("checkbox", { name: "Only LibPixel" }).check();
  await dialog.getByRole("checkbox", { name: "steps" }).uncheck();
  const code = (await page.getByTestId("share-embed").textContent()) ?? "";
  const src = /src="([^"]+)"/.exec(code)?.[1]?.replaceAll("&amp;", "&") ?? "";
  expect(src).toContain("embed.html?theme=dark&scheme=libpixel&show=inputs#");
  await playground.open(src);
  await expect(page.getByRole("radiogroup", { name: "Scheme" })).toHaveCount(0);
  await expect(page.getByTestId("signing-string")).toBeHidden();
  await expect(page.getByTestId("verdict")).toBeVisible();
});

test("nothing moves while a secret is typed, at any width", async ({ playground, page }) => {
  const signed = `https://acme.libpx.com/a.jpg?width=1&signature=${sha1("/a.jpg?width=2")}`;
  for (const width of [360, 768, 1440]) {
    await page.setViewportSize({ width, height: 800 });
    await playground.setUrl(signed);
    await playground.secret.fill("");
    await playground.secret.focus();
    const place = () =>
      page
        .locator("[data-secret]")
        .first()
        .evaluate((field) => JSON.stringify(field.getBoundingClientRect()));
    const before = await place();
    for (const key of "s3c") {
      await page.keyboard.press(key);
      expect(await place(), `${width} px, at once`).toBe(before);
      await page.waitForTimeout(150);
      expect(await place(), `${width} px, a moment later`).toBe(before);
      expect(await page.locator("[data-hold]:not(:empty)").count(), "places held before what is there").toBe(
        0,
      );
    }
  }
});
