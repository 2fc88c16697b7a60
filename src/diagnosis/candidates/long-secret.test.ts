import { expect, test } from "vitest";
import { readCase } from "../case";
import { mistakesOf } from "../registry";
import { inputOf } from "../testing";
import { root } from "./nodes";
import { keySteps } from "./steps";

const SIGNED = `https://acme-shop.libpx.com/hero.jpg?width=300&signature=${"0".repeat(40)}`;

/** Characters of all that is made of a secret, by mistake. */
function madeOf(secret: string): number[] {
  const found = readCase(inputOf(SIGNED, { secret }));
  if (!found) throw new Error("There is no case.");
  const characters = new Map<string, number>();
  for (const { value, steps } of keySteps(root(secret), mistakesOf(found.scheme), found.facts)) {
    const id = steps[0]?.mistake.id ?? "";
    characters.set(id, (characters.get(id) ?? 0) + value.length);
  }
  return [...characters.values()];
}

test.each([
  ["of one character", "x".repeat(300_000)],
  ["of many lines", "10.0.0.1 GET /hero.jpg 403\n".repeat(11_000)],
])("what is made of a log %s that stands in the secret’s place fits into memory", (_, log) => {
  for (const characters of madeOf(log)) expect(characters).toBeLessThan(20_000_000);
});
