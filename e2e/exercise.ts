import { createHmac } from "node:crypto";
import { expect } from "./fixtures";
import type { Playground } from "./playground";

const sha1 = (key: string, text: string) => createHmac("sha1", key).update(text).digest("hex");

/** Types the secret as a person does: key by key into the field, so that no script of the test ever holds it in the page. */
export async function typeSecret(playground: Playground, secret: string): Promise<void> {
  await playground.secret.focus();
  await playground.page.keyboard.press("ControlOrMeta+A");
  await playground.page.keyboard.insertText(secret);
  await playground.waitForResult();
}

/** Everything one can do with a secret here: sign, check, diagnose, err, copy, share, look around. It stays entered. */
export async function exercise(playground: Playground, secret: string): Promise<void> {
  await typeSecret(playground, secret);
  await playground.setScheme("LibPixel");
  for (const url of inputs(secret)) {
    await playground.setUrl(url);
    await playground.waitForResult();
  }
  await diagnose(playground, secret);
  await playground.setScheme("Urlbox");
  await playground.setUrl("https://example.com/");
  await playground.page.getByRole("textbox", { name: "API key" }).fill("API_KEY");
  await playground.setUrl(
    `https://api.urlbox.com/v1/KEY/${sha1(`${secret}\n`, "url=example.com")}/png?url=example.com`,
  );
  await playground.setHash("SHA-256");
  await settle(playground);
  await lookAround(playground);
}

/** Signed, unsigned, and every kind of error. */
function inputs(secret: string): string[] {
  return [
    "https://acme.test/images/1.jpg?width=400",
    "https://acme.test/é ..?q='",
    "",
    "https://",
    "ftp://acme.test/",
    "javascript:alert(1)",
    "not a URL",
    `https://acme.test/1.jpg?signature=${sha1(secret, "/1.jpg")}`,
  ];
}

/** Mistakes of several groups, each made with the secret, and one that nothing explains. */
async function diagnose(playground: Playground, secret: string): Promise<void> {
  const signatures = [
    sha1(`${secret}\n`, "/1.jpg"),
    sha1(secret.toUpperCase(), "/1.jpg"),
    sha1(secret.slice(0, -3), "/1.jpg"),
    sha1(encodeURIComponent(secret), "/1.jpg"),
    sha1(secret, "1.jpg"),
    sha1("quite another secret", "/1.jpg"),
  ];
  for (const signature of signatures) {
    await playground.setUrl(`https://acme.test/1.jpg?signature=${signature}`);
    await settle(playground);
  }
  const { page } = playground;
  await page.getByRole("textbox", { name: "String your code signed" }).fill("/2.jpg");
  await page.getByRole("textbox", { name: "Other secrets" }).focus();
  await page.keyboard.insertText(`staging\n${secret}-old`);
  await playground.setUrl(`https://acme.test/1.jpg?signature=${sha1(`${secret}-old`, "/1.jpg")}`);
  await settle(playground);
}

/** Waits for the end of a search, where one is under way. */
async function settle(playground: Playground): Promise<void> {
  await playground.waitForResult();
  await expect(playground.page.locator('[data-testid="diagnosis"][data-state="searching"]')).toHaveCount(0, {
    timeout: 30_000,
  });
}

async function lookAround({ page, ...playground }: Playground): Promise<void> {
  await page.getByRole("button", { name: "Show secret" }).click();
  await page.getByRole("button", { name: "Hide secret" }).click();
  for (const tab of await page.getByRole("tablist", { name: "Language" }).getByRole("tab").all())
    await tab.click();
  await page.getByRole("button", { name: /^Theme/ }).click();
  await page.getByRole("button", { name: "Share" }).click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();
  await playground.url.focus();
}
