import { execFileSync, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "@playwright/test";

/** CSS pixels, where a test says nothing else. */
export const VIEWPORT = { width: 1280, height: 900 };

const SYSTEM_NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** The Chromium to test in: `CHROMIUM_PATH`, Playwright's own, or the system's; `null` where there is none. */
export function findBrowser(): string | null {
  const chosen = process.env.CHROMIUM_PATH;
  if (chosen) return chosen;
  return [chromium.executablePath(), ...onPath(SYSTEM_NAMES)].find((path) => existsSync(path)) ?? null;
}

/** Chromium without the browser around the page, which needs half the time; the browser itself where there is no such one. */
export function findShell(): string | null {
  if (process.env.CHROMIUM_PATH) return findBrowser();
  return onPath(["chromium-headless-shell"]).find((path) => existsSync(path)) ?? findBrowser();
}

function onPath(names: readonly string[]): string[] {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/** A browser's path as Playwright takes it: left out, it means its own. */
export function executable(executablePath = findBrowser()): { readonly executablePath?: string } {
  return executablePath === null ? {} : { executablePath };
}

/**
 * A sandbox needs a user of its own, so root runs without; the rest keeps the browser from talking to anyone. Names under
 * `.test` are this machine, by plain http: no secure context.
 */
export const browserArguments: readonly string[] = [
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  "--host-resolver-rules=MAP *.test 127.0.0.1",
];

/** Installs Chromium where there is none: Playwright's own, else Debian's. */
export function ensureBrowser(): void {
  if (findBrowser()) return;
  console.log("There is no Chromium here. Installing Playwright’s…");
  spawnSync("npx", ["playwright", "install", "chromium"], { stdio: "inherit" });
  if (findBrowser()) return;
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    console.log("That did not work. Installing Debian’s…");
    execFileSync("apt-get", ["update"], { stdio: "inherit" });
    execFileSync("apt-get", ["install", "-y", "--no-install-recommends", "chromium"], {
      stdio: "inherit",
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
  }
  if (findBrowser()) return;
  throw new Error("The browser tests need Chromium. Install it, or name its path in CHROMIUM_PATH.");
}
