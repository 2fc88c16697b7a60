import { expect, it } from "vitest";
import { bareSecret } from "./bare-secret";

it.each([
  ['"a b"', "a b"],
  ["'it's'", "it's"],
  ["«key»", "key"],
  ['"key', "key"],
  ["\ufeffkey \u2800", "key"],
  ["k\u200bey\n", "key"],
  ["a\tb", "a\tb"],
  ['k=e"y+/==', 'k=e"y+/=='],
])("of %j leaves %j", (text, bare) => expect(bareSecret(text)).toBe(bare));
