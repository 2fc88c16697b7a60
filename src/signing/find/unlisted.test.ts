import { describe, expect, test } from "vitest";
import { libpixel } from "../../schemes/libpixel";
import { find } from "./find";

const digits = "5d41402a".repeat(5);
const own = `https://acme.libpx.com/a.jpg?width=3&text=a%20b&signature=${digits}`;
const others = `https://img.fjord.test/a.jpg?width=3&signature=${digits}`;
const link = `https://api.urlbox.com/v1/pubKey9/${digits}/png?url=https%3A%2F%2Fa.example&width=4`;
const escaped = encodeURIComponent;

const found = (pasted: string, rule = libpixel) => {
  const { found, notes } = find(pasted, rule);
  return { url: found?.url ?? pasted, layers: found?.layers ?? [], notes: notes.map(({ kind }) => kind) };
};

/** Every way in which a proxy, a reader, a cache or a redirect has a URL in its own. */
const WHOLE: readonly (readonly [name: string, wrap: (url: string) => string])[] = [
  ["a path", (url) => `https://proxy.test/fetch/${escaped(url)}`],
  ["a path with a query behind it", (url) => `https://proxy.test/fetch/${escaped(url)}?w=3`],
  ["the whole query", (url) => `https://href.li/?${url}`],
  ["the whole query, escaped", (url) => `https://corsproxy.io/?${escaped(url)}`],
  ["a fragment", (url) => `https://view.test/app#${url}`],
  ["a fragment, escaped", (url) => `https://view.test/app#/${escaped(url)}`],
  ["a parameter", (url) => `https://mail.proton.me/api/core/v4/images?Url=${escaped(url)}&DryRun=0`],
  ["one of several", (url) => `https://pin.test/?url=https%3A%2F%2Fa.test&media=${escaped(url)}`],
  ["a parameter, escaped twice", (url) => `https://proxy.test/?u=${escaped(escaped(url))}`],
  ["a source", (url) => `https://img.fjord.test/?src=${escaped(url)}&width=3`],
  ["an overlay", (url) => `https://img.fjord.test/?overlay=${escaped(url)}&width=3`],
  ["a page to capture", (url) => `https://shots.fjord.test/v1/pubKey9/png?url=${escaped(url)}`],
];

describe("a URL that holds a signed one whole is read itself, and what it holds is told and offered", () => {
  test.each(WHOLE)("in %s", (_, wrap) => {
    for (const url of [own, others, link]) {
      expect(found(wrap(url))).toEqual({ url: wrap(url), layers: [], notes: ["holds-signed"] });
      const { notes } = find(`See ${wrap(url)} there`, libpixel);
      expect(notes.find(({ kind }) => kind === "holds-signed")?.rewrite?.text).toBe(url);
    }
  });

  test("also in a service that is listed", () => {
    const outer = `https://r.jina.ai/${escaped(own)}`;
    expect(found(`https://www.google.com/url?q=${escaped(outer)}`).notes).not.toContain("holds-signed");
    expect(found(outer).notes).toEqual(["holds-signed"]);
  });

  test.each([
    ["that is the vendor’s", `https://acme.libpx.com/?src=${escaped(own)}&width=3`],
    ["that is signed", `https://img.fjord.test/?src=${escaped(own)}&signature=${"1".repeat(40)}`],
    ["that is a render link", `https://api.urlbox.com/v1/pubKey9/${"1".repeat(40)}/png?url=${escaped(own)}`],
    [
      "with a source that was not escaped",
      `https://img.fjord.test/?url=https://a.test/b.jpg?v=2&signature=${digits}`,
    ],
    ["with one that is not signed", `https://img.fjord.test/?url=${escaped("https://a.test/b.jpg?v=2")}`],
    ["with one in its path that is not signed", "https://r.jina.ai/https://a.test/b.jpg?v=2"],
    ["with one in its path that may be its own", `https://r.jina.ai/${own}`],
    ["with another’s in its path that may be its own", `https://r.jina.ai/${others}`],
    ["with “https” in its path", `https://img.fjord.test/https/a.jpg?signature=${digits}`],
  ])("near miss: one %s", (_, url) => {
    expect(found(url)).toEqual({ url, layers: [], notes: [] });
  });
});
