import { defineConfig } from "@playwright/test";
import { browserArguments, executable } from "./browser";

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
    viewport: { width: 1280, height: 900 },
    launchOptions: { ...executable(), args: [...browserArguments] },
  },
});
