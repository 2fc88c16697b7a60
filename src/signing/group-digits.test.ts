import fc from "fast-check";
import { expect, test } from "vitest";
import { groupDigits } from "./group-digits";

test("counts are grouped as Intl groups them", () => {
  const english = new Intl.NumberFormat("en");
  fc.assert(
    fc.property(fc.nat(), (count) => {
      expect(groupDigits(count)).toBe(english.format(count));
    }),
  );
});
