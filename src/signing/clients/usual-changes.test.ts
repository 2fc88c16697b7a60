import { expect, test } from "vitest";
import { USUAL_CHANGES } from "./usual-changes";

test.each([
  ["HTML that was not decoded (“&” as “&amp;”)", "/p?a=1&b=2&c=3", "/p?a=1&amp;b=2&amp;c=3"],
  ["something that decodes HTML", "/p?a=1&amp;b=2", "/p?a=1&b=2"],
  ["something that decodes the escapes once", "/a%20b?c=%2520", "/a b?c=%20"],
  ["something that escapes “%” once more", "/a%20b?c=%2C", "/a%2520b?c=%252C"],
  ["something that writes a space as “+”", "/p?a=1%202%203", "/p?a=1+2+3"],
  ["something that writes “+” as a space", "/p?a=1+2+3", "/p?a=1%202%203"],
  ["something that writes the escapes in upper case", "/%c3%A9x?a=%2f", "/%C3%A9x?a=%2F"],
  ["something that writes the escapes in lower case", "/%C3%a9X?A=%2F", "/%c3%a9X?A=%2f"],
  ["something that sorts the parameters", "/b?c=1&a=2&b=3", "/b?a=2&b=3&c=1"],
  ["something that drops empty parameters", "/p?a=&b=1&c&d=2&&e=", "/p?b=1&d=2"],
  ["something that drops empty parameters", "/p?a=", "/p"],
])("%s makes %s of it", (who, before, after) => {
  const change = USUAL_CHANGES.find(([name]) => name === who)?.[1];
  expect(change?.(before)).toBe(after);
});
