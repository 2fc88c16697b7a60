import { createHmac } from "node:crypto";
import { expect, testInOpenTab as test } from "./fixtures";
import type { Playground } from "./playground";

const secret = "s3cr3t-of-the-shop";
const hmac = (key: string, message: string, hash = "sha1") =>
  createHmac(hash, key).update(message).digest("hex");
const libpixel = (signature: string) =>
  `https://acme.libpx.com/?src=https%3A%2F%2Fa.test%2Fb.jpg&width=300&signature=${signature}`;
const rule = "/?src=https%3A%2F%2Fa.test%2Fb.jpg&width=300";

async function diagnose(playground: Playground, url: string, key = secret): Promise<string[]> {
  await playground.sign("LibPixel", url, key);
  const diagnosis = playground.page.getByTestId("diagnosis");
  await expect(diagnosis).toHaveAttribute("data-state", /^(un)?explained$/, { timeout: 40_000 });
  return playground.page
    .getByTestId("mistake")
    .evaluateAll((mistakes) => mistakes.map((mistake) => (mistake as HTMLElement).dataset.mistake ?? ""));
}

test("names the mistake, what was really signed, the proof and the fix", async ({ playground }) => {
  const { page } = playground;
  const signature = hmac(`${secret}\n`, rule.slice(1));
  expect(await diagnose(playground, libpixel(signature))).toEqual([
    "secret-with-newline",
    "signed-without-leading-slash",
  ]);
  const diagnosis = page.getByTestId("diagnosis");
  await expect(page.getByTestId("signed-by-mistake")).toHaveText(rule.slice(1));
  await expect(page.getByTestId("tried")).toHaveText(/^\d+$/);
  await expect(diagnosis).toContainText(signature);
  await expect(diagnosis.getByText("Fix")).toBeVisible();
  await expect(diagnosis.locator("ins")).toHaveText("/");
  await expect(diagnosis).not.toContainText(secret);
});

test("says that three mistakes came together", async ({ playground }) => {
  const url = libpixel(hmac(`"${secret}"`, `${rule}\n`)).replaceAll("&", "&amp;");
  expect(await diagnose(playground, url)).toHaveLength(3);
  await expect(playground.page.getByTestId("diagnosis")).toContainText("3 mistakes came together");
});

test("shows invisible characters by marks that are not part of the text", async ({ playground }) => {
  expect(await diagnose(playground, libpixel(hmac(secret, `${rule}\n`)))).toEqual(["signed-with-newline"]);
  const signed = playground.page.getByTestId("signed-by-mistake");
  expect(await signed.evaluate((element) => element.textContent)).toBe(`${rule}\n`);
  await expect(signed.locator('[data-mark="LF"]')).toHaveCount(1);
});

test("a URL inside a curl command, HTML, a log line, quotes or brackets is found and used", async ({
  playground,
}) => {
  const url = libpixel(hmac(secret, rule));
  for (const pasted of [
    `curl -sS '${url}' -o out.jpg`,
    `<img alt="x" src="${url.replaceAll("&", "&amp;")}">`,
    `2026-01-02T03:04:05Z GET ${url} 401`,
    `"${url}"`,
    `<${url}>`,
    JSON.stringify({ url }).replaceAll("&", "\\u0026"),
  ]) {
    expect((await playground.sign("LibPixel", pasted, secret)).verdict, pasted).toBe("valid");
    await expect(playground.note("found")).toBeVisible();
    await expect(playground.url).toHaveValue(pasted);
  }
});

/** They can be entered before the search without them has ended. */
async function openOthers({ page }: Playground): Promise<void> {
  await page.getByText("Try other secrets, or the string that your code signed").click();
}

test("other secrets: tells by line which one signed it", async ({ playground }) => {
  const { page } = playground;
  await playground.sign("LibPixel", libpixel(hmac("staging-secret", rule)), secret);
  await openOthers(playground);
  await expect(page.getByTestId("mistake")).toHaveCount(0);
  await page.getByRole("textbox", { name: "Other secrets" }).fill("old-secret\n\nstaging-secret");
  await expect(page.getByTestId("mistake")).toHaveAttribute("data-mistake", "secret-of-another-environment");
  await expect(page.getByTestId("diagnosis")).toContainText("3");
  await expect(page.getByTestId("diagnosis")).not.toContainText("staging-secret");
});

test("unexplained: says what was excluded, and the string that the code signed decides", async ({
  playground,
}) => {
  const { page } = playground;
  // The least there is to search, for it is searched to its end.
  const signed = "/?by=my-own-rule";
  expect(await diagnose(playground, `https://a.test/?signature=${hmac("s", signed)}`, "s")).toEqual([]);
  await expect(page.getByTestId("diagnosis")).toContainText("Excluded");
  expect(Number(await page.getByTestId("tried").textContent())).toBeGreaterThan(1000);
  const compare = page.getByRole("textbox", { name: "String your code signed" });
  await compare.fill(signed);
  const comparison = page.getByTestId("comparison");
  await expect(comparison).toHaveAttribute("data-comparison", "string-differs");
  await expect(comparison.locator("del")).toHaveText("?by=my-own-rule");
  await expect(page.getByRole("heading", { name: "The secret is right." })).toBeVisible();
  await compare.fill("something else");
  // With another string, every treatment and computation is tried.
  await expect(comparison).toHaveAttribute("data-comparison", "secret-or-hash-differs", { timeout: 40_000 });
  // Nothing says that it was signed, and yet it is not the one to sign.
  await expect(comparison.locator("dt")).toHaveText(["This string", "Should be"]);
  await expect(comparison.locator("dd")).toHaveText(["something else", "/"]);
});

test("the search can be stopped and started again, and typing starts another", async ({ playground }) => {
  const { page } = playground;
  // Many parameters make the search long enough to stop it.
  const query = Array.from({ length: 40 }, (_, index) => `parameter${index}=some%20value%20${index}`).join(
    "&",
  );
  await playground.sign(
    "LibPixel",
    `https://a.libpx.com/i.jpg?${query}&signature=${"0123456789".repeat(4)}`,
    secret,
  );
  await playground.button("Stop").click();
  await expect(page.getByTestId("diagnosis")).toContainText("Stopped. Nothing was found out.");
  await expect(page.getByTestId("announcement")).toHaveText(
    "Does not match. Stopped. Nothing was found out.",
  );
  await expect(page.getByTestId("verdict"), "the button is gone").toBeFocused();
  await playground.button("Search again").click();
  await expect(page.getByTestId("diagnosis")).toHaveAttribute("data-state", "searching");
  await playground.setUrl(libpixel(hmac(secret, rule.slice(1))));
  await expect(page.getByTestId("mistake")).toHaveAttribute("data-mistake", "signed-without-leading-slash");
});

test("nothing of a diagnosis is left when the verdict is another", async ({ playground }) => {
  const { page } = playground;
  await diagnose(playground, libpixel(hmac(secret, rule.slice(1))));
  await playground.setSecret("");
  await expect(page.getByTestId("diagnosis")).toHaveCount(0);
  await playground.sign("LibPixel", libpixel(hmac(secret, rule)), secret);
  await expect(page.getByTestId("verdict")).toHaveAttribute("data-verdict", "valid");
  await expect(page.getByTestId("diagnosis")).toHaveCount(0);
});

test("where only the URL is at fault, one click brings back the URL that was signed", async ({
  playground,
}) => {
  const { page } = playground;
  const signed = libpixel(hmac(secret, rule));
  for (const [broken, mistake] of [
    [signed.replaceAll("&", "&amp;"), "url-html-escaped"],
    [signed.replace("&width", "&utm_source=mail&width"), "parameter-added-after-signing"],
  ] as const) {
    expect(await diagnose(playground, broken)).toEqual([mistake]);
    await playground.button("Use the URL that was signed").click();
    await expect(playground.url).toHaveValue(signed);
    await expect(page.getByTestId("verdict")).toHaveAttribute("data-verdict", "valid");
  }
  await diagnose(playground, libpixel(hmac(secret, rule.slice(1))));
  await expect(playground.button("Use the URL that was signed")).toHaveCount(0);
});
