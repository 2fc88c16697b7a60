import { afterEach, expect, test, vi } from "vitest";
import { errorText } from "./error-text";

afterEach(() => vi.unstubAllEnvs());

test("a build says the kind of an error and nothing that it quotes", () => {
  vi.stubEnv("DEV", false);
  expect(errorText(new RangeError("secret"))).toBe("RangeError");
  expect(errorText("secret")).toBe("unknown");
});

test("the development server says where it came from, and why", () => {
  vi.stubEnv("DEV", true);
  expect(errorText(new RangeError("too long"))).toMatch(/^RangeError: too long\n.*error-text\.test\.ts/s);
});
