import { describe, expect, it } from "vitest";
import { search } from "../search";
import { inputOf } from "../testing";
import { hmac, toldOf } from "../told-testing";

const HOST = "https://images.example.net";
const told = (sent: string, signed: string) => toldOf(`${HOST}${sent}&signature={}`, signed);
const isUnknown = async (sent: string, signed: string) =>
  (await search(inputOf(`${HOST}${sent}&signature=${hmac(signed)}`))).state === "unexplained";

describe("a value that was signed", () => {
  it.each([
    ["Swift", "Optional(300)"],
    ["Swift", "Optional%28300%29"],
    ["Java", "Optional%5B300%5D"],
    ["Go", "%!s(int=300)"],
  ])("as %s prints it: %s", async (_, signed) => {
    const { id, title } = await told("/a.jpg?width=300&height=2", `/a.jpg?width=${signed}&height=2`);
    expect([id, title]).toEqual(["value-written-otherwise", expect.stringContaining("with its type")]);
  });

  it.each([
    ["2026-11-27T07%3A00%3A00Z", "2026-11-27T07%3A00%3A00%2B00%3A00"],
    ["2026-11-27T07%3A00%3A00.000Z", "2026-11-27T07%3A00%3A00Z"],
    ["2026-11-27T07:00:00Z", "2026-11-27%2007:00:00"],
    ["2026-11-27T07%3A00%3A00Z", "2026-11-27+07%3A00%3A00"],
    ["2026-11-27T07%3A00%3A00Z", "1795762800"],
    ["1795762800", "2026-11-27T07%3A00%3A00Z"],
    ["2026-11-27T07%3A00%3A00Z", "2026-11-27T07%3A00%3A00.0000000Z"],
    ["2026-11-27T07%3A00%3A00", "27.11.2026%2007%3A00%3A00"],
    ["2026-11-27T07%3A00%3A00", "11%2F27%2F2026+07%3A00%3A00"],
    ["2026-11-27", "27.11.2026"],
    ["2026-11-27", "11/27/2026"],
  ])("in another format of a date: %s as %s", async (sent, signed) => {
    const { id, title } = await told(`/a.jpg?v=${sent}&width=3`, `/a.jpg?v=${signed}&width=3`);
    expect([id, title]).toEqual(["number-written-otherwise", expect.stringContaining("A date was written")]);
  });
  it("at another time is none", async () => {
    expect(
      await isUnknown("/a.jpg?v=2026-11-27T07%3A00%3A00Z", "/a.jpg?v=2026-11-26T08%3A01%3A00.000Z"),
    ).toBe(true);
  });

  it.each([
    ["width=341&height=2", "width=341.3333333333333&height=2"],
    ["width=1024&height=683", "width=1024&height=682.66666666667"],
    ["width=500&height=281", "width=500&height=281.25"],
    ["width=341&height=2", "width=341.33&height=2"],
    ["dpr=2&width=300", "dpr=1.5&width=300"],
    ["dpr=1.5&width=300", "dpr=2&width=300"],
  ])("before it was rounded, or another one: %s as %s", async (sent, signed) => {
    const { id, why, mayBeMeant, corrected } = await told(`/a.jpg?${sent}`, `/a.jpg?${signed}`);
    expect(id).toBe("number-written-otherwise");
    expect(why).toMatch(/made a fraction.* or code for responsive images.*The digits fit both/);
    expect([mayBeMeant, corrected]).toEqual([true, expect.stringContaining(signed)]);
  });
});
