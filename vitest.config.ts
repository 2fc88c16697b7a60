import { defineConfig } from "vitest/config";

const LONG = "{src,build}/**/*.long.test.ts";

// Apart from the page's build, whose plugins no test needs, and which take two seconds to begin.
export default defineConfig({
  test: {
    setupFiles: ["src/property-seed.ts"],
    testTimeout: 60_000,
    maxWorkers: "100%",
    // No test leaves anything behind in a module, and reading all modules anew for each file takes a third of the time.
    isolate: false,
    // V8 compiles what has run for a while, again and again while it learns: most of a file's tests have ended before that pays.
    // A search makes a million small objects of which most are gone at once: where they have room (in MB), a quarter of its time is saved.
    execArgv: ["--interrupt-budget=1000000", "--min-semi-space-size=128", "--max-semi-space-size=128"],
    // What is said after each change, and what takes longer: searches that go to their end, and programs in nine languages.
    projects: [
      { extends: true, test: { name: "unit", include: ["{src,build}/**/*.test.ts"], exclude: [LONG] } },
      { extends: true, test: { name: "long", include: [LONG] } },
    ],
  },
});
