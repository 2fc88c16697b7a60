import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import type { Plugin } from "vite";

/** Writes `SHA256SUMS` of every other file of the build, as `sha256sum` writes and checks it. */
export function checksums(): Plugin {
  let folder = "";
  return {
    name: "checksums",
    apply: "build",
    enforce: "post",
    configResolved(config) {
      folder = config.build.outDir;
    },
    closeBundle: {
      sequential: true,
      order: "post",
      handler() {
        writeFileSync(join(folder, "SHA256SUMS"), writeChecksums(folder));
      },
    },
  };
}

/** The lines for every file below a folder but SHA256SUMS itself, in the order of their bytes. */
function writeChecksums(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== "SHA256SUMS")
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort()
    .map(
      (name) =>
        `${createHash("sha256")
          .update(readFileSync(join(folder, name)))
          .digest("hex")}  ${name}\n`,
    )
    .join("");
}
