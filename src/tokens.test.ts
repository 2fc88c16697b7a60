import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** The tokens of index.css, `--color-NAME: light-dark(#light, #dark)`. */
const tokens = new Map(
  [
    ...readFileSync("src/index.css", "utf8").matchAll(/--color-([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g),
  ].map(([, name = "", light = "", dark = ""]) => [name, { light, dark }]),
);

const text = ["ink", "soft", "quiet", "path", "query", "signature", "key", "good", "bad", "warn"];
const grounds = ["paper", "surface", "sunken"];
const pairs = [
  ...text.flatMap((front) => grounds.map((back) => [front, back])),
  ...["good", "bad", "warn"].map((front) => [front, `${front}-wash`]),
  ["paper", "ink"],
];

// WCAG 2.2, 1.4.3: 4.5 for text. 1.4.11: 3 for the edge of a control.
test.each(pairs)("%s on %s passes AA in both themes", (front = "", back = "") => {
  expect(Math.min(...contrasts(front, back))).toBeGreaterThanOrEqual(4.5);
});

test("the edge of a field passes in both themes", () => {
  for (const back of grounds.slice(0, 2))
    expect(Math.min(...contrasts("edge", back))).toBeGreaterThanOrEqual(3);
});

function contrasts(front: string, back: string): number[] {
  const [a, b] = [tokens.get(front), tokens.get(back)];
  if (!a || !b) throw new Error(`no token ${front} or ${back}`);
  return [ratio(a.light, b.light), ratio(a.dark, b.dark)];
}

function ratio(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
