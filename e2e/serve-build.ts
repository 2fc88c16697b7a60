import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, preview } from "vite";
import { ensureBrowser } from "./browser";
import { findFirefox, noFirefox } from "./firefox";

/** Builds the playground once into a folder of its own and serves it, as `npm start` does, while the tests run. */
export default async function serveBuild(): Promise<() => Promise<void>> {
  ensureBrowser();
  if (!findFirefox()) console.log(noFirefox);
  const root = dirname(dirname(fileURLToPath(import.meta.url)));
  const outDir = mkdtempSync(join(tmpdir(), "countersign-"));
  await build({ root, logLevel: "warn", build: { outDir, emptyOutDir: true } });
  const server = await preview({
    root,
    logLevel: "warn",
    build: { outDir },
    preview: { port: freePort(), strictPort: false, open: false, allowedHosts: ["insecure.test"] },
  });
  process.env.PLAYGROUND_ADDRESS = server.resolvedUrls?.local[0];
  process.env.PLAYGROUND_BUILD = outDir;
  return async () => {
    await server.close();
    rmSync(outDir, { recursive: true, force: true });
  };
}

/** Somewhere in the dynamic range, so that two runs side by side rarely meet; the server takes the next one if they do. */
function freePort(): number {
  return 49_152 + Math.floor(Math.random() * 10_000);
}
