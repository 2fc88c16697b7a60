import { describe, expect, it, test } from "vitest";
import { libpixel } from "../../schemes/libpixel";
import { readPaste } from "../../signing/read-paste";
import { search } from "../search";
import { inputOf } from "../testing";
import { hmac } from "../told-testing";

const SIGNED = "/a.jpg?width=300";
const RIGHT = hmac(SIGNED);
const withDigits = (digits: string) => `https://acme.libpx.com${SIGNED}&signature=${digits}`;
const found = (digits: string) => search(inputOf(withDigits(digits)));

const PARTED = ["signature-with-prefix"];
const [START, END] = [RIGHT.slice(0, 12), RIGHT.slice(-8)];

describe("digits that were shortened in a copy are told as the right ones that are left", () => {
  it.each([
    ["a log", `${START}...`, "the first 12 of 40"],
    ["a typographer’s sign", `${START}…`, "the first 12 of 40"],
    ["its escape", `${START}%E2%80%A6`, "the first 12 of 40"],
    ["a dashboard", `${START.slice(0, 8)}…${END}`, "the first 8 and the last 8 of 40"],
    ["three dots in the middle", `${START}...${END.slice(-4)}`, "the first 12 and the last 4 of 40"],
    ["a word", `${RIGHT.slice(0, 20)}[truncated]`, "the first 20 of 40"],
    ["stars over the rest", `${START}${"*".repeat(28)}`, "the first 12 of 40"],
    ["stars over nearly nothing", `${RIGHT.slice(0, 36)}****`, "the first 36 of 40"],
    ["stars before the last", `${"*".repeat(30)}${RIGHT.slice(-10)}`, "the last 10 of 40"],
    ["x over the middle", `${START}xxxxxxxxxx${END}`, "the first 12 and the last 8 of 40"],
    ["capital digits", `${START.toUpperCase()}…`, "the first 12 of 40"],
  ])("by %s", async (_, digits, places) => {
    const told = await found(digits);
    if (told.state !== "explained") throw new Error(told.state);
    expect(told.mistakes.map(({ id, title }) => [id, title])).toEqual([
      ["signature-truncated", "Only a part of the signature’s digits is here."],
    ]);
    expect(told.mistakes[0]?.detail).toContain(`${places} digits are left`);
    // Whether the copy or the URL has lost them, they do not say.
    expect(told.mistakes[0]?.fix).toMatch(/may be right\. Else/);
  });

  test("in a link to Urlbox, by the hash that made them", async () => {
    const query = "url=https%3A%2F%2Fa.example";
    const digits = hmac(query);
    const link = `https://api.urlbox.com/v1/pubKey9/${digits.slice(0, 10)}…/png?${query}`;
    const told = await search(inputOf(link, { schemeId: "urlbox" }));
    expect(told).toMatchObject({ mistakes: [{ title: "Only a part of the token’s digits is here." }] });
  });

  test("beside another mistake, where enough of them are left to prove it", async () => {
    const digits = hmac(SIGNED.slice(1));
    const told = await found(`${digits.slice(0, 24)}…`);
    if (told.state !== "explained") throw new Error(told.state);
    expect(told.mistakes.map(({ id }) => id)).toEqual([
      "signed-without-leading-slash",
      "signature-truncated",
    ]);
  });

  it.each([
    ["dots behind digits enough for a proof", `${RIGHT.slice(0, 30)}...`, ["signature-truncated"]],
    ["all digits, with dots between", `${RIGHT.slice(0, 20)}...${RIGHT.slice(20)}`, PARTED],
  ])("near miss: %s are told as before", async (_, digits, ids) => {
    const told = await found(digits);
    if (told.state !== "explained") throw new Error(told.state);
    expect(told.mistakes.map(({ id }) => id)).toEqual(ids);
    expect(told.mistakes.map(({ title }) => title)).not.toContain(
      "Only a part of the signature’s digits is here.",
    );
  });

  it.each([
    ["one of them is another", `${START.slice(0, 11)}${START[11] === "0" ? "1" : "0"}...`],
    ["they stand at the wrong end", `…${START}`],
    ["they are so few that chance may give them", `${START.slice(0, 5)}…${END.slice(-4)}`],
    ["words stand behind the dots", `${START}..., which fails`],
    ["what stands between says nothing of the kind", `${START}-width-${END}`],
    ["too few digits are there, and nothing says that others were", START],
  ])("near miss: not where %s", async (_, digits) => {
    expect((await found(digits)).state).toBe("unexplained");
  });
});

it.each([
  ["dots", 20, "..."],
  ["a typographer’s sign", 12, "…"],
  ["a hyphen", 33, "-"],
])("all digits with %s between are told as all of them", async (_, at, sign) => {
  const told = await found(RIGHT.slice(0, at) + sign + RIGHT.slice(at));
  if (told.state !== "explained") throw new Error(told.state);
  const [mistake, ...more] = told.mistakes;
  expect(mistake?.detail).toBe(`“${sign}” stood between its digits.`);
  expect(more).toEqual([]);
  const fewer = await found(RIGHT.slice(0, at - 1) + sign + RIGHT.slice(at + 1));
  expect(fewer).not.toMatchObject({ mistakes: [{ detail: mistake?.detail }] });
});

describe("dots behind a signed URL", () => {
  const readOf = (text: string) => {
    const { request } = readPaste(libpixel, text);
    return request.ok ? request.value.found?.text : undefined;
  };
  it.each(["...", "..", "…"])("“%s” belong to digits that are too few", (dots) => {
    for (const digits of [START + dots, `abc${dots}`, dots])
      for (const text of [withDigits(digits), `GET ${withDigits(digits)} failed`])
        expect(readOf(text)).toBe(digits);
  });
  it.each(["...", ".", "…"])("“%s” end a sentence behind a whole signature", (dots) => {
    expect(readOf(withDigits(RIGHT + dots))).toBe(RIGHT);
  });
  it("and one dot does behind any", () => {
    expect(readOf(`See ${withDigits(START)}.`)).toBe(START);
    expect(readOf(`It ends in ${withDigits("")}.`)).toBe("");
  });
  it.each(["...", "…"])("“%s” in the place of all digits are no empty place", async (dots) => {
    const told = await search(inputOf(`See ${withDigits(dots)}`));
    expect(told).toMatchObject({
      state: "unexplained",
      leaves: expect.stringContaining("hidden or cut off"),
    });
  });
});
