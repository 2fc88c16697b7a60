import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";
import type { PrecachedFile } from "../src/service-worker/worker";
import { HOST_FILES, headersFor, type InlineHashes, inlineHashes } from "./headers.ts";

/** In `public/`, but for hosts and link cards, not for the page. */
const NOT_FOR_THE_PAGE: ReadonlySet<string> = new Set(["404.html", "boot.js", "og.png", ...HOST_FILES]);
/** Pages and data that stand beside the playground, which needs none of them, with their style sheet. */
const BESIDE_THE_PAGE = /^(?:mistakes|vectors)\/|\.css$/;

/** Writes into the service worker which files make up this build; its version is their hash, so equal builds are equal. */
export function precache(): Plugin {
  let publicDir = "";
  return {
    name: "precache",
    apply: "build",
    enforce: "post",
    configResolved(config) {
      publicDir = config.publicDir;
    },
    generateBundle: {
      order: "post",
      handler(_options, bundle) {
        const worker = bundle["sw.js"];
        if (worker?.type !== "chunk") this.error("the build made no sw.js");
        const built = Object.values(bundle)
          .filter(
            ({ fileName }) =>
              fileName !== "sw.js" && !NOT_FOR_THE_PAGE.has(fileName) && !BESIDE_THE_PAGE.test(fileName),
          )
          .map((output) => [output.fileName, output.type === "chunk" ? output.code : output.source] as const);
        const copied = readdirSync(publicDir)
          .filter((name) => !NOT_FOR_THE_PAGE.has(name))
          .map((name) => [name, readFileSync(join(publicDir, name))] as const);
        worker.code = `${precacheList([...built, ...copied])}\n${worker.code}`;
      },
    },
  };
}

/** The line of script that tells the service worker its files. */
export function precacheList(
  contents: ReadonlyArray<readonly [name: string, content: string | Uint8Array]>,
): string {
  const page = contents.find(([name]) => name === "index.html")?.[1] ?? "";
  const hashes = inlineHashes(String(page));
  const files = contents.map(([name, content]) => precached(name, content, hashes));
  files.sort((a, b) => (a.url < b.url ? -1 : 1));
  const version = createHash("sha256").update(JSON.stringify(files)).digest("hex").slice(0, 16);
  return `const PRECACHE=${JSON.stringify({ version, files })};`;
}

function precached(fileName: string, content: string | Uint8Array, hashes: InlineHashes): PrecachedFile {
  const digest = createHash("sha256").update(content).digest("base64");
  return {
    url: fileName === "index.html" ? "./" : `./${fileName}`,
    integrity: `sha256-${digest}`,
    headers: headersFor(`/${fileName}`, hashes),
  };
}
