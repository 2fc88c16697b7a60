import { createHmac } from "node:crypto";
import { expect, testInOpenTab as test } from "./fixtures";

const SECRET = "Wq7-fN2x.Lp4";
const HOST = "https://img.example.net";
const hmac = (signed: string) => createHmac("sha1", SECRET).update(signed).digest("hex");
const signed = (target: string) => `${HOST}${target}&signature=${hmac(target)}`;

test.describe("who can fetch a URL", () => {
  test("is told of a valid one: who changes it, and of the form that all send alike", async ({
    page,
    playground,
  }) => {
    await playground.setUrl(signed("/a.jpg?src=https%3A%2F%2Fx.test%2Fb&w=1"));
    await playground.setSecret(SECRET);
    const clients = page.getByTestId("clients").getByRole("listitem", { includeHidden: true });
    await expect(clients.and(page.locator('[data-sends="changed"]'))).toHaveCount(1);
    await expect(page.locator('[data-client="aiohttp"]')).toHaveAttribute("data-sends", "changed");
    await expect(page.locator('[data-client="curl"]')).toHaveAttribute("data-sends", "same");
    await page.getByText("Changed by aiohttp; sent as signed by browsers, curl, Go").click();
    await page.getByRole("button", { name: "Write it as all send it alike" }).click();
    await expect(page.locator('[data-sends="changed"]')).toHaveCount(0);
    await expect(page.getByTestId("verdict")).toHaveAttribute("data-verdict", "unsigned");
    const target = "/a.jpg?src=https://x.test/b&w=1";
    await expect(page.getByTestId("signed-url")).toHaveText(signed(target));
    await page.getByRole("button", { name: "Undo", exact: true }).click();
    await expect(page.getByTestId("verdict")).toHaveAttribute("data-verdict", "valid");
  });

  test("is told of a freshly signed one, and not of a mismatch", async ({ page, playground }) => {
    await playground.setUrl(`${HOST}/a.jpg?text={a}[b]|c`);
    await playground.setSecret(SECRET);
    await expect(page.locator('[data-client="curl"]')).toHaveAttribute("data-sends", "refused");
    await expect(page.locator('[data-client="wget"]')).toHaveAttribute("data-sends", "changed");
    await playground.setUrl(`${signed("/a.jpg?w=1")}0`);
    await expect(page.getByTestId("clients")).toHaveCount(0);
  });
});

test("of two URLs it is proved without a secret that one is wrong, and told who makes it", async ({
  page,
  playground,
}) => {
  const made = signed("/a.jpg?text=a|b&w=1");
  await playground.setUrl(made);
  await playground.waitForResult();
  await page.getByText("Compare with the URL as it arrived").click();
  const arrived = page.getByRole("textbox", { name: "URL as it arrived" });
  await arrived.fill(
    `127.0.0.1 - - [26/Nov/2026] "GET ${made.slice(HOST.length).replace("|", "%7C")} HTTP/1.1" 401 12`,
  );
  const compared = page.getByTestId("two-urls");
  await expect(compared).toHaveAttribute("data-proof", "one-signature");
  await expect(compared.locator('[data-where="text"]')).toHaveText("text: a|b → a%7Cb");
  await expect(compared).toContainText("wget");
});

test("a srcset says which width was signed", async ({ page, playground }) => {
  const url = signed("/a.jpg?height=9&width=640");
  const srcset = [320, 640, 1280].map((width) => `${url.replace("640", `${width}`)} ${width}w`).join(", ");
  await playground.setUrl(signed("/b.jpg?w=1"));
  await playground.setSecret(SECRET);
  await page.getByText("Compare with the URL as it arrived").click();
  await page
    .getByRole("textbox", { name: "URL as it arrived" })
    .fill(`<img srcset="${srcset.replaceAll("&", "&amp;")}">`);
  await expect(page.getByTestId("shared-signatures")).toContainText(
    "3 URLs carry one signature, and differ in width",
  );
  await expect(page.getByTestId("right-one")).toContainText(url);
});
