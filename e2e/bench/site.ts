import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build, type Plugin, preview } from "vite";

const HERE = dirname(fileURLToPath(import.meta.url));

/** The built page as a host serves it: compressed, with its headers. Bare pages stand under `bench/`. */
export interface Site {
  readonly address: string;
  readonly folder: string;
  close(): Promise<void>;
}

export async function serveSite(): Promise<Site> {
  const root = join(HERE, "..", "..");
  const folder = mkdtempSync(join(tmpdir(), "countersign-bench-"));
  const outDir = { outDir: folder, emptyOutDir: true };
  await build({ root, logLevel: "error", build: { ...outDir, manifest: true, reportCompressedSize: false } });
  const server = await preview({
    root,
    logLevel: "error",
    plugins: [compressing(folder)],
    build: outDir,
    preview: { port: 0, open: false },
  });
  return {
    address: server.resolvedUrls?.local[0] ?? "",
    folder,
    close: async () => {
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
};

/** Vite's preview server sends everything as it is, which no host does with text. */
function compressing(folder: string): Plugin {
  const bodies = new Map<string, Buffer>();
  return {
    name: "compressing",
    configurePreviewServer(server) {
      server.middlewares.use(({ url = "/" }, response, next) => {
        const path = normalize(new URL(url, "http://localhost").pathname).replace(/\/$/, "/index.html");
        const isBare = path.startsWith("/bench/");
        const file = isBare ? join(HERE, path.slice("/bench/".length)) : join(folder, path);
        const type = TYPES[extname(file)];
        if (!type || !existsSync(file)) return next();
        const body = bodies.get(file) ?? gzipSync(readFileSync(file), { level: 9 });
        bodies.set(file, body);
        if (isBare) response.removeHeader("Content-Security-Policy");
        response.setHeader("Content-Type", type);
        response.setHeader("Content-Encoding", "gzip");
        response.setHeader(
          "Cache-Control",
          path.includes("/assets/") ? "max-age=31536000, immutable" : "no-cache",
        );
        response.end(body);
      });
    },
  };
}
