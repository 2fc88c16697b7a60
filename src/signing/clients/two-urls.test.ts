import { describe, expect, test } from "vitest";
import { libpixel } from "../../schemes/libpixel";
import { urlbox } from "../../schemes/urlbox";
import { compareUrls, sharedSignatures } from "./two-urls";

const digits = "5d41402abc4b2a76b9719d911017c592aa11bb22";
const made = (query: string, path = "/a.jpg") =>
  `https://fjord.libpx.com${path}?${query}&signature=${digits}`;
const compare = (query: string, arrived: string, path?: string) =>
  compareUrls(libpixel, made(query, path), made(arrived));

describe("a URL as it was made and as it arrived", () => {
  test("the same digits over two strings prove that at most one is right", () => {
    expect(compare("w=300&h=200", "w=301&h=200")).toEqual({
      proof: "one-signature",
      differences: [{ where: { part: "parameter", name: "w" }, made: "300", arrived: "301" }],
      reordered: false,
      makers: [],
    });
  });

  test("what is not signed proves nothing", () => {
    const other = `http://other.test/a.jpg?w=3&signature=${digits}#top`;
    expect(compareUrls(libpixel, made("w=3"), other)).toMatchObject({
      proof: "same-string",
      differences: [],
    });
    expect(compareUrls(libpixel, made("w=3"), "https://fjord.libpx.com/a.jpg?w=4")?.proof).toBe("unsigned");
    const own = made("w=4").replace(digits, "1".repeat(40));
    expect(compareUrls(libpixel, made("w=3"), own)?.proof).toBe("two-signatures");
    const short = (w: number) => `https://fjord.libpx.com/a.jpg?w=${w}&signature=undefined`;
    expect(compareUrls(libpixel, short(3), short(4))?.proof).toBe("two-signatures");
    expect(compareUrls(libpixel, made("w=3"), "no URL")).toBeNull();
  });

  const url = "https://fjord.libpx.com/a.jpg";
  const others = "1".repeat(40);
  test.each([
    ["lost", `${url}?w=3`, "signature-changed", digits, null],
    ["cut", `${url}?w=3&signature=${digits.slice(8)}`, "signature-changed", digits, digits.slice(8)],
    [
      "in capitals",
      `${url}?w=3&signature=${digits.toUpperCase()}`,
      "signature-changed",
      digits,
      digits.toUpperCase(),
    ],
    ["of another secret", `${url}?w=3&signature=${others}`, "other-digits", digits, others],
    [
      "of another hash",
      `${url}?w=3&signature=${"1".repeat(64)}`,
      "signature-changed",
      digits,
      "1".repeat(64),
    ],
  ])("the signature %s over one string is the difference", (_, arrived, proof, before, after) => {
    expect(compareUrls(libpixel, made("w=3"), arrived)).toEqual({
      proof,
      differences: [{ where: { part: "signature" }, made: before, arrived: after }],
      reordered: false,
      makers: [],
    });
  });

  test("so is its place", () => {
    const moved = compareUrls(libpixel, made("w=3"), `${url}?signature=${digits}&w=3`);
    expect(moved).toMatchObject({ proof: "signature-moved", differences: [] });
    const link = (path: string) => `https://api.urlbox.com/v1/K/${path}?url=a.test`;
    expect(compareUrls(urlbox, link(`${digits}/png`), link(`png/${digits}`))?.proof).toBe("signature-moved");
    expect(compareUrls(urlbox, link(`${digits}/png`), link("png"))?.proof).toBe("signature-changed");
    expect(compareUrls(urlbox, link("png"), link("png"))?.proof).toBe("same-string");
  });

  const rows = [
    { input: "w=3&h=4", out: "w=3", made: "4", arrived: null },
    { input: "w=3", out: "w=3&utm=x", made: null, arrived: "x" },
    { input: "w=3&a=1&a=2", out: "w=3&a=1&a=3", made: "2", arrived: "3" },
  ];
  test.each(rows)("$input, $out", ({ input, out, made, arrived }) => {
    expect(compare(input, out)?.differences).toMatchObject([{ made, arrived }]);
  });

  test("the path, and parameters in another order", () => {
    expect(compare("w=3", "w=3", "/b/../a.jpg")?.differences).toEqual([
      { where: { part: "path" }, made: "/b/../a.jpg", arrived: "/a.jpg" },
    ]);
    expect(compare("w=3&h=4", "h=4&w=3")).toMatchObject({
      reordered: true,
      differences: [],
      makers: ["something that sorts the parameters"],
    });
  });

  test("everyone who makes the one out of the other is named, not the likeliest alone", () => {
    expect(compare("text=it's", "text=it%27s")?.makers).toEqual([
      "Node’s fetch",
      "Node’s http",
      "axios",
      "got",
      "node-fetch",
      "superagent",
      "Ruby",
      "browsers",
    ]);
    expect(compare("src=https%3A%2F%2Fx.test", "src=https://x.test")?.makers).toEqual([
      "aiohttp",
      "something that decodes the escapes once",
    ]);
    expect(compare("src=https%3A%2F%2Fx.test", "src=https:%2F%2Fx.test")?.makers).toEqual([
      "axios with “params”",
    ]);
    expect(compare("text=a%20b&src=x%2Fy", "text=a+b&src=x%2Fy")?.makers).toContain("axios with “params”");
    expect(compare("src=x%26y", "src=x%2526y")?.makers).toEqual(["something that escapes “%” once more"]);
    expect(compare("src=%3a", "src=%3A")?.makers).toEqual([
      "requests",
      "httpx",
      "something that writes the escapes in upper case",
    ]);
    expect(compare("a=&w=3", "w=3")?.makers).toEqual(["something that drops empty parameters"]);
    expect(compare("w=3&h=4", "w=3&amp;h=4")?.makers).toEqual(["HTML that was not decoded (“&” as “&amp;”)"]);
  });

  test("a line of a log beside the URL, and Urlbox's links", () => {
    const link = `https://api.urlbox.com/v1/K/${digits}/png?url=https%3A%2F%2Fx.test&q=a|b`;
    const log = `"GET /v1/K/${digits}/png?url=https%3A%2F%2Fx.test&q=a%7Cb HTTP/1.1" 401`;
    expect(compareUrls(urlbox, link, log)).toMatchObject({
      proof: "one-signature",
      makers: ["wget", "requests", "httpx", "Mono", "Perl’s LWP"],
    });
  });
});

describe("one signature over several URLs", () => {
  test("a srcset whose widths share the digits of one", () => {
    const urls = [320, 640, 960].map((width) => made(`width=${width}&mode=fit`));
    expect(sharedSignatures(libpixel, urls)).toEqual([{ signature: digits, urls, differ: ["width"] }]);
  });

  test("the same URL twice, and URLs with digits of their own, share nothing", () => {
    const own = made("width=4").replace(digits, "1".repeat(40));
    expect(sharedSignatures(libpixel, [made("width=3"), made("width=3"), own])).toEqual([]);
  });
});
