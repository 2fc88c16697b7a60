/** Many URLs at once: a log is dropped, and what is wrong with its URLs is understood, without anything of it leaving the page. */
import { createHmac } from "node:crypto";
import { readFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import { makeAccessLog, OLD_SECRET } from "./access-log";
import { copiedBy } from "./clipboard";
import { expect, testInOpenTab as test } from "./fixtures";
import { type Playground, playgroundAddress } from "./playground";

const SECRET = "s3cr3t-of-the-shop";

const manyOf = ({ page }: Playground) => page.getByTestId("many");
const groupsOf = async ({ page }: Playground) =>
  Object.fromEntries(
    await page
      .getByTestId("group")
      .evaluateAll((groups) => groups.map(({ dataset }) => [dataset.group, Number(dataset.count)])),
  );

async function choose({ page }: Playground, text: string | Buffer, name = "access.log"): Promise<void> {
  await page
    .getByLabel("File of URLs", { exact: true })
    .setInputFiles({ name, mimeType: "text/plain", buffer: Buffer.from(text) });
}

async function openMany(playground: Playground): Promise<void> {
  await playground.open(`${playgroundAddress()}#many`);
  await playground.setSecret(SECRET);
}

test("the log of a real server is understood within seconds of dropping it", async ({
  playground,
  page,
  context,
}) => {
  test.setTimeout(120_000);
  const log = await makeAccessLog(SECRET);
  await openMany(playground);
  await page.getByText("Try other secrets, such as an old one").click();
  await page.getByRole("textbox", { name: "Other secrets" }).fill(OLD_SECRET);
  const dropped = performance.now();
  const transfer = await page.evaluateHandle((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], "access.log"));
    return data;
  }, log.text);
  await page.getByRole("main").dispatchEvent("drop", { dataTransfer: transfer });
  await expect(manyOf(playground)).toHaveAttribute("data-state", "done", { timeout: 15_000 });
  await expect(page).toHaveTitle(/^109 URLs · 60 valid · 43 wrong for 7 reasons · 6 unsigned · Countersign$/);
  expect(performance.now() - dropped).toBeLessThan(15_000);
  expect(await groupsOf(playground)).toEqual(log.causes);
  const all = Object.values(log.causes).reduce((sum, count) => sum + count, 0);
  await expect(manyOf(playground)).toHaveAttribute("data-urls", String(all));
  await expect(manyOf(playground)).toHaveAttribute("data-lines", String(all + 3));
  await expect(
    page.getByRole("heading", { name: /109 URLs · 60 valid · 43 wrong for 7 reasons · 6 unsigned/ }),
  ).toBeVisible();
  const group = (id: string) => page.locator(`[data-group="${id}"]`);
  await expect(group("secret-with-newline")).toContainText("All 12 have the address 127.0.0.7");
  await expect(group("parameter-added-after-signing")).toContainText("All 7 have the agent “MailReader/9”");
  await expect(group("signed-decoded-path")).toContainText(
    "All 5 have a path that begins with “/summer%20sale/”",
  );

  await test.step("Copy report, Save CSV", async () => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    const report = await copiedBy(playground, "Copy report");
    expect(report).toContain("109 URLs · 60 valid");
    const saved = page.waitForEvent("download");
    await playground.button("Save CSV").click();
    const csv = await readFile(await (await saved).path(), "utf8");
    expect(csv.split("\r\n")).toHaveLength(all + 2);
    for (const text of [report, csv])
      for (const secret of [SECRET, OLD_SECRET]) expect(text).not.toContain(secret);
  });

  await test.step("Sign them", async () => {
    await playground.button("Sign them").click();
    const list = await page.getByRole("textbox", { name: "Signed URLs" }).inputValue();
    expect(list.trim().split("\n")).toHaveLength(6);
    await choose(playground, list);
    await expect.poll(() => groupsOf(playground)).toEqual({ valid: 6 });
  });
});

test("a row is opened as a case of its own, by keys, and Back returns", async ({ playground, page }) => {
  await openMany(playground);
  const urls = Array.from({ length: 40 }, (_, n) => `https://a.libpx.com/${n}.jpg?width=${n}`);
  await choose(playground, urls.join("\n"));
  await page.getByRole("button", { name: "Show 40" }).click();
  await page.getByRole("button", { name: /^Line 1 / }).focus();
  for (const key of ["End", "ArrowUp"]) {
    await page.keyboard.press(key);
    // The row that is led to comes into the document first.
    await expect(page.locator(":focus")).toHaveAttribute("data-index", key === "End" ? "39" : "38");
  }
  await page.keyboard.press("Enter");
  await expect(playground.url).toHaveValue(urls[38] ?? "");
  await expect(page.getByTestId("verdict")).toBeFocused();
  await expect(page.getByTestId("verdict")).toHaveAttribute("data-verdict", "unsigned");
  await expect(page).toHaveTitle("→ Signed · Countersign");
  // It would bring back the case before the list, which nobody has changed.
  await expect(playground.button("Undo")).toHaveCount(0);
  expect(page.url()).not.toContain("#many");
  // Chromium drops a way back that begins while a page, whichever it is, writes its entry of the history.
  await page.waitForTimeout(500);
  await page.goBack();
  await expect(manyOf(playground)).toHaveAttribute("data-state", "done");
  await expect(page.getByRole("button", { name: /^Line 39 / })).toBeFocused();
  await expect(page).toHaveTitle("40 URLs · 40 unsigned · Countersign");
  await page.goForward();
  await expect(playground.url).toHaveValue(urls[38] ?? "");
  await expect(playground.secret).toHaveValue(SECRET);
  await playground.setUrl("https://a.libpx.com/own.jpg");
  await playground.button("Back to access.log").click();
  await expect(manyOf(playground)).toHaveAttribute("data-urls", "40");
  await playground.button("Check one URL").click();
  await expect(playground.url).toHaveValue("https://a.libpx.com/own.jpg");
  await expect(playground.secret).toHaveValue(SECRET);
});

test("whoever opens it first finds the way to one URL, and shares no case that is not on show", async ({
  playground,
  page,
}) => {
  // What was read before in this tab is gone.
  await playground.openAnew();
  await expect(playground.button("Share")).toBeVisible();
  await openMany(playground);
  await expect(page).toHaveTitle("Check many URLs at once · Countersign");
  await expect(playground.button("Share")).toHaveCount(0);
  await expect(playground.button("Copy link")).toHaveCount(0);
  await playground.button("Check one URL").click();
  await expect(playground.url).toBeVisible();
  await expect(playground.button("Share")).toBeVisible();
  expect(page.url()).not.toContain("#many");
  await page.goBack();
  await expect(manyOf(playground)).toBeVisible();
});

test("on a phone a row from far below opens at its answer, and Back returns to the row", async ({
  playground,
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await openMany(playground);
  const path = (n: number) => `/${n}.jpg?width=${n}`;
  const digits = (n: number) => createHmac("sha1", SECRET).update(path(n)).digest("hex").toUpperCase();
  await choose(
    playground,
    Array.from({ length: 40 }, (_, n) => `${path(n)}&signature=${digits(n)}`).join("\n"),
  );
  await page.getByRole("button", { name: "Show 40" }).click();
  const row = page.getByRole("button", { name: /^Line 9 / });
  await row.scrollIntoViewIfNeeded();
  const from = await page.evaluate(() => scrollY);
  expect(from).toBeGreaterThan(0);
  await row.click();
  await expect(page.getByTestId("mistake")).toBeInViewport();
  await expect(page.getByTestId("verdict")).toBeInViewport();
  await page.goBack();
  await expect(page.getByRole("button", { name: /^Line 9 / })).toBeInViewport();
});

test("a paste of several URLs is checked as a whole", async ({ playground, page }) => {
  await playground.setSecret(SECRET);
  await playground.setUrl("https://a.libpx.com/1.jpg?width=1\nhttps://a.libpx.com/2.jpg?width=2\n");
  await playground.button("Check all").click();
  await expect(manyOf(playground)).toHaveAttribute("data-urls", "2");
  expect(new URL(page.url()).hash).toBe("#many");
  await page.goBack();
  await expect(page.getByTestId("several")).toBeVisible();
});

for (const { name, text } of [
  { name: "a million line feeds", text: "\n".repeat(1_000_000) },
  { name: "a hundred thousand lines", text: "https://a.libpx.com/1.jpg?width=1\n".repeat(100_000) },
]) {
  test(`${name} do not stall the page`, async ({ playground, page }) => {
    await playground.setSecret(SECRET);
    const started = performance.now();
    await playground.url.evaluate((field: HTMLTextAreaElement, text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", text);
      const paste = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
      if (field.dispatchEvent(paste)) throw new Error("The field took it.");
    }, text);
    await expect(manyOf(playground)).toHaveAttribute("data-lines", /^10{5,6}$/, {
      timeout: 30_000,
    });
    await expect(manyOf(playground)).toHaveAttribute("data-state", "done", { timeout: 30_000 });
    expect(performance.now() - started).toBeLessThan(30_000);
    await page.goBack();
    await expect(playground.url).not.toHaveValue(text);
  });
}

test("gzip is read, and what is no text is refused with a sentence", async ({ playground, page }) => {
  await openMany(playground);
  await choose(playground, gzipSync("https://a.libpx.com/1.jpg?width=1\n"), "list.gz");
  await expect(manyOf(playground)).toHaveAttribute("data-urls", "1");
  await choose(playground, Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]), "a.png");
  await expect(page.getByText("This file is no text, so it holds no URLs that could be read.")).toBeVisible();
});

test("without a secret it says what is known, with one it reads again, and a forgotten one leaves nothing", async ({
  playground,
  page,
  context,
}) => {
  const digits = (text: string, key: string, hash = "sha1") =>
    createHmac(hash, key).update(text).digest("hex");
  const path = (n: number) => `/${n}.jpg?width=${n}`;
  const lines = [
    ...Array.from({ length: 6 }, (_, n) => `${path(n)}&signature=${digits(path(n), SECRET)}`),
    ...Array.from({ length: 3 }, (_, n) => `${path(n)}&signature=${digits(path(n), SECRET, "sha256")}`),
    ...Array.from({ length: 2 }, (_, n) => `${path(9)}${n}&signature=${digits(path(9), SECRET)}`),
    `${path(1)}&signature=${digits(path(1), "undefined")}`,
    path(2),
  ];
  const known = {
    "signature-length-64": 3,
    "same-signature": 2,
    "secret-is-placeholder": 1,
    "needs-secret": 6,
    unsigned: 1,
  };
  await playground.open(`${playgroundAddress()}#many`);
  await choose(playground, lines.join("\n"));
  await expect(manyOf(playground)).toHaveAttribute("data-state", "done");
  expect(await groupsOf(playground)).toEqual(known);
  await expect(page.getByRole("heading", { name: /^13 URLs · 3 cannot be valid · / })).toBeVisible();
  await expect(manyOf(playground)).toContainText(
    "Found without the secret. Enter the Auth Secret to check every signature.",
  );
  await expect(playground.button("Sign them")).toHaveCount(0);
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  expect(await copiedBy(playground, "Copy report")).toContain(
    "none of the 3 can be valid, whatever the secret",
  );

  await playground.setSecret(SECRET);
  await expect(page.locator('[data-group="valid"]')).toHaveAttribute("data-count", "6");
  await expect(page.locator('[data-group="needs-secret"]')).toHaveCount(0);
  await playground.button("Forget secret").click();
  await expect(page.locator('[data-group="valid"]')).toHaveCount(0);
  await expect.poll(() => groupsOf(playground)).toEqual(known);
});

test("a file of which nothing can be checked is told as that, and asks for no secret", async ({
  playground,
  page,
}) => {
  await playground.open(`${playgroundAddress()}#many`);
  await choose(
    playground,
    '10.0.0.1 - - [26/Nov/2026:08:00:00 +0000] "GET /app.js?v=1 HTTP/1.1" 200 9 "-" "x"\n',
  );
  await expect(page.getByRole("heading", { name: "No URL to check" })).toBeVisible();
  await expect(manyOf(playground)).toContainText("No line holds a URL of LibPixel or Urlbox, nor any other");
  await expect(manyOf(playground)).not.toContainText("to check every signature");
  await expect(playground.button("Copy report")).toHaveCount(0);
});

test("the secret that is asked for is the vendor’s whose URLs the file holds", async ({ playground }) => {
  await playground.open(`${playgroundAddress()}#many`);
  const link = (n: number) => `https://api.urlbox.com/v1/pk_7/${"12ab".repeat(10)}/png?url=a.test%2F${n}`;
  await choose(playground, `${link(1)}\n${link(2)}\n`);
  await expect(manyOf(playground)).toContainText("Enter the API secret to check every signature.");
});

test("Stop ends it, and what was read stays", async ({ playground }) => {
  await openMany(playground);
  // Nothing explains these, so that they are searched for longer than any machine takes to press a button.
  const line = `https://a.libpx.com/1.jpg?width=1&signature=${"1".repeat(40)}\n`;
  await choose(playground, line.repeat(2_000));
  await expect(manyOf(playground)).toContainText("Searching for");
  await expect(manyOf(playground).getByRole("progressbar"), "it has been read to its end").toHaveCount(0);
  await playground.button("Stop").click();
  await expect(manyOf(playground)).toHaveAttribute("data-state", "stopped");
  await expect(manyOf(playground).getByRole("heading").first()).toBeFocused();
  await expect(manyOf(playground)).toContainText("The search for mistakes was stopped before its end.");
  const counts = Object.values<number>(await groupsOf(playground));
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(
    Number(await manyOf(playground).getAttribute("data-urls")),
  );
});

test("what turns the direction of text turns none of the page's: in a file's name, a URL, an agent", async ({
  playground,
  page,
}) => {
  const turn = "\u202e";
  const log = Array.from({ length: 4 }, (_, at) => {
    const right = `/${at}.jpg?width=1`;
    const signature = createHmac("sha1", SECRET).update(right).digest("hex");
    return `127.0.0.1 - - [26/Nov/2026:10:00:00 +0000] "GET https://fjord.libpx.com${right}&signature=${signature}&${turn}moc=${turn}1 HTTP/1.1" 403 9 "-" "Bot${turn}dilav/1"`;
  });
  await openMany(playground);
  await choose(playground, log.join("\n"), `access${turn}gol.txt`);
  await expect(manyOf(playground)).toHaveAttribute("data-state", "done", { timeout: 15_000 });
  await expect(page.locator('[data-group="parameter-added-after-signing"]')).toContainText(turn);
  await expect(manyOf(playground)).toContainText(`access${turn}gol.txt`);
  expect(await page.evaluate(unbound)).toEqual([]);

  await page.getByRole("button", { name: "Open first" }).click();
  await expect(page.getByTestId("mistake")).toBeVisible();
  expect(await page.evaluate(unbound)).toEqual([]);
});

/** Texts of the page, but for the URL field's, in which such a character can turn what stands behind it. */
function unbound(): string[] {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found: string[] = [];
  while (walker.nextNode()) {
    const { data, parentElement } = walker.currentNode as Text;
    if (!/[\u202a-\u202e\u2066-\u2069]/.test(data) || parentElement?.closest(".field, pre, [hidden]"))
      continue;
    const isBound =
      data.length === 1 && parentElement && getComputedStyle(parentElement).unicodeBidi === "isolate";
    if (!isBound) found.push(data);
  }
  return found;
}

test("who types already when the view comes goes on typing", async ({ playground, page }) => {
  await playground.secret.focus();
  await page.evaluate(() => location.replace("#many"));
  await expect(manyOf(playground)).toBeVisible();
  await expect(playground.secret).toBeFocused();
  await page.keyboard.type(SECRET);
  await expect(playground.secret).toHaveValue(SECRET);
});

test("a file of one vendor’s URLs chooses that vendor, once", async ({ playground, page }) => {
  await playground.open(`${playgroundAddress()}#many`);
  const urls = Array.from({ length: 5 }, (_, n) => {
    const query = `url=https%3A%2F%2Fa.test%2F${n}&width=300`;
    return `https://api.urlbox.com/v1/pkAb12/${createHmac("sha256", SECRET).update(query).digest("hex")}/png?${query}`;
  });
  await choose(playground, urls.join("\n"), "urls.txt");
  await expect(page.getByRole("radio", { name: "Urlbox" })).toBeChecked();
  await playground.setSecret(SECRET);
  await expect.poll(() => groupsOf(playground)).toEqual({ valid: 5 });
  await playground.setScheme("LibPixel");
  await expect(manyOf(playground)).toHaveAttribute("data-state", "done");
  await expect(page.getByRole("radio", { name: "LibPixel" })).toBeChecked();
});

test("the hash that one URL’s digits decide is not said of a file", async ({ playground, page }) => {
  const urlOf = (hash: string, query: string) =>
    `https://api.urlbox.com/v1/pkAb12/${createHmac(hash, SECRET).update(query).digest("hex")}/png?${query}`;
  await playground.setUrl(urlOf("sha256", "url=a.test"));
  await expect(page.getByText("64 digits, so SHA-256 checks it")).toBeVisible();
  await choose(playground, [urlOf("sha256", "url=a.test"), urlOf("sha1", "url=b.test")].join("\n"));
  await expect(manyOf(playground)).toHaveAttribute("data-state", "done");
  await expect(page.getByText("digits, so")).toHaveCount(0);
  await expect(page.getByRole("radio", { name: "SHA-1" })).toBeChecked();
});

test("on a phone the rows of a group show each URL to its end", async ({ playground, page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await openMany(playground);
  const lines = Array.from({ length: 5 }, (_, at) => {
    const right = `/img/${at}/photo.jpg?width=${100 + at}&quality=60`;
    const signature = createHmac("sha1", SECRET).update(right).digest("hex");
    return `https://fjord.libpx.com${right}&signature=${signature}&utm_source=mail`;
  });
  await choose(playground, lines.join("\n"));
  await expect(manyOf(playground)).toHaveAttribute("data-state", "done", { timeout: 15_000 });
  await page.getByRole("button", { name: "Show 5" }).click();
  const rows = page.locator("[data-index] p");
  await expect(rows).toHaveCount(5);
  for (const row of await rows.all())
    expect(
      await row.evaluate(
        (line) => line.scrollWidth <= line.clientWidth && line.scrollHeight <= line.clientHeight,
      ),
    ).toBe(true);
});
