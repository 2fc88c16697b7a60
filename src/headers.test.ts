import { expect, test } from "vitest";
import { headerRules, headersFor, metaPolicy, writeHeadersFile, writeNginx } from "./headers";

test("public/_headers says the same (after a change: npx vitest run src/headers.test.ts -u)", async () => {
  await expect(writeHeadersFile()).toMatchFileSnapshot("../public/_headers");
});

test("hosting/nginx.conf says the same", async () => {
  await expect(writeNginx()).toMatchFileSnapshot("../hosting/nginx.conf");
});

test("every path has one rule, under any path of the host", () => {
  const paths = headerRules.flatMap((rule) => rule.paths);
  expect(new Set(paths).size).toBe(paths.length);
  for (const base of ["", "/docs/play"]) {
    for (const { paths, headers } of headerRules) {
      for (const path of paths) expect(headersFor(`${base}${path.replace("*", "x.js")}`), path).toBe(headers);
    }
  }
});

test("every page has the policy of <meta>, and says who may frame it", () => {
  const policy = (path: string) => headersFor(path)["Content-Security-Policy"];
  expect(policy("/")).toBe(`${metaPolicy}; frame-ancestors 'none'`);
  expect(policy("/embed.html")).toBe(`${metaPolicy}; frame-ancestors *`);
  expect(headersFor("/embed.html")).not.toHaveProperty("Cross-Origin-Opener-Policy");
  expect(headersFor("/")).toHaveProperty("Cross-Origin-Opener-Policy", "same-origin");
});

test("nothing may connect anywhere, but the service worker to its own site", () => {
  const policies = headerRules.map(({ headers }) => headers["Content-Security-Policy"] ?? "");
  for (const policy of policies) expect(policy).toMatch(/default-src 'none';.*connect-src '(none|self)'/);
  expect(policies.filter((policy) => policy.includes("connect-src 'self'"))).toEqual([
    headersFor("/sw.js")["Content-Security-Policy"],
  ]);
});
