import { describe, expect, test } from "vitest";
import { libpixel } from "../../schemes/libpixel";
import { urlbox } from "../../schemes/urlbox";
import { readPaste } from "../read-paste";
import type { UrlText } from "../types";
import { find } from "./find";
import { findUrls } from "./find-url";
import { isPlain } from "./finding";

const vendor = { recognises: (text: UrlText) => libpixel.recognises(text) || urlbox.recognises(text) };
const digits = "5d41402a".repeat(5);
const one = `https://img.fjord.test/a.jpg?width=1&signature=${digits}`;
const two = `https://acme.libpx.com/b.jpg?width=2&signature=${digits}`;
const open = "https://acme.libpx.com/c.jpg?width=3";
const link = `https://api.urlbox.com/v1/pubKey9/${digits}/png?url=https%3A%2F%2Fa.example&width=4`;

const found = (pasted: string) => {
  const { found: one, notes } = find(pasted, vendor);
  return { url: one?.url ?? pasted, start: one?.start, notes: notes.map(({ kind }) => kind) };
};
const all = (pasted: string) => findUrls(pasted, vendor).map(({ url }) => url);

describe("of a URL that was pasted behind one that stood there the first is read", () => {
  test.each([
    ["the same", one, one],
    ["the same of the vendor’s", two, two],
    ["the same without a signature", open, open],
    ["the same render link", link, link],
    [
      "the same path alone",
      one.replace("https://img.fjord.test", ""),
      one.replace("https://img.fjord.test", ""),
    ],
    ["the same with white space", one.replace("a.jpg", "my cat.jpg"), one.replace("a.jpg", "my cat.jpg")],
    [
      "the same with base64 for digits",
      one.replace(digits, "XUFAKl1BQCo="),
      one.replace(digits, "XUFAKl1BQCo="),
    ],
    ["another", one, two],
    ["another of the vendor’s", two, one],
    ["one that is not signed yet", one, open],
    ["behind one that is not signed yet", open, two],
    ["one behind parameters that came behind the signature", `${one}&utm_source=mail`, one],
    ["a render link", two, link],
  ])("%s", (_, first, second) => {
    expect(found(first + second)).toEqual({ url: first, start: 0, notes: ["glued"] });
    expect(found(` ${first}${second}\n`)).toMatchObject({ url: first, start: 1, notes: ["glued"] });
    expect([...new Set(all(first + second))]).toEqual([...new Set([first, second])]);
    expect(isPlain(first + second, vendor)).toBe(false);
  });

  test.each([
    ["in a value", `https://acme.libpx.com/a.jpg?text=seehttps://acme.libpx.com/b.jpg&signature=${digits}`],
    ["in the path", `https://acme.libpx.com/proxyhttps://img.example/b.jpg?width=3&signature=${digits}`],
    ["of another host", `https://acme.libpx.com/a.jpg?ref=foohttps://x.example/b&signature=${digits}`],
  ])("near miss: one %s of the one that is signed", (_, url) => {
    expect(found(url)).toMatchObject({ url, notes: [] });
  });

  test("three times, and in a sentence or in markup", () => {
    expect(found(two.repeat(3))).toMatchObject({ url: two, notes: ["glued"] });
    expect(found(`See ${two}${two}, please.`)).toMatchObject({ url: two, notes: ["glued"] });
    const html = two.replaceAll("&", "&amp;");
    expect(found(`<img src="${html}${html}">`)).toMatchObject({ url: two, notes: ["glued"] });
  });

  test("one click keeps the first of the same, and of two others each is still there", () => {
    const rewrites = (pasted: string) => {
      const { request } = readPaste(libpixel, pasted);
      return request.ok && request.value.notes.map(({ rewrite }) => rewrite?.text).filter(Boolean);
    };
    expect(rewrites(two + two)).toEqual([two]);
    expect(rewrites(two + one)).toEqual([]);
  });

  test.each([
    ["a source", `https://acme.libpx.com/?src=${two}&signature=${digits}`],
    ["an address that no vendor has", `${open}&text=seehttps://www.fjord.test/x`],
    ["a source behind an escape", `https://acme.libpx.com/?src=https%3A%2F%2Fproxy.test%2F${open}`],
    ["a URL in the path of another", `https://proxy.test/${open}`],
    ["two numbers of a URL", `https://acme.libpx.com/a.jpg?crop=1010&signature=${digits}`],
  ])("near miss: %s", (_, pasted) => {
    expect(found(pasted).notes).toEqual([]);
    expect(found(pasted).url).toBe(pasted);
  });

  test("near miss: the same URL twice with anything between", () => {
    for (const between of [" ", "\n", ", ", "|"]) expect(found(two + between + two).notes).toEqual([]);
  });
});

describe("an “https://” that was typed before a URL was pasted is left out", () => {
  test.each(["https://", "http://", "HTTPS://"])("%s", (scheme) => {
    for (const url of [one, two, open])
      expect(found(scheme + url)).toEqual({ url, start: scheme.length, notes: ["scheme-twice"] });
    expect(found(`See ${scheme}${two} there`)).toMatchObject({ url: two, notes: ["scheme-twice"] });
  });

  test.each([one, `https://https.example/a.jpg?signature=${digits}`])("near miss: %s", (url) => {
    expect(found(url).notes).toEqual([]);
  });
});
