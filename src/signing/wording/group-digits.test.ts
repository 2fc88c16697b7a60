import fc from "fast-check";
import { expect, test } from "vitest";
import { bytesInWords, groupDigits } from "./group-digits";

test("counts are grouped as Intl groups them", () => {
  const english = new Intl.NumberFormat("en");
  fc.assert(
    fc.property(fc.nat(), (count) => {
      expect(groupDigits(count)).toBe(english.format(count));
    }),
  );
});

test("one byte is no plural", () => {
  expect([0, 1, 2, 12_345].map(bytesInWords)).toEqual(["0 bytes", "1 byte", "2 bytes", "12,345 bytes"]);
});
