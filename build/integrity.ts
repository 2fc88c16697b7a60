import { createHash } from "node:crypto";
import type { Plugin, Rolldown } from "vite";
import { allowing, hashSource, UNKNOWN } from "./headers.ts";

type Output = Rolldown.OutputAsset | Rolldown.OutputChunk;

const contentOf = (output: Output) => (output.type === "chunk" ? output.code : output.source);

/** Pages of the tool: they name their scripts' digests, and which copy they are. */
const PAGES = ["index.html", "embed.html"];
/** Enough to tell copies apart by eye. */
const DIGITS = 12;

/**
 * Writes into each page the `integrity` of every script that it names (https://www.w3.org/TR/SRI/), of all that come later an import
 * map with theirs (https://html.spec.whatwg.org/multipage/webappapis.html#import-map-integrity), and the name of the copy: the first digits of the SHA-256 of the lines that SHA256SUMS has for `assets/`, so that anyone can compute it from that file.
 */
export function integrity(): Plugin {
  return {
    name: "integrity",
    apply: "build",
    enforce: "post",
    generateBundle: {
      order: "post",
      handler(_options, bundle) {
        const copy = nameOf(Object.values(bundle));
        const importMap = importMapOf(Object.values(bundle));
        for (const name of PAGES) {
          const page = bundle[name];
          if (page?.type !== "asset") this.error(`the build made no ${name}`);
          const hashes = { ...UNKNOWN, importMap: hashSource(importMap) };
          page.source = allowing(hashes, String(page.source))
            .replace("<html ", `<html data-copy="${copy}" `)
            .replace(/<(?:script|link)[^>]* (?:src|href)="\.\/(assets\/[^"]+\.js)"/g, (tag, file: string) => {
              const script = bundle[file];
              if (!script) throw new Error(`${name} names ${file}, which the build did not make`);
              return `${tag} integrity="${integrityOf(script)}"`;
            })
            .replace(
              '<template data-late="scripts">',
              (tag) => `<script type="importmap">${importMap}</script>\n    ${tag}`,
            );
        }
      },
    },
  };
}

const integrityOf = (output: Output) => `sha256-${digest(contentOf(output)).toString("base64")}`;

/** The digest of each script that a page can import, by its address from the page. Workers are no imports. */
function importMapOf(outputs: readonly Output[]): string {
  const scripts = outputs.filter(({ type, fileName }) => type === "chunk" && fileName.startsWith("assets/"));
  return JSON.stringify({
    integrity: Object.fromEntries(scripts.map((script) => [`./${script.fileName}`, integrityOf(script)])),
  });
}

function nameOf(outputs: readonly Output[]): string {
  const lines = outputs
    .filter(({ fileName }) => fileName.startsWith("assets/"))
    .map((output) => `${digest(contentOf(output)).toString("hex")}  ${output.fileName}\n`)
    .sort((a, b) => (a.slice(66) < b.slice(66) ? -1 : 1));
  return digest(lines.join("")).toString("hex").slice(0, DIGITS);
}

const digest = (content: string | Uint8Array) => createHash("sha256").update(content).digest();
