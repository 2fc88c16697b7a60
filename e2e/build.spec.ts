import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { gzipSync } from "node:zlib";
import { build } from "vite";
import { anyOther, bootScript, headersFor, inlineHashes, metaPolicy } from "../build/headers";
import { expect, test } from "./fixtures";
import { playgroundAddress } from "./playground";

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
  const files = [...contents(folder()).keys()].filter(
    (path) => !/^\/(_headers|nginx\.conf|\.vite\/.*)$/.test(path),
  );
  expect(files).toContain("/promises.txt");
  const others = files.filter((path) => isDeepStrictEqual(headersFor(path), anyOther));
  const pages = others.filter((path) => path.endsWith(".html") && !path.startsWith("/mistakes/"));
  expect(pages).toEqual(["/404.html"]);
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

/** What a page loads before it does anything: its scripts with all that they import. */
function firstLoad(page: string): string[] {
  const named = [...read(page).matchAll(/(?:src|href)="\.\/([^"]+\.js)"/g)].map(([, file = ""]) => file);
  const files = new Set<string>();
  const visit = (file: string) => {
    if (files.has(file)) return;
    files.add(file);
    const imports = read(file).matchAll(/(?:from|import)\s*["'`]\.\/([^"'`]+\.js)["'`]/g);
    for (const [, imported = ""] of imports) visit(`assets/${imported}`);
  };
  for (const file of named) visit(file);
  return [...files];
}

const kilobytes = (files: readonly string[]) =>
  files.reduce((sum, file) => sum + gzipSync(read(file)).length, 0) / 1000;

for (const page of ["index.html", "embed.html"]) {
  test(`${page}: the first load stays small`, () => {
    const scripts = firstLoad(page);
    expect(scripts.length).toBeGreaterThan(1);
    expect(kilobytes(scripts), scripts.join(" ")).toBeLessThanOrEqual(115);
    expect(kilobytes([page]), "with boot.js and the style sheet in it").toBeLessThanOrEqual(30);
  });

  test(`${page}: stands under any path, with its policy before anything loads`, () => {
    const html = read(page);
    const addresses = [...html.matchAll(/\s(?:src|href)="([^"]*)"/g)].map(([, address = ""]) => address);
    expect(addresses.filter((address) => address.startsWith("/"))).toEqual([]);
    const hashes = inlineHashes(html);
    const meta = metaPolicy(`/${page}`, hashes);
    const policy = html.indexOf(`<meta http-equiv="Content-Security-Policy" content="${meta}">`);
    expect(policy).toBeGreaterThan(0);
    expect(policy).toBeLessThan(html.search(/<script|<link|<style/));
    for (const file of ["_headers", "nginx.conf"])
      expect(read(file)).toContain(headersFor(`/${page}`, hashes)["Content-Security-Policy"]);
  });
}

for (const page of ["index.html", "embed.html"]) {
  test(`${page}: paints without another file, and holds no other text that runs`, () => {
    const html = read(page);
    expect(html).not.toMatch(/\son\w+=|\sstyle=|rel="stylesheet"/);
    const rest = html.replace(/<template data-late="\w+">.*?<\/template>/gs, "");
    expect(rest, "what loads more is set aside").not.toMatch(/<script[^>]* src=|rel="(?:module)?preload"/);
    const inline = [
      ...html.matchAll(/<script(?![^>]*\s(?:src=|type="importmap"))[^>]*>(.*?)<\/script>/gs),
    ].map(([, text]) => text);
    expect(inline).toEqual([bootScript]);
    expect(html.match(/<style/g)).toHaveLength(1);
  });
}

test("no script asks for the style sheet that each page holds", () => {
  const assets = readdirSync(join(folder(), "assets"));
  const sheets = assets.filter((file) => file.endsWith(".css"));
  expect(sheets, "for the pages of the mistakes").toHaveLength(1);
  for (const file of assets.filter((name) => name.endsWith(".js")))
    expect(read(join("assets", file)), file).not.toContain(sheets[0]);
});

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

test("each page names the digest of every script that it loads, and the copy by its files", () => {
  const sums = read("SHA256SUMS").match(/^.* assets\/.*\n/gm) ?? [];
  const copy = createHash("sha256").update(sums.join("")).digest("hex").slice(0, 12);
  for (const name of ["index.html", "embed.html"]) {
    const page = read(name);
    expect(page).toContain(`<html data-copy="${copy}"`);
    const scripts = page.match(/<(?:script|link)[^>]*\.js"[^>]*>/g) ?? [];
    expect(scripts.length).toBeGreaterThan(2);
    for (const script of scripts) {
      const file = /"\.\/(assets\/[^"]+)"/.exec(script)?.[1] ?? "";
      const digest = createHash("sha256").update(read(file)).digest("base64");
      expect(script).toContain(`integrity="sha256-${digest}"`);
    }
  }
});

test("the import map names the digest of every other script that a page imports", () => {
  const [index, embed] = ["index.html", "embed.html"].map(
    (name) => /<script type="importmap">(.*?)<\/script>/.exec(read(name))?.[1] ?? "",
  );
  expect(embed).toBe(index);
  const { integrity, ...rest } = JSON.parse(index ?? "") as { integrity: Record<string, string> };
  expect(rest).toEqual({});
  const scripts = readdirSync(join(folder(), "assets")).filter((name) =>
    /(?<!worker-[\w-]{8})\.js$/.test(name),
  );
  expect(Object.keys(integrity).sort()).toEqual(scripts.map((name) => `./assets/${name}`).sort());
  for (const [file, digest] of Object.entries(integrity))
    expect(digest).toBe(`sha256-${createHash("sha256").update(read(file)).digest("base64")}`);
});

for (const [which, name] of [
  ["first", /assets\/first-[^/]*\.js$/],
  ["late", /assets\/(?!first-|index-|rolldown-)[^/]*\.js$/],
] as const) {
  test(`a ${which} script that was changed on its way does not run`, async ({ browser }) => {
    for (const change of ["", "\n//"]) {
      const context = await browser.newContext();
      const page = await context.newPage();
      let changed = 0;
      await page.route(name, async (route) => {
        const response = await route.fetch();
        const body = await response.text();
        changed++;
        await route.fulfill({ response, body: body + change });
      });
      const refused = page.waitForEvent("console", (message) => message.text().includes("integrity"));
      await page.goto(playgroundAddress());
      const settled = page.getByRole("tablist", { name: "Language" }).waitFor();
      if (change === "") await settled;
      else await refused;
      expect(changed).toBeGreaterThan(0);
      refused.catch(() => {});
      settled.catch(() => {});
      await page.unrouteAll({ behavior: "ignoreErrors" });
      await context.close();
    }
  });
}
