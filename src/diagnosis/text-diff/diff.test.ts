import { expect, it } from "vitest";
import { diffText } from "./diff";

it("does not interleave texts that share a character by chance", () => {
  const kinds = (from: string, to: string) => diffText(from, to).map(({ kind, text }) => `${kind}: ${text}`);
  expect(kinds("?note=totally&w=1", "?note=abc&w=1")).toEqual([
    "same: ?note=",
    "removed: totally",
    "added: abc",
    "same: &w=1",
  ]);
  expect(kinds("a%2fb%3ac", "a%2Fb%3Ac")).toHaveLength(7);
});

it("shows the differing characters, and both texts whole", () => {
  const segments = diffText("photos/cat.jpg?w=1\n", "/photos/cat.jpg?w=1");
  expect(segments).toEqual([
    { kind: "added", text: "/" },
    { kind: "same", text: "photos/cat.jpg?w=1" },
    { kind: "removed", text: "\n" },
  ]);
  const long = diffText(`a${"x".repeat(500_000)}b`, `c${"y".repeat(500_000)}d`);
  expect(long.map(({ kind }) => kind)).toEqual(["removed", "added"]);
});
