import { expect, test } from "vitest";
import { unescapeText, unescapeValue } from "./escapes";

test.each([
  ["caf%C3%A9%20a+b", "café a+b", "café a b"],
  ["100%+of%20it", "100%+of%20it", "100%+of%20it"],
  ["caf%E9+a", "caf%E9+a", "caf%E9+a"],
])("%s is decoded, or stays as it stands where it is no UTF-8", (text, decoded, read) => {
  expect(unescapeText(text)).toBe(decoded);
  expect(unescapeValue(text)).toBe(read);
});
