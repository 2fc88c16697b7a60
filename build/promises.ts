import { readdirSync, readFileSync } from "node:fs";
import type { Plugin } from "vite";

/** A test of what the page promises about the secret: its name, and the sentence above it, or "". */
interface Promised {
  readonly name: string;
  readonly sentence: string;
}

const INTRODUCTION = `What Countersign promises about your secret.
Each line is the name of a test. The tests are in the folder e2e/trust/ of the source, and run in real browsers.`;

/** Writes `promises.txt`, which the page's privacy note links to, from the tests of what it promises. */
export function promises(): Plugin {
  return {
    name: "promises",
    apply: "build",
    generateBundle() {
      const folder = new URL("../e2e/trust/", import.meta.url);
      const specs = readdirSync(folder).filter((file) => file.endsWith(".spec.ts"));
      const found = specs.sort().flatMap((file) => findPromises(readFileSync(new URL(file, folder), "utf8")));
      if (found.length === 0) this.error("no test of a promise was found");
      this.emitFile({ type: "asset", fileName: "promises.txt", source: writePromises(found) });
    },
  };
}

/** The tests of a file. Of a name with a `${}` only what stands before it: the rest are cases of the same promise. */
export function findPromises(source: string): Promised[] {
  const pattern = /(?:\/\*\* ([^*]+?) \*\/\s+)?^ *test\(\s*(["`])(.+?)\2/gm;
  return [...source.matchAll(pattern)].map(([, sentence = "", , name = ""]) => ({
    name: name.split("${", 1)[0]?.replace(/[\s,:(]+$/, "") ?? "",
    sentence: sentence.replace(/\s*\n\s*(?:\* ?)?/g, " "),
  }));
}

export function writePromises(promised: readonly Promised[]): string {
  const items = promised.map(({ name, sentence }) => `- ${name}${sentence && `\n  ${sentence}`}\n`);
  return `${INTRODUCTION}\n\n${items.join("")}`;
}
