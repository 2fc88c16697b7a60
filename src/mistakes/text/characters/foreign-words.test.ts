import { expect, it } from "vitest";
import { foreignRuns } from "./foreign-characters";
import { runsInWords } from "./foreign-words";

it.each([
  ["%EF%B8%8F", "a selector of a character’s variant (U+FE0F)"],
  ["%E3%85%A4", "a character that nobody sees (U+3164)"],
  ["%E2%A0%80", "a character that nobody sees (U+2800)"],
  ["%E2%80%8D", "a joiner without width (U+200D)"],
  ["%CC%81", "a mark on the character before it (U+0301)"],
  ["%EE%80%80", "a character that nobody sees (U+E000)"],
  ["%0A", "a line feed"],
  ["%E2%9D%A4", "“❤”"],
  ["%C3%BC", "“ü”"],
])("%s is named by its number where nobody sees it: %s", (char, words) => {
  const text = `/a.jpg?text=x${char}y&width=3`;
  expect(runsInWords(foreignRuns(text), text)).toBe(`${words}, inside the value of “text”`);
});
