import { expect, test } from "vitest";
import { listUrls } from "./list-urls";

const [one, two] = ["https://a.test/1.jpg?w=1&signature=ab", "https://a.test/2.jpg?w=2&signature=cd"];

test.each([
  [one, [one]],
  [`${one}\n${two}`, [one, two]],
  [`${one}, ${two}.`, [one, two]],
  [`<img src="${one}"><img src='${two}'>`, [one, two]],
  [`[${one}](${one})`, [one]],
  [`(see ${one})`, [one]],
  ["https://a.test/?src=https://b.test/c.jpg&w=1", ["https://a.test/?src=https://b.test/c.jpg&w=1"]],
  ["https://a.test/https://b.test/c.jpg", ["https://a.test/https://b.test/c.jpg"]],
  ["a.test/?u=https://b.test/", []],
  ["", []],
])("%s", (pasted, urls) => {
  expect(listUrls(pasted)).toEqual(urls);
});
