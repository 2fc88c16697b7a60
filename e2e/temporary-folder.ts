import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const folders: string[] = [];

/** A new folder that goes with the process that asked for it, so that no test leaves anything behind. */
export function temporaryFolder(name: string): string {
  if (folders.length === 0) process.once("exit", removeAll);
  const folder = mkdtempSync(join(tmpdir(), `countersign-${name}-`));
  folders.push(folder);
  return folder;
}

function removeAll(): void {
  // A program that was started in one may still be writing into it.
  for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}
