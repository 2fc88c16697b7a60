import fc from "fast-check";
import { expect, test } from "vitest";
import { encodeLike, SPELLINGS, spellingsOf } from "./encoders";
import { percentDecode } from "./escapes";

const url = fc
  .array(fc.oneof(fc.constantFrom("a", "=", "&", "/", "+", "%20", "%2F", "%2f", "é", "%C3%A9"), fc.string()))
  .map((parts) => parts.join(""));

test("what is left out gives nothing that what is kept does not give", () => {
  fc.assert(
    fc.property(url, (text) => {
      for (const read of [text, percentDecode(text), percentDecode(text.replaceAll("+", " "))]) {
        const kept = new Set(spellingsOf(text).map((spelling) => encodeLike(spelling, read)));
        for (const spelling of SPELLINGS) expect(kept).toContain(encodeLike(spelling, read));
      }
    }),
  );
});

test("text without anything to encode has one spelling", () => {
  expect(spellingsOf("width400")).toHaveLength(1);
  expect(spellingsOf("a b(c)").length).toBeGreaterThan(3);
});
