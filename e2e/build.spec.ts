import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "@playwright/test";
import { build } from "vite";
import { anyOther, headersFor, metaPolicy } from "../build/headers";

const folder = () => process.env.PLAYGROUND_BUILD ?? "";
const read = (file: string) => readFileSync(join(folder(), file), "utf8");

/** Every file of a folder, by its path in it. */
function contents(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
  const paths = files.map((file) => join(file.parentPath, file.name)).sort();
  return new Map(paths.map((path) => [path.slice(folder.length), readFileSync(path, "base64")]));
}

test("two builds of the same source are the same, byte for byte", async () => {
  const outDir = mkdtempSync(join(tmpdir(), "countersign-again-"));
  await build({
    root: join(import.meta.dirname, ".."),
    logLevel: "error",
    build: { outDir, emptyOutDir: true },
  });
  const [first, second] = [contents(folder()), contents(outDir)];
  rmSync(outDir, { recursive: true });
  expect([...second.keys()]).toEqual([...first.keys()]);
  const different = [...second].filter(([path, bytes]) => first.get(path) !== bytes).map(([path]) => path);
  expect(different).toEqual([]);
});

test("each page has a rule of its own for hosts, and every other file the limits of an address that is none", () => {
  const files = [...contents(folder()).keys()].filter((path) => !/^\/(_headers|\.vite\/.*)$/.test(path));
  expect(files).toContain("/promises.txt");
  const others = files.filter((path) => headersFor(path) === anyOther);
  expect(others.filter((path) => path.endsWith(".html"))).toEqual(["/404.html"]);
  expect(others.filter((path) => path.startsWith("/assets/") || path === "/sw.js")).toEqual([]);
});

test("the promises that the page links to are those that are tested", () => {
  const promises = read("promises.txt");
  for (const name of [
    "not on disk",
    "not on the network: after loading, no request at all",
    "gone after Back",
  ])
    expect(promises).toContain(`\n- ${name}`);
  expect(promises).not.toMatch(/\$\{|import |expect\(/);
});

/** What a page loads before it does anything: its scripts with all that they import, or its style sheets. */
function firstLoad(page: string, extension: "js" | "css"): string[] {
  const link = new RegExp(`(?:src|href)="\\./([^"]+\\.${extension})"`, "g");
  const named = [...read(page).matchAll(link)].map(([, file = ""]) => file);
  const files = new Set<string>();
  const visit = (file: string) => {
    if (files.has(file)) return;
    files.add(file);
    const imports =
      extension === "js" ? read(file).matchAll(/(?:from|import)\s*["'`]\.\/([^"'`]+\.js)["'`]/g) : [];
    for (const [, imported = ""] of imports) visit(`assets/${imported}`);
  };
  for (const file of named) visit(file);
  return [...files];
}

const kilobytes = (files: readonly string[]) =>
  files.reduce((sum, file) => sum + gzipSync(read(file)).length, 0) / 1000;

for (const page of ["index.html", "embed.html"]) {
  test(`${page}: the first load stays small`, () => {
    const scripts = firstLoad(page, "js");
    expect(scripts).toContain("boot.js");
    expect(scripts.length).toBeGreaterThan(1);
    expect(kilobytes(scripts), scripts.join(" ")).toBeLessThanOrEqual(115);
    expect(kilobytes(firstLoad(page, "css"))).toBeLessThanOrEqual(25);
  });

  test(`${page}: stands under any path, with its policy before anything loads`, () => {
    const html = read(page);
    const addresses = [...html.matchAll(/\s(?:src|href)="([^"]*)"/g)].map(([, address = ""]) => address);
    expect(addresses.filter((address) => address.startsWith("/"))).toEqual([]);
    expect(html).not.toMatch(/<script(?![^>]*\ssrc=)|\son\w+=|\sstyle=/);
    const policy = html.indexOf(
      `<meta http-equiv="Content-Security-Policy" content="${metaPolicy(`/${page}`)}">`,
    );
    expect(policy).toBeGreaterThan(0);
    expect(policy).toBeLessThan(html.search(/<script|<link|<style/));
  });
}

test("the manifest makes it installable", () => {
  const manifest = JSON.parse(read("manifest.webmanifest")) as { icons: { src: string; sizes: string }[] };
  expect(manifest).toMatchObject({
    name: "Countersign",
    start_url: "./",
    scope: "./",
    display: "standalone",
  });
  for (const size of [192, 512]) {
    const icon = manifest.icons.find(({ sizes }) => sizes === `${size}x${size}`);
    const png = readFileSync(join(folder(), icon?.src ?? ""));
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([size, size]);
  }
  expect(read("index.html")).toContain('rel="manifest" href="./manifest.webmanifest"');
});
