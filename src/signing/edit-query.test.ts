import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addOption, countOptions, editOption, moveOption, readOptions, removeOption } from "./edit-query";

const ALL = 1_000;

describe("editing options", () => {
  test("decodes names and values, and leaves what does not decode", () => {
    expect(readOptions("src=a%2Fb+c&w%69dth=1&bad=100%&flag&__proto__=x", ALL)).toEqual([
      { name: "src", value: "a/b c" },
      { name: "width", value: "1" },
      { name: "bad", value: "100%" },
      { name: "flag", value: "" },
      { name: "__proto__", value: "x" },
    ]);
    expect(readOptions(null, ALL)).toEqual([]);
    expect(readOptions("", ALL)).toEqual([]);
  });

  test.each([
    [null, []],
    ["", []],
    ["a", ["a"]],
    ["a=1&", ["a", ""]],
    ["a=1&b=2&&c=3", ["a", "b", "", "c"]],
  ])("of %j reads as many as it is asked for, and counts all", (query, names) => {
    expect(countOptions(query)).toBe(names.length);
    for (const most of [1, 2, 9])
      expect(readOptions(query, most).map(({ name }) => name)).toEqual(names.slice(0, most));
  });

  test("rewrites only the edited parameter's bytes", () => {
    const query = "a=%2f+x&b=1&&c='";
    expect(editOption(query, 1, { value: "é &" })).toBe("a=%2f+x&b=%C3%A9%20%26&&c='");
    expect(editOption(query, 3, { name: "d" })).toBe("a=%2f+x&b=1&&d='");
    expect(editOption("a=1&flag", 1, { name: "mode" })).toBe("a=1&mode");
    expect(removeOption(query, 2)).toBe("a=%2f+x&b=1&c='");
    expect(removeOption("a=1", 0)).toBeNull();
    expect(moveOption(query, 3, 0)).toBe("c='&a=%2f+x&b=1&");
    expect(addOption(query, 4, { name: "n", value: "1" })).toBe("a=%2f+x&b=1&&c='&n=1");
    expect(addOption(null, 0, { name: "url", value: "x" })).toBe("url=x");
    expect(addOption("", 0, { name: "url", value: "x" })).toBe("url=x");
  });

  test("what was written reads back, and nothing else changes", () => {
    const text = fc.string({ unit: "binary" }).map((value) => value.toWellFormed());
    const query = fc
      .array(fc.stringMatching(/^[!-%'-~]{0,8}$/), { minLength: 1 })
      .map((parts) => parts.join("&"));
    fc.assert(
      fc.property(query, fc.nat(), text, (before, seed, value) => {
        const count = before.split("&").length;
        const index = seed % count;
        const after = editOption(before, index, { value });
        expect(after.split("&")).toHaveLength(count);
        expect(after.split("&").filter((_, at) => at !== index)).toEqual(
          before.split("&").filter((_, at) => at !== index),
        );
        expect(readOptions(after, ALL)[index]?.value).toBe(value);
      }),
    );
  });
});
