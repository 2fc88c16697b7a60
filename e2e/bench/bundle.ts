import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Bench } from "./browser-bench";
import { kB, printTable } from "./numbers";

/** Vite's `manifest.json`, as far as it is read here. */
type Manifest = Readonly<
  Record<
    string,
    {
      readonly file: string;
      readonly name?: string;
      readonly imports?: readonly string[];
      readonly dynamicImports?: readonly string[];
      readonly css?: readonly string[];
      readonly assets?: readonly string[];
    }
  >
>;

/** What the first screen needs, and what comes later. */
export async function bundle({ site: { folder } }: Bench): Promise<void> {
  const manifest = JSON.parse(readFileSync(join(folder, ".vite", "manifest.json"), "utf8")) as Manifest;
  const first = withImports(manifest, "index.html");
  const embed = new Set([...withImports(manifest, "embed.html")].map((key) => manifest[key]?.file ?? ""));
  const page = readFileSync(join(folder, "index.html"), "utf8");
  const scripts = [...page.matchAll(/<script src="\.?\/?([^"]+)"/g)].flatMap(([, file]) => file ?? []);
  const files = (of: "css" | "assets") => [...first].flatMap((key) => manifest[key]?.[of] ?? []);
  const js = [...new Set([...[...first].map((key) => manifest[key]?.file ?? ""), ...scripts])];
  // Workers and what they load stand in no manifest.
  const later = readdirSync(join(folder, "assets"))
    .map((file) => `assets/${file}`)
    .filter((file) => file.endsWith(".js") && !js.includes(file) && !embed.has(file));
  const sizes = (name: string, all: readonly string[]) => {
    const bytes = (size: (file: string) => number) =>
      all.reduce((sum, file) => sum + size(join(folder, file)), 0);
    return [name, kB(bytes(gzipped)), kB(bytes((file) => statSync(file).size))];
  };
  printTable("First load", [
    ["", "gzip", "plain"],
    sizes("HTML, with the style sheet", ["index.html"]),
    sizes(
      "JavaScript",
      js.filter((file) => file.endsWith(".js")),
    ),
    ...js.filter((file) => file.endsWith(".js")).map((file) => sizes(`  ${file}`, [file])),
    sizes(
      "Fonts (gzip not used)",
      [...new Set(files("assets"))].filter((file) => file.endsWith(".woff2")),
    ),
  ]);
  printTable("Later, when wanted or idle", [
    ["", "gzip", "plain"],
    ...later.map((file) => sizes(file, [file])),
  ]);
}

/** A chunk and everything that it imports statically. */
function withImports(manifest: Manifest, key: string, seen = new Set<string>()): Set<string> {
  if (seen.has(key)) return seen;
  seen.add(key);
  for (const imported of manifest[key]?.imports ?? []) withImports(manifest, imported, seen);
  return seen;
}

const gzipped = (file: string): number => gzipSync(readFileSync(file), { level: 9 }).length;
