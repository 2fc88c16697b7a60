import { describe, expect, it } from "vitest";
import { undoneIn } from "../candidates/undone";
import { search } from "../search";
import { idsIn, inputOf } from "../testing";
import { hmac, toldOf } from "../told-testing";

const HOST = "https://img.example.net";
const LINK = "https://api.urlbox.com/v1/pubKey9/{}/png";

describe("a second mistake undoes the first", () => {
  const isUndone = undoneIn("/a.jpg?w=1.5&h=2", "/a.jpg?w=1%2E5&h=2");
  it("where nothing is left of what the first put there", () => {
    expect(isUndone("/a.jpg?w=15&h=2")).toBe(true);
    expect(isUndone("/a.jpg?h=2")).toBe(true);
  });
  it("also where what stands there now looks alike", () => {
    expect(undoneIn("/?s=a%26b&w=1", "/?s=a&b&w=1")("/?s=a&w=1")).toBe(true);
  });
  it("but not where it is left, wherever it stands by then", () => {
    expect(isUndone("/a.jpg?w=1%2E5&h=3")).toBe(false);
    expect(isUndone("/b/a.jpg?w=1%2E5&h=2")).toBe(false);
    expect(isUndone("/a.jpg?h=2&w=1%2E5")).toBe(false);
    expect(isUndone("/a.jpg?w=%2E5")).toBe(false);
  });
  it("and never where the first took something away", () => {
    expect(undoneIn("/a.jpg?w=1&h=2", "/a.jpg?w=1")("/a.jpg")).toBe(false);
  });
});

describe("one change is told as one, and not as two that undo each other:", () => {
  it.each([
    ["a sign of a number", `${HOST}/a.jpg?dpr=1.5&width=200&signature={}`, "/a.jpg?dpr=15&width=200"],
    ["a sign of the path", `${HOST}/a.jpg?crop=10,20&signature={}`, "/ajpg?crop=10,20"],
    ["a sign at its start", `${HOST}/~cat.jpg?width=200&signature={}`, "/cat.jpg?width=200"],
    ["a sign that stands there twice", `${HOST}/a_b_c.jpg?width=200&signature={}`, "/abc.jpg?width=200"],
    ["brackets", `${HOST}/a(1).jpg?width=200&signature={}`, "/a1.jpg?width=200"],
    ["a plus of the path", `${HOST}/a+b.jpg?width=6&signature={}`, "/ab.jpg?width=6"],
    ["an escaped plus of the path", `${HOST}/a%2Bb.jpg?width=6&signature={}`, "/ab.jpg?width=6"],
    ["a sign of a page", `${LINK}?url=a.example/b~c&width=200`, "url=a.example/bc&width=200"],
    ["the signs of a version", `${HOST}/a.jpg?v=1.2.3&signature={}`, "/a.jpg?v=123"],
  ])("%s that was not signed", async (_, url, signed) => {
    const told = await toldOf(url, signed);
    expect(told.id).toBe("characters-added-after-signing");
    expect(told.why).toMatch(/^Either they belong there.*The digits fit both\.$/);
    // Which of the two is meant, nobody knows: the one that was signed is offered beside the other.
    expect([told.repaired, told.mayBeMeant]).toEqual([told.corrected, true]);
    expect(told.repaired).toContain(hmac(signed));
  });

  it.each([
    ["off", `${LINK}?url=a.example&retina=true`, "url=a.example&retina=0", "0"],
    ["on", `${LINK}?url=a.example&retina=0`, "url=a.example&retina=true", "true"],
    ["on, in Python", `${HOST}/a.jpg?upscale=false&signature={}`, "/a.jpg?upscale=True", "True"],
    ["no", `${HOST}/a.jpg?trim=on&signature={}`, "/a.jpg?trim=0", "0"],
  ])("a switch that was %s when it was signed", async (_, url, signed, was) => {
    const told = await toldOf(url, signed);
    expect(told.id).toBe("value-changed-after-signing");
    expect(told.detail).toContain(`was “${was}”`);
    expect(told.repaired).toContain(hmac(signed));
  });

  // Each is one change of a value, which two or three mistakes could be made to explain.
  it.each([
    [
      `${HOST}/?src=https%3A%2F%2Fa.b%2Fc%3Fv%3D1%26utm_source%3Dx&w=6`,
      "/?src=https%3A%2F%2Fa.b%2Fc%3Fv%3D1&w=6",
    ],
    [`${HOST}/a.jpg?w=6&filter=a%3D1%26b%3D2`, "/a.jpg?w=6&filter=a%3D1"],
  ])("and a value that lost a part is not told as split, escaped or emptied: %s", async (url, signed) => {
    const ids = idsIn(await search(inputOf(`${url}&signature=${hmac(signed)}`)));
    const made = ["query-decoded-before-split", "signed-with-another-encoder", "percent-encoding-case"];
    expect(ids.filter((id) => made.includes(id) || id === "empty-parameter-dropped")).toEqual([]);
  });

  it("and two that do not, as two", async () => {
    const signed = "/a%2Ejpg?width=201";
    const pasted = `${HOST}/a.jpg?width=200&signature=${hmac(signed)}`;
    expect(idsIn(await search(inputOf(pasted)))).toEqual([
      "signed-with-another-encoder",
      "value-changed-after-signing",
    ]);
  });
});

describe("a number that was written for people", () => {
  it.each([
    ["in German", "1.280"],
    ["in English", "1,280"],
    ["in English, escaped", "1%2C280"],
    ["in French", "1%E2%80%AF280"],
    ["in older French", "1%C2%A0280"],
    ["in Swiss", "1%E2%80%99280"],
  ])("%s is told as one, and the URL with digits alone is offered", async (_, number) => {
    const told = await toldOf(`${HOST}/a.jpg?width=${number}&h=5&signature={}`, "/a.jpg?width=1280&h=5");
    expect(told.id).toBe("number-written-otherwise");
    expect(told.why).toMatch(/for people/);
    expect(told.repaired).toBe(`${HOST}/a.jpg?width=1280&h=5&signature=${hmac("/a.jpg?width=1280&h=5")}`);
  });
  it.each([
    ["four numbers", "crop=10,20,300,400", "crop=1020300400", "array-written-otherwise"],
    ["two", "crop=100,200", "crop=100200", "array-written-otherwise"],
    ["a fraction", "dpr=1.50", "dpr=150", "characters-added-after-signing"],
    ["a version", "v=1.234", "v=1234", "characters-added-after-signing"],
    ["an address", "ip=192.168.100.200", "ip=192168100200", "characters-added-after-signing"],
  ])("is none of %s", async (_, sent, signed, id) => {
    const told = await toldOf(`${HOST}/a.jpg?${sent}&signature={}`, `/a.jpg?${signed}`);
    expect(told.id).toBe(id);
    expect(told.words).not.toMatch(/for people|“”/);
  });
});

describe("a number written otherwise is told by what writes it so:", () => {
  it.each([
    ["a date", "v=2024-01-02", "v=20240102", /A date was.*two formats/s],
    ["a date", "v=20240102", "v=2024-01-02", /A date was.*two formats/s],
    ["a unit", "width=300", "width=300px", /CSS/],
    ["a unit", "width=300px", "width=300", /CSS/],
    ["a time", "t=1790000000123", "t=1790000000", /Date\.now\(\)/],
    ["a fraction", "width=341.33", "width=341", /made a fraction/],
  ])("%s", async (_, sent, signed, words) => {
    const told = await toldOf(`${HOST}/a.jpg?${sent}&signature={}`, `/a.jpg?${signed}`);
    expect([told.id, told.words]).toEqual(["number-written-otherwise", expect.stringMatching(words)]);
  });
});

describe("a mistake that changes nothing is not told beside two that do:", () => {
  it.each([
    ["the last one of a name", "/a.jpg?w=3&width=1&width=2", "a.jpg?w=3&width=2"],
    ["the first one of a name", "/a.jpg?tag=x&tag=y&width=200", "a.jpg?tag=x&width=200"],
    ["the first, where others stand between", "/a.jpg?h=1&s=x&width=2&s=y", "a.jpg?h=1&s=x&width=2"],
  ])("of %s no order", async (_, sent, signed) => {
    const ids = idsIn(await search(inputOf(`${HOST}${sent}&signature=${hmac(signed)}`)));
    expect(ids).toEqual(["signed-without-leading-slash", "one-of-equal-names-signed"]);
  });

  it("but an order that was another one is", async () => {
    const url = `${HOST}/a.jpg?b=2&a=1&tag=x&tag=y&signature=${hmac("a.jpg?a=1&b=2&tag=x")}`;
    expect(idsIn(await search(inputOf(url)))).toContain("parameters-reordered");
  });
});
