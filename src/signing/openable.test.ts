import { describe, expect, test } from "vitest";
import { isOpenable } from "./openable";

describe("isOpenable", () => {
  const rows = [
    { input: "https://a.b/", out: true },
    { input: "HTTP://a.b", out: true },
    { input: "javascript:alert(1)", out: false },
    { input: "javascript://a.b/%0aalert(1)", out: false },
    { input: " https://a.b", out: false },
    { input: "data:text/html,https://a.b", out: false },
    { input: "https://", out: false },
    { input: "https:a.b", out: false },
    { input: "", out: false },
  ];
  test.each(rows)("$input", ({ input, out }) => {
    expect(isOpenable(input)).toBe(out);
  });
});
