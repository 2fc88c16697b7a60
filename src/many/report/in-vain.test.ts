import { expect, it } from "vitest";
import { searchedInVain } from "./in-vain";

it.each([
  [
    "some searched, each as deep as time allowed",
    95,
    { all: 2, single: 7, likeliest: 80 },
    "Of the 95 unexplained URLs, these were searched, each for a limited time: 2 for all kinds of mistakes, 7 for any one mistake and 80 for the likeliest mistakes. The other 6 were only compared with the mistakes that other URLs have.",
  ],
  [
    "all searched alike",
    2,
    { all: 2, single: 0, likeliest: 0 },
    "Of the 2 unexplained URLs, these were searched, each for a limited time: 2 for all kinds of mistakes.",
  ],
  [
    "one",
    1,
    { all: 1, single: 0, likeliest: 0 },
    "The unexplained URL was searched for all kinds of mistakes, for a limited time.",
  ],
  [
    "none searched",
    3,
    { all: 0, single: 0, likeliest: 0 },
    "The unexplained URLs were only compared with the mistakes that other URLs have.",
  ],
])("tells numbers that add up: %s", (_, open, depths, sentence) => {
  expect(searchedInVain(open, depths)).toBe(sentence);
});
