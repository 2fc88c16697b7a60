import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { schemes } from "../src/schemes";
import {
  anyOther,
  hashSource,
  headerRules,
  headersFor,
  type InlineHashes,
  inlineHashes,
  metaPolicy,
  openPolicy,
  writeHeadersFile,
  writeNginx,
} from "./headers";

test("hosting/_headers says the same (after a change: npx vitest run build/headers.test.ts -u)", async () => {
  await expect(writeHeadersFile()).toMatchFileSnapshot("../hosting/_headers");
});

test("hosting/nginx.conf says the same", async () => {
  await expect(writeNginx()).toMatchFileSnapshot("../hosting/nginx.conf");
});

/** Of a build’s style sheet and its import map. */
const HASHES: InlineHashes = { style: hashSource("body{}"), importMap: hashSource("{}") };

test("only what a page holds may stand in it: boot.js, the import map and the style sheet of its build, by their hashes", () => {
  const inline = (path: string) =>
    headersFor(path, HASHES)["Content-Security-Policy"]?.match(/'(?:sha|nonce-|unsafe-)[^']*'/g) ?? [];
  const own = [hashSource(readFileSync("public/boot.js", "utf8")), HASHES.importMap, HASHES.style];
  for (const path of ["/", "/index.html", "/embed.html", "/embed"]) expect(inline(path), path).toEqual(own);
  // Under another name a page must still be able to refuse.
  for (const path of ["/assets/worker.js", "/embed%2Ehtml"])
    expect(inline(path), path).toEqual(own.slice(0, 1));
  expect(inline("/sw.js")).toEqual([]);
  expect(inlineHashes('<style>body{}</style><script type="importmap">{}</script>')).toEqual(HASHES);
  for (const file of [writeHeadersFile(HASHES), writeNginx(HASHES)]) expect(file).not.toContain("sha256-…");
});

test("every path has one rule, under any path of the host", () => {
  const paths = headerRules.flatMap((rule) => rule.paths);
  expect(new Set(paths).size).toBe(paths.length);
  for (const base of ["", "/docs/play"]) {
    for (const { paths, headers } of headerRules) {
      for (const path of paths)
        expect(headersFor(`${base}${path.replace("*", "x.js")}`), path).toEqual(headers);
    }
  }
});

test("every page has the policy of <meta>, and says who may frame it", () => {
  const policy = (path: string) => headersFor(path, HASHES)["Content-Security-Policy"];
  const [index, embed] = ["/index.html", "/embed.html"].map((path) => metaPolicy(path, HASHES));
  expect(policy("/")).toBe(`${index}; frame-ancestors 'none'`);
  expect(policy("/embed.html")).toBe(`${embed}; frame-ancestors *`);
  expect(index).toContain("frame-src 'self';");
  expect(embed).toContain("frame-src 'none';");
  expect(headersFor("/embed.html")).toHaveProperty("Cross-Origin-Opener-Policy", "unsafe-none");
  expect(headersFor("/")).toHaveProperty("Cross-Origin-Opener-Policy", "same-origin");
});

test("a rule says every header anew that every path has, or a host would keep that one", () => {
  for (const { paths, headers } of headerRules)
    expect(Object.keys(headers), paths[0]).toEqual(expect.arrayContaining(Object.keys(anyOther)));
});

test("every file of the site has a policy", () => {
  for (const name of readdirSync("public"))
    expect(headersFor(`/${name}`), name).toHaveProperty("Content-Security-Policy");
});

test("everything is held to its own site; pages may open the rules, and nothing else", () => {
  for (const { paths, headers } of headerRules.filter(({ paths }) => !paths.includes("/open.html")))
    expect(headers["Connection-Allowlist"], paths[0]).toMatch(
      /^\(response-origin( "https:[^"?]+\?")*\);redirects=allow$/,
    );
  const allowed = headersFor("/")["Connection-Allowlist"] ?? "";
  const rules = [...allowed.matchAll(/"([^"]+)\?"/g)].map(([, address]) => address);
  expect(rules).toEqual(schemes.flatMap(({ sources }) => sources).sort());
  expect(headersFor("/embed.html")["Connection-Allowlist"]).toBe(allowed);
  for (const path of ["/assets/worker.js", "/sw.js", "/favicon.svg"])
    expect(headersFor(path)["Connection-Allowlist"]).toBe("(response-origin);redirects=allow");
});

test("the page that opens a final URL has no origin, and runs its own script alone", () => {
  const headers = headersFor("/open.html");
  expect(headers).toHaveProperty("Connection-Allowlist", '("*://*:*/*?*")');
  const sandbox = "sandbox allow-scripts allow-popups allow-popups-to-escape-sandbox";
  expect(headers["Content-Security-Policy"]).toBe(`${sandbox}; ${openPolicy}; frame-ancestors 'self'`);
  const html = readFileSync("public/open.html", "utf8");
  for (const element of ["script", "style"]) {
    const contents = [...html.matchAll(new RegExp(`<${element}>(.*?)</${element}>`, "gs"))].map(
      ([, text = ""]) => text,
    );
    const hashes = contents.map((text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`);
    expect(openPolicy).toContain(`${element}-src ${hashes.join(" ")};`);
  }
});

test("nothing may connect anywhere, but the service worker to its own site", () => {
  const policies = headerRules.map(({ headers }) => headers["Content-Security-Policy"] ?? "");
  for (const policy of policies) {
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/connect-src (?!'(none|self)'(;|$))/);
  }
  expect(policies.filter((policy) => policy.includes("connect-src 'self'"))).toEqual([
    headersFor("/sw.js")["Content-Security-Policy"],
  ]);
});
