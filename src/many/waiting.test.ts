import { expect, test } from "vitest";
import { Waiting } from "./waiting";

const seen = (length: number) => ({ row: { url: "x".repeat(length) } });

test("short ones wait by the ten thousand, long ones by what they hold together", () => {
  const short = new Waiting();
  for (let at = 0; at < 50_000; at++) expect(short.add(seen(100))).toBe(true);
  expect(short.add(seen(100))).toBe(false);

  const long = new Waiting();
  const url = "x".repeat(80_000);
  while (long.add({ row: { url } }));
  expect(long.size * url.length).toBeLessThan(25_000_000);
  const [first] = long;
  if (!first) throw new Error("none waits");
  expect(long.delete(first)).toBe(true);
  expect(long.delete(first)).toBe(false);
  expect(long.add(first)).toBe(true);
  expect([...long]).toContain(first);
  long.clear();
  expect([long.size, long.add(first)]).toEqual([0, true]);
});
