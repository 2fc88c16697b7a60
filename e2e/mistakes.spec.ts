import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, testInOpenTab as test } from "./fixtures";
import { playgroundAddress } from "./playground";

const folder = () => process.env.PLAYGROUND_BUILD ?? "";
const pageOf = (name: string) => new URL(`mistakes/${name}.html`, playgroundAddress()).href;

test("every mistake has a page without scripts, and the list leads to it", async ({ page, faults }) => {
  await page.goto(pageOf("index"));
  const links = await page
    .getByRole("main")
    .getByRole("link")
    .evaluateAll((found) => found.map((link) => link.getAttribute("href") ?? ""));
  const listed = links
    .filter((href) => href.startsWith("./") && href.endsWith(".html"))
    .map((href) => href.slice(2))
    .sort();
  const built = readdirSync(join(folder(), "mistakes")).filter(
    (file) => !["index.html", "for-docs.html"].includes(file),
  );
  expect(listed.length).toBeGreaterThan(60);
  expect(listed).toEqual(built.sort());
  for (const file of built) {
    const html = readFileSync(join(folder(), "mistakes", file), "utf8");
    expect(html, file).not.toMatch(/<script|\son\w+=|[^$]\{(?:signature|hash)\}/i);
    expect(html, file).toContain("<h1");
  }
  expect(faults).toEqual([]);
});

for (const id of ["secret-with-newline", "signed-without-leading-slash", "signature-in-base64"])
  test(`the page of ${id} holds its broken case, live and explained`, async ({ page, faults }) => {
    await page.goto(pageOf(id));
    const frame = page.frameLocator("iframe");
    await expect(frame.locator(`[data-testid="mistake"][data-mistake="${id}"]`)).toBeVisible();
    expect(faults).toEqual([]);
  });

test("the command on a mistake's page prints the digits in its URL", async ({ page, faults }) => {
  await page.goto(pageOf("secret-with-newline"));
  const [url = "", right = "", wrong = ""] = await page.locator("pre").allTextContents();
  const run = (command: string) =>
    /[0-9a-f]{40}/.exec(execFileSync("bash", ["-c", command], { encoding: "utf8" }))?.[0] ?? "";
  expect(url).toContain(run(wrong));
  expect(url).not.toContain(run(right));
  expect(faults).toEqual([]);
});

test("the build says the hash of each of its files, and its vectors are there", () => {
  execFileSync("sha256sum", ["--check", "--quiet", "--strict", "SHA256SUMS"], { cwd: folder() });
  const listed = readFileSync(join(folder(), "SHA256SUMS"), "utf8")
    .trim()
    .split("\n")
    .map((line) => line.slice(66));
  const files = readdirSync(folder(), { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  expect(listed.length).toBe(files.length - 1);
  for (const name of ["libpixel", "urlbox"])
    expect(existsSync(join(folder(), `vectors/${name}.json`))).toBe(true);
});
