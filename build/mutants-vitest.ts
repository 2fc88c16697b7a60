import { defineConfig } from "vitest/config";

/** The quick tests of what is mutated: each mutant runs those that reach it. */
export default defineConfig({
  test: {
    include: ["src/{signing,schemes}/**/*.test.ts"],
    exclude: ["**/{*.long,naughty}.test.ts"],
    setupFiles: ["src/property-seed.ts"],
    testTimeout: 60_000,
  },
});
