/**
 * A file of many URLs and the secret that checks it: nothing of either is kept or sent, and no report holds the secret. The test
 * plants each leak itself and must see it.
 */
import { createHmac } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { findCanary, newCanary } from "../canary";
import { copiedBy } from "../clipboard";
import { expect, test } from "../fixtures";

test.use({ serviceWorkers: "allow" });

/** Where something would be kept. */
async function kept(page: Page): Promise<object> {
  const session = await page.context().newCDPSession(page);
  return {
    address: page.url(),
    history: await session.send("Page.getNavigationHistory"),
    state: await page.evaluate(() => JSON.stringify(history.state)),
    title: await page.title(),
    storage: await page.context().storageState({ indexedDB: true }),
    session: await page.evaluate(() => JSON.stringify(sessionStorage)),
    caches: await page.evaluate(async () => {
      const names = await caches.keys();
      const addresses = await Promise.all(
        names.map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url)),
      );
      return addresses.flat();
    }),
  };
}

/** The file's text beside its URLs is looked for as well as the secret. */
test("nothing of a file of URLs or of its secret is kept, sent or reported", async ({ playground, page }) => {
  const secret = newCanary();
  const beside = newCanary();
  const path = "/a.jpg?width=1";
  const digits = (key: string) => createHmac("sha1", key).update(path).digest("hex");
  const lines = [
    `10.0.0.1 - ${beside} [25/Nov/2026:14:00:00 +0000] "GET ${path}&signature=${digits(secret)} HTTP/1.1" 200 1 "-" "A"`,
    `10.0.0.1 - - [25/Nov/2026:14:00:01 +0000] "GET ${path}&signature=${digits(`${secret}\n`)} HTTP/1.1" 403 1 "${beside}" "A"`,
    `10.0.0.1 - - [25/Nov/2026:14:00:02 +0000] "GET ${path}&key=${encodeURIComponent(secret)}&signature=${digits("x")} HTTP/1.1" 403 1 "-" "A"`,
    `nothing but ${beside}`,
  ];
  await page.waitForLoadState("networkidle");
  const sent: string[] = [];
  page.on("request", (request) => sent.push(`${request.url()} ${request.postData() ?? ""}`));
  await page.evaluate(() => {
    location.hash = "#many";
  });
  await playground.setSecret(secret);
  await page
    .getByLabel("File of URLs", { exact: true })
    .setInputFiles({ name: "access.log", mimeType: "text/plain", buffer: Buffer.from(lines.join("\n")) });
  const many = page.getByTestId("many");
  await expect(many).toHaveAttribute("data-state", "done", { timeout: 60_000 });
  await expect(many).toHaveAttribute("data-urls", "3");
  await page.getByRole("button", { name: "Show 1", exact: true }).first().click();
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  const report = await copiedBy(playground, "Copy report");
  expect(report).toContain("3 URLs");
  const saved = page.waitForEvent("download");
  await playground.button("Save CSV").click();
  const out = {
    report,
    csv: await readFile(await (await saved).path(), "utf8"),
    page: await page.content(),
  };
  expect(out.csv).toContain("«secret»");
  await page.getByRole("button", { name: "Open", exact: true }).last().click();
  for (const canary of [secret, beside]) {
    expect(findCanary(out, canary)).toEqual([]);
    expect(findCanary(await kept(page), canary)).toEqual([]);
    expect(findCanary(sent, canary)).toEqual([]);
  }
  // The page's own files are fetched when they are needed: asking for them says nothing.
  const own = /^(?:blob:\S+|http:\/\/127\.0\.0\.1:\d+\/(?:favicon\.svg|assets\/[\w.-]+)) $/;
  expect(sent.filter((request) => !own.test(request))).toEqual([]);

  const planted = newCanary();
  expect(findCanary(await kept(page), planted)).toEqual([]);
  await page.evaluate((text) => history.replaceState({ text }, ""), planted);
  expect(findCanary(await kept(page), planted)).not.toEqual([]);
  // The page's policy lets it ask for nothing but its own pictures.
  await page.evaluate((text) => {
    new Image().src = `?${encodeURIComponent(text)}`;
  }, planted);
  await expect.poll(() => findCanary(sent, planted)).not.toEqual([]);
});
