import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";

type HostName = "Netlify" | "Cloudflare";

interface Rule {
  readonly path: string;
  readonly drops: string[];
  readonly says: [name: string, value: string][];
}

/** The rules of a `_headers` file. */
function readRules(text: string): Rule[] {
  const rules: Rule[] = [];
  for (const line of text.split("\n").filter((line) => line.trim() !== "")) {
    const rule = rules.at(-1);
    const [, drop] = /^\s+! (.+)$/.exec(line) ?? [];
    const [, name, value = ""] = /^\s+([^:!]+): (.*)$/.exec(line) ?? [];
    if (drop) rule?.drops.push(drop.toLowerCase());
    else if (name) rule?.says.push([name.toLowerCase(), value]);
    else rules.push({ path: line.trim(), drops: [], says: [] });
  }
  return rules;
}

/**
 * What a host sends for a path, as asked for: every rule that fits it counts, from the first. Netlify's own code for it takes a
 * header's last value (its package `headers`); Cloudflare joins the values by a comma, and drops those before a line with `!`
 * (https://developers.cloudflare.com/pages/configuration/headers/).
 */
function headersOf(rules: readonly Rule[], path: string, host: HostName): Record<string, string> {
  const headers = new Map<string, string>();
  const fits = (pattern: string) =>
    pattern.endsWith("*") ? path.startsWith(pattern.slice(0, -1)) : path === pattern;
  for (const { drops, says } of rules.filter(({ path }) => fits(path))) {
    if (host === "Cloudflare") for (const name of drops) headers.delete(name);
    for (const [name, value] of says) {
      const before = host === "Cloudflare" ? headers.get(name) : undefined;
      headers.set(name, before === undefined ? value : `${before}, ${value}`);
    }
  }
  return Object.fromEntries(headers);
}

const TYPES: Readonly<Record<string, string>> = {
  html: "text/html; charset=utf-8",
  js: "text/javascript",
  css: "text/css",
  svg: "image/svg+xml",
  txt: "text/plain",
  webmanifest: "application/manifest+json",
};

/** Serves the build in `folder` with the headers of its `_headers` file alone, and finds a file by every spelling of its path. */
export async function serveStatically(folder: string, host: HostName) {
  const rules = readRules(readFileSync(join(folder, "_headers"), "utf8"));
  const server = createServer(({ url = "/" }, response) => {
    const path = url.split("?", 1)[0] ?? "/";
    const name = decodeURIComponent(path).replace(/\/+/g, "/").replace(/\/$/, "/index.html");
    const file = [name, `${name}.html`, name.replace(/\/index\.html$/, "")].find(
      (name) => existsSync(join(folder, name)) && statSync(join(folder, name)).isFile(),
    );
    const served = file ?? "/404.html";
    response.writeHead(file ? 200 : 404, {
      ...headersOf(rules, path, host),
      "content-type": TYPES[served.split(".").at(-1) ?? ""] ?? "application/octet-stream",
    });
    response.end(readFileSync(join(folder, served)));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
