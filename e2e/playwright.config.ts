import { defineConfig } from "@playwright/test";
import { browserArguments, executable, findShell, VIEWPORT } from "./browser";

/** What the browser around the page does: its clipboard, its icons, the Tab key at the edge of a frame. */
const NEEDS_BROWSER = /@browser/;

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
    // Its tests are the longest: they come first, so that no processor waits for the last of them.
    {
      name: "browser",
      grep: NEEDS_BROWSER,
      use: { launchOptions: { ...executable(), args: [...browserArguments] } },
    },
    {
      name: "page",
      grepInvert: NEEDS_BROWSER,
      use: { launchOptions: { ...executable(findShell()), args: [...browserArguments] } },
    },
  ],
});
