import { createHash, createHmac } from "node:crypto";
import { copiedBy } from "./clipboard";
import { expect, testInOpenTab as test } from "./fixtures";
import type { Playground } from "./playground";

const secret = "s3cr3t-of-the-shop";
const rule = "/?src=https%3A%2F%2Fa.test%2Fb.jpg&width=300";
const url = (signature: string) => `https://acme.libpx.com${rule}&signature=${signature}`;
const hmac = (key: string, message: string) => createHmac("sha1", key).update(message).digest("hex");

/** What the five lines print. */
function line(key: string, signed: string): string {
  const fingerprint = createHash("sha256").update(key).digest("hex").slice(0, 4);
  return `countersign1 ${Buffer.byteLength(key)} ${fingerprint} ${Buffer.from(signed).toString("hex")}`;
}

async function compare({ page }: Playground, pasted: string) {
  await page.getByRole("textbox", { name: "String your code signed" }).fill(pasted);
  return page.getByTestId("comparison");
}

test("the lines stand in the reader’s language below the field, to copy", { tag: "@browser" }, async ({
  playground,
}) => {
  const { page } = playground;
  await playground.sign("LibPixel", url("abc"), secret);
  const probe = page.getByTestId("probe");
  await expect(probe).toContainText('console.log("countersign1"');
  await probe.getByRole("combobox", { name: "Language of these lines" }).selectOption("Python");
  await expect(probe.locator("pre")).toContainText('print("countersign1"');
  expect(await copiedBy(playground, "Copy these lines")).toBe(await probe.locator("pre").textContent());
  // The code below follows, and it is the language that is remembered.
  await expect(page.getByRole("tab", { name: "Python" })).toHaveAttribute("aria-selected", "true");
});

test("one pasted line decides which of secret and string differs", async ({ playground }) => {
  const { page } = playground;
  // The least there is to search, for it is searched to its end.
  const signed = "/?by=my-own-rule";
  await playground.sign("LibPixel", `https://a.test/?signature=${hmac(secret, signed)}`, secret);
  const probe = page.getByTestId("probe");
  await expect(probe).toBeVisible({ timeout: 40_000 });
  let comparison = await compare(playground, `app-1 | ${line(secret, signed)}`);
  await expect(comparison).toHaveAttribute("data-comparison", "string-differs");
  await expect(comparison.locator("del")).toHaveText("?by=my-own-rule");
  await expect(page.getByRole("heading", { name: "The secret is right." })).toBeVisible();

  comparison = await compare(playground, line(`${secret}\n`, "/"));
  await expect(comparison).toHaveAttribute("data-comparison", "secret-or-hash-differs");
  await expect(comparison.locator("[data-mistake]")).toHaveAttribute("data-mistake", "secret-with-newline");
  await expect(comparison).toContainText("16 bits of its SHA-256");
  await expect(comparison).not.toContainText(secret);
  await expect(page.getByRole("heading", { name: "The secret is right." })).toHaveCount(0);
});

test("the right string is told at once, below its field; the rest is counted and can be stopped", async ({
  playground,
}) => {
  const { page } = playground;
  await playground.sign("LibPixel", `https://a.test/?signature=${hmac("another secret", "/")}`, secret);
  await expect(page.getByTestId("probe")).toBeVisible({ timeout: 40_000 });
  const field = page.getByRole("textbox", { name: "String your code signed" });
  await field.fill("/");
  const tried = page.getByTestId("string-tried");
  await expect(tried).toContainText("This is the right string.");
  await expect(page.getByRole("heading", { name: "the string is right" })).toBeVisible();
  await expect(tried).toContainText(/Trying .*: [1-9][\d,]* HMACs/);
  await playground.button("Stop trying").click();
  await expect(tried).toContainText("Stopped");
  await expect(page.getByTestId("comparison")).toHaveCount(0);
  const [place, code] = [await tried.boundingBox(), await page.getByTestId("probe").boundingBox()];
  expect(place?.y).toBeLessThan(code?.y ?? 0);
  await playground.button("Try again").click();
  await expect(playground.button("Stop trying")).toBeVisible();
  await field.fill("/other");
  await expect(tried).not.toContainText("This is the right string.");
});

test("a mismatch that is explained offers the lines, too", async ({ playground }) => {
  const { page } = playground;
  await playground.sign("LibPixel", url(hmac(`${secret}\n`, rule)), secret);
  await expect(page.getByTestId("diagnosis")).toHaveAttribute("data-state", "explained", { timeout: 40_000 });
  await expect(page.getByTestId("probe")).toHaveCount(0);
  await page.getByText("Try other secrets, or the string that your code signed").click();
  await expect(page.getByTestId("probe")).toBeVisible();
  const comparison = await compare(playground, line(`${secret}\n`, rule));
  await expect(comparison.locator("[data-mistake]")).toHaveAttribute("data-mistake", "secret-with-newline");
  await expect(comparison).not.toContainText("16 bits");
});
