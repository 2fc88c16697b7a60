import { defineConfig } from "@playwright/test";
import { browserArguments, executable, findShell, VIEWPORT } from "./browser";

/** What the browser around the page does: its clipboard, its icons, the Tab key at the edge of a frame. */
const NEEDS_BROWSER = /@browser/;
/** They start a browser of their own. */
const IN_FIREFOX = "firefox.spec.ts";

export default defineConfig({
  testDir: ".",
  outputDir: "../test-results",
  globalSetup: "./serve-build.ts",
  fullyParallel: true,
  // Each waits as much as it works.
  workers: "100%",
  timeout: 60_000,
  // The browser has a timing of its own, which no test of ours rules. Where "now and then" is a defect, a file says 0.
  retries: 1,
  expect: { timeout: 10_000 },
  reporter: "list",
  use: {
    browserName: "chromium",
    viewport: VIEWPORT,
    // To keep the whole build costs as much as all else that a load does. Tests in which it matters what is kept allow it.
    serviceWorkers: "block",
  },
  projects: [
    // They are made one after the other, and the next ones are the longest: both come first, so that no processor waits for the last of them.
    { name: "firefox", testMatch: IN_FIREFOX },
    {
      name: "browser",
      grep: NEEDS_BROWSER,
      testIgnore: IN_FIREFOX,
      use: { launchOptions: { ...executable(), args: [...browserArguments] } },
    },
    {
      name: "page",
      grepInvert: NEEDS_BROWSER,
      testIgnore: IN_FIREFOX,
      use: { launchOptions: { ...executable(findShell()), args: [...browserArguments] } },
    },
  ],
});
