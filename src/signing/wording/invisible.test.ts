import { expect, it } from "vitest";
import { invisibleName } from "./invisible";

it.each([
  ["\n", "LF"],
  ["\u{a0}", "NBSP"],
  ["\u{feff}", "BOM"],
  ["\u{202a}", "U+202A"],
  ["a", null],
  [" ", null],
])("names %j as %s", (char, name) => expect(invisibleName(char)).toBe(name));
