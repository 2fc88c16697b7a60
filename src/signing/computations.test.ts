import { expect, test } from "vitest";
import { computation, HASH_NAMES } from "./computations";

test.each(HASH_NAMES)("%s takes no empty secret", async (name) => {
  await expect(computation(name).signer("")).rejects.toThrow(RangeError);
});

test("no two computations have one name on the page", () => {
  const labels = HASH_NAMES.map((name) => computation(name).label);
  expect(new Set(labels).size).toBe(labels.length);
});
