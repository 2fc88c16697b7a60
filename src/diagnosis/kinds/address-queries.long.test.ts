import { describe, expect, it } from "vitest";
import { search } from "../search";
import { idsIn, inputOf } from "../testing";
import { hmac, toldOf } from "../told-testing";

const HOST = "https://img.example.net";
const LINK = "https://api.urlbox.com/v1/pubKey9/{}/png";

const MAKERS: readonly (readonly [vendor: string, url: string, string: (address: string) => string])[] = [
  ["LibPixel", HOST, (address) => `/?src=${encodeURIComponent(address)}&width=6`],
  ["Urlbox", `${LINK}?`, (address) => `url=${encodeURIComponent(address)}&width=6`],
];

const urlOf = (start: string, string: string) => start + string + (start === HOST ? "&signature={}" : "");

describe.each(MAKERS)("the query of an address inside, by %s", (_, start, stringOf) => {
  it.each([
    ["a version", "c.png?v=2", "c.png?v=1", "Its query had “v=1” when it was signed."],
    ["a part of a version", "c.css?a=x&ver=6.4.3", "c.css?a=x&ver=6.4.2", "Its query had “ver=6.4.2”"],
    ["a cache buster", "c.png?v=1712345679", "c.png?v=1712345670", "Its query had “v=1712345670”"],
    [
      "a tracker at its end",
      "p?v=1&utm_source=x",
      "p?v=1",
      "It was signed without “utm_source” in its query.",
    ],
    ["a tracker before the others", "p?utm_source=x&v=1", "p?v=1", "It was signed without “utm_source”"],
    [
      "two trackers",
      "p?utm_source=x&v=1&fbclid=y",
      "p?v=1",
      "without “utm_source” and “fbclid” in its query.",
    ],
    ["what sorts", "p?a=1&b=2&c=3", "p?c=3&a=1&b=2", "Its parameters were signed in this order: c, a, b."],
    ["a form’s space", "p?q=a+b", "p?q=a%20b", "Its query had “%20” for “+”."],
  ])("was changed by %s: both URLs are offered", async (_maker, sent, signed, words) => {
    const told = await toldOf(
      urlOf(start, stringOf(`https://a.example/${sent}`)),
      stringOf(`https://a.example/${signed}`),
    );
    expect(told.id).toBe("target-normalised");
    expect(told.detail).toContain(words);
    expect(told.repaired).toContain(hmac(stringOf(`https://a.example/${signed}`)));
    expect(told.mayBeMeant).toBe(true);
  });

  it("is told as left out where all of it was", async () => {
    const told = await toldOf(
      urlOf(start, stringOf("https://a.example/p?v=1")),
      stringOf("https://a.example/p"),
    );
    expect(told.title).toBe("The address inside the URL was signed without its query.");
  });

  it.each(["https://a.example/q?v=2", "https://a.example/p?w=2"])(
    "is none of another address: %s",
    async (other) => {
      const url = urlOf(start, stringOf("https://a.example/p?v=2")).replace("{}", hmac(stringOf(other)));
      const schemeId = start === HOST ? "libpixel" : "urlbox";
      expect(idsIn(await search(inputOf(url, { schemeId })))).not.toContain("target-normalised");
    },
  );
});
