import { describe, expect, test } from "vitest";
import { libpixel } from "../../schemes/libpixel";
import { urlbox } from "../../schemes/urlbox";
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
  ["proxy.test", (url) => `https://proxy.test/fetch/${escaped(url)}`],
  ["proxy.test", (url) => `https://proxy.test/fetch/${escaped(url)}?w=3`],
  ["href.li", (url) => `https://href.li/?${url}`],
  ["corsproxy.io", (url) => `https://corsproxy.io/?${escaped(url)}`],
  ["view.test", (url) => `https://view.test/app#${url}`],
  ["view.test", (url) => `https://view.test/app#/${escaped(url)}`],
];
/** Not escaped: the signature behind it may be of either. */
const AS_IT_IS: typeof WHOLE = [
  ["r.jina.ai", (url) => `https://r.jina.ai/${url}`],
  ["cors-anywhere.herokuapp.com", (url) => `https://cors-anywhere.herokuapp.com/${url}`],
  ["shop.test", (url) => `https://shop.test/media/cache/resolve/thumb/${url}`],
  ["shop.test:8080", (url) => `http://shop.test:8080/proxy/${url.replace("://", ":/")}`],
  ["proxy.test", (url) => `https://proxy.test/get?url=${url}`],
];
const IN_PARAMETER: typeof WHOLE = [
  ["mail.proton.me", (url) => `https://mail.proton.me/api/core/v4/images?Url=${escaped(url)}&DryRun=0`],
  [
    "www.pinterest.test",
    (url) => `https://www.pinterest.test/pin/?url=https%3A%2F%2Fa.test&media=${escaped(url)}`,
  ],
  ["proxy.test", (url) => `https://proxy.test/?u=${escaped(escaped(url))}`],
];

describe("a signed URL that stands whole in another one is read, whatever host that is of", () => {
  test.each(WHOLE)("escaped, or as the whole query or fragment of %s", (name, wrap) => {
    for (const url of [own, others, link]) {
      const expected = { url, layers: [`a URL of ${name}`], notes: [] };
      expect(found(wrap(url))).toEqual(expected);
      expect(found(`See ${wrap(url)} there`)).toEqual(expected);
    }
  });

  test.each(AS_IT_IS)("as it is in %s: a link, whose token is in its path", (name, wrap) => {
    expect(found(wrap(link), urlbox)).toEqual({ url: link, layers: [`a URL of ${name}`], notes: [] });
    expect(found(wrap(own))).toEqual({ url: wrap(own), layers: [], notes: [] });
  });

  test.each(IN_PARAMETER)("in a parameter of %s, where it is the vendor’s", (name, wrap) => {
    const layers = [`a URL of ${name}`];
    expect(found(wrap(own))).toEqual({ url: own, layers, notes: [] });
    expect(found(wrap(link), urlbox)).toEqual({ url: link, layers, notes: [] });
    expect(found(wrap(link))).toMatchObject({ url: link, layers });
  });

  test("also in a service that is listed, and out of one", () => {
    const safe = (url: string) =>
      `https://eur01.safelinks.protection.outlook.com/?url=${escaped(url)}&data=05`;
    const layers = ["Outlook Safe Links"];
    expect(found(safe(`https://r.jina.ai/${escaped(own)}`)).layers).toEqual([
      "a URL of r.jina.ai",
      ...layers,
    ]);
  });
});

describe("a URL that may have the signed one as its source is read itself, and what it holds is told", () => {
  test.each([
    ["an overlay", `https://img.fjord.test/?overlay=${escaped(own)}&width=3`],
    ["a source", `https://img.fjord.test/?src=${escaped(own)}&width=3`],
    ["a parameter with a URL of a host that is no vendor’s", `https://shop.test/page?u=${escaped(others)}`],
    ["a page to capture on another host", `https://shots.fjord.test/v1/pubKey9/png?url=${escaped(own)}`],
  ])("%s", (_, url) => {
    expect(found(url)).toEqual({ url, layers: [], notes: ["holds-signed"] });
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
    ["with one in its path that may be its own", `https://r.jina.ai/${others}`],
    ["with “https” in its path", `https://img.fjord.test/https/a.jpg?signature=${digits}`],
  ])("near miss: one %s", (_, url) => {
    expect(found(url)).toEqual({ url, layers: [], notes: [] });
  });
});
