import { describe, expect, test } from "vitest";
import { readLink, writeLink } from "./address/link";
import { exampleSettings, FIELDS, initialSettings, sameTyped } from "./fields";

test("no two fields have one name, in the settings or in links", () => {
  for (const names of [FIELDS.map(({ name }) => name), FIELDS.map(({ inLink }) => inLink)])
    expect(new Set(names).size).toBe(names.length);
});

describe.each(FIELDS)("the field “$label”", ({ inLink, initial, choices }) => {
  test("travels in a link, for its name is not taken for that of a secret or of anything else", () => {
    expect(readLink(writeLink({ [inLink]: "a b" }))).toEqual({
      linked: { [inLink]: "a b" },
      secrets: [],
      clean: `v=1&${inLink}=a%20b`,
    });
  });

  test("holds at first what may be chosen in it", () => {
    if (choices) expect(choices).toContain(initial);
    else expect(initial).toBe("");
  });
});

test("an example has what it says, and of the rest what is there at first", () => {
  expect(exampleSettings({})).toEqual(initialSettings());
  expect(exampleSettings({ settings: { apiKey: "k" } })).toEqual({ ...initialSettings(), apiKey: "k" });
});

test("what was chosen may differ where what was typed may not", () => {
  const typed = { ...initialSettings(), apiKey: "k" };
  expect(sameTyped(typed, { ...typed, format: "pdf" })).toBe(true);
  expect(sameTyped(typed, initialSettings())).toBe(false);
});
