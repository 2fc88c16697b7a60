import { describe, expect, it } from "vitest";
import { search } from "../search";
import { inputOf } from "../testing";
import { hmac, toldOf } from "../told-testing";

const HOST = "https://img.example.net";
const LINK = "https://api.urlbox.com/v1/pubKey9/{}/png";

describe("an address inside that was signed without its query", () => {
  it.each([
    [
      "at the end",
      `${HOST}/a.jpg?src=https%3A%2F%2Fa.b%2Fc%3Fd%3D1&signature={}`,
      "/a.jpg?src=https%3A%2F%2Fa.b%2Fc",
    ],
    [
      "before others",
      `${LINK}?url=https%3A%2F%2Fa.b%2F%3Futm_source%3Dx&width=3`,
      "url=https%3A%2F%2Fa.b%2F&width=3",
    ],
    ["by itself", `${LINK}?url=https%3A%2F%2Fa.b%2F%3Futm_source%3Dx`, "url=https%3A%2F%2Fa.b%2F"],
  ])("%s is told as that, and not as cut at a “%%”", async (_, url, signed) => {
    const told = await toldOf(url, signed);
    expect(told.title).toBe("The address inside the URL was signed without its query.");
    expect(told.words).not.toMatch(/crontab|printf|xn--/);
    expect([told.corrected, told.mayBeMeant]).toEqual([told.repaired, true]);
    expect(told.repaired).toContain(hmac(signed));
  });

  it("but one that ends at the first “%” was cut there", async () => {
    const told = await toldOf(`${LINK}?url=https%3A%2F%2Fa.b%2F`, "url=https");
    expect([told.id, told.detail]).toEqual(["string-cut-at-percent", "At its first."]);
  });
  it("and a later “%” cuts nothing", async () => {
    const pasted = `${HOST}/?src=a%20b%20c&signature=${hmac("/?src=a%20b")}`;
    const found = await search(inputOf(pasted));
    expect(found.state === "explained" ? found.mistakes.map(({ why }) => why).join() : "").not.toMatch(
      /crontab/,
    );
  });
});

describe("the last character of what is signed", () => {
  it.each([
    ["Urlbox", `${LINK}?url=https://en.example/wiki/A_(B`, "url=https://en.example/wiki/A_(B)"],
    ["LibPixel, where the signature stands before", `${HOST}/a.jpg?signature={}&text=Hi`, "/a.jpg?text=Hi!"],
  ])("may be lost in a chat: %s", async (_, url, signed) => {
    const found = await search(inputOf(url.replace("{}", hmac(signed)), schemeOf(url)));
    const [told] = found.state === "explained" ? found.mistakes : [];
    expect(told?.id).toBe("end-lost");
    expect(told?.why).toContain("Chats");
  });
  it.each([
    [`${HOST}/a.jpg?text=Hi&signature={}`, "/a.jpg?text=Hi!"],
    [`${HOST}/a_(1?signature={}`, "/a_(1)"],
  ])("but not where the signature follows: %s", async (url, signed) => {
    const told = await toldOf(url, signed);
    expect(told.title).toBe("Characters were signed that were not sent.");
    expect(told.words).not.toMatch(/Chats|quotes or brackets/);
    expect(told.repaired).toContain(hmac(signed));
  });
  it.each([
    [`${HOST}/a.jpg?w=1&signature={}`, "/a.jpg?w=1)", "end"],
    [`${HOST}/a.jpg?w=1&signature={}`, "(/a.jpg?w=1", "start"],
    [`${HOST}/a.jpg?w=1&signature={}`, "(/a.jpg?w=1)", "round"],
  ])("and a bracket without a partner in %s stands around it: %s", async (url, signed, word) => {
    const told = await toldOf(url, signed);
    expect([told.id, told.detail]).toEqual(["string-in-quotes", expect.stringContaining(word)]);
  });
});

const schemeOf = (url: string) => ({ schemeId: url.includes("urlbox") ? "urlbox" : "libpixel" });
