import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { changeMistakes } from "./change";
import { digestMistakes } from "./digest";
import { encodingMistakes } from "./encoding";
import { formMistakes } from "./form";
import { scopeMistakes } from "./scope";
import { pathAndQueryMistakes } from "./scope/path-and-query";
import { secretMistakes } from "./secret";

test.each([
  ["secret", secretMistakes],
  ["scope", [...scopeMistakes, ...pathAndQueryMistakes]],
  ["encoding", encodingMistakes],
  ["change", changeMistakes],
  ["digest", digestMistakes],
  ["form", formMistakes],
])("every file in %s/ is a listed mistake of that group, named by its id", (group, mistakes) => {
  const files = readdirSync(new URL(group, import.meta.url)).map((file) => file.replace(/\.ts$/, ""));
  const lists = ["index", "path-and-query"];
  expect(mistakes.map(({ id }) => id).sort()).toEqual(files.filter((file) => !lists.includes(file)).sort());
  expect(mistakes.every((mistake) => mistake.group === group)).toBe(true);
});
