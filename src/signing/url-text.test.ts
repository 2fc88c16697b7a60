import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anatomy, cutQuery, cutUrl, joinUrl, prepareUrl, rooted } from "./url-text";

/** Any text that a JavaScript string can hold, lone surrogates included, with a URL's delimiters made likely. */
const anyText = fc
  .array(
    fc.oneof(
      fc.constantFrom("https://", "/", "?", "#", "&", "=", "%", "%2f", "..", "\\", "\n", " "),
      fc.string({ unit: "binary" }),
      fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
    ),
  )
  .map((pieces) => pieces.join(""));

describe("cutUrl", () => {
  const rows = [
    { input: "", out: ["", "", null, null] },
    { input: "https://a.b", out: ["https://a.b", "", null, null] },
    { input: "https://a.b/", out: ["https://a.b", "/", null, null] },
    { input: "https://a.b?q", out: ["https://a.b", "", "q", null] },
    { input: "https://a.b/?", out: ["https://a.b", "/", "", null] },
    { input: "https://a.b/p?q?r#f?#g", out: ["https://a.b", "/p", "q?r", "f?#g"] },
    { input: "https://a.b/p#f?q", out: ["https://a.b", "/p", null, "f?q"] },
    { input: "HTTP://u:p@A.b:80//p//", out: ["HTTP://u:p@A.b:80", "//p//", null, null] },
    { input: "/path?q", out: ["", "/path", "q", null] },
  ];
  test.each(rows)("$input", ({ input, out }) => {
    const { origin, path, query, fragment } = cutUrl(input);
    expect([origin, path, query, fragment]).toEqual(out);
  });

  test("joined again, any text is restored", () => {
    fc.assert(fc.property(anyText, (text) => joinUrl(cutUrl(text)) === text));
  });
});

test("cutQuery: joined again, any query is restored", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const parameters = cutQuery(text);
      expect(parameters.map((parameter) => parameter.text).join("&")).toBe(text);
      for (const { text, name, value } of parameters)
        expect(value === null ? name : `${name}=${value}`).toBe(text);
    }),
  );
});

test("anatomy: the parts of any text are that text", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const parts = anatomy(cutUrl(text));
      expect(parts.map((part) => part.text).join("")).toBe(text);
    }),
  );
});

test("anatomy: each part has its role, and a signature stands apart with what names it", () => {
  const url = cutUrl("https://a.test/p?w=1&signature=abc&h=2#top");
  const found = { text: "abc", start: 31, misplaced: null };
  expect(anatomy(url, found).map(({ kind, text }) => `${kind} ${text}`)).toEqual([
    "origin https://a.test",
    "path /p",
    "delimiter ?",
    "query w=1",
    "delimiter &signature=",
    "signature abc",
    "query &h=2",
    "delimiter #",
    "fragment top",
  ]);
  const first = { ...found, start: "https://a.test/p?signature=".length };
  const parts = anatomy(cutUrl("https://a.test/p?signature=abc"), first);
  expect(parts.map(({ text }) => text)).toEqual(["https://a.test", "/p", "?", "signature=", "abc"]);
});

test("rooted: no path is the path that is requested then", () => {
  expect(joinUrl(rooted(cutUrl("https://a.test?w=1")))).toBe("https://a.test/?w=1");
  expect(joinUrl(rooted(cutUrl("https://a.test/p?w=1")))).toBe("https://a.test/p?w=1");
});

describe("prepareUrl", () => {
  const rows = [
    { input: "/a b", out: "/a%20b" },
    { input: "/a%20b+c", out: "/a%20b+c" },
    { input: "/%2f%2F%", out: "/%2f%2F%" },
    { input: "//a/../b/.", out: "//a/../b/." },
    { input: "/'\"<>|[]{}^`\\", out: "/'\"<>|[]{}^`\\" },
    { input: "/é?ü=日", out: "/%C3%A9?%C3%BC=%E6%97%A5" },
    { input: "/😀", out: "/%F0%9F%98%80" },
    { input: "/e\u0301", out: "/e%CC%81" },
    { input: "/a\tb\r\nc", out: "/abc" },
    { input: "https://h\no\r\ns\tt.test/a", out: "https://host.test/a" },
    { input: "https://bücher.example/", out: "https://bücher.example/" },
    { input: "/\0\x1f\x7f", out: "/%00%1F%7F" },
    { input: "/\u00a0\u200b\ufeff", out: "/%C2%A0%E2%80%8B%EF%BB%BF" },
    { input: "/\ud800?\udfff", out: "/%EF%BF%BD?%EF%BF%BD" },
    { input: "/\ud83d\n\ude00", out: "/%EF%BF%BD%EF%BF%BD" },
    { input: "/a&b=c;d,e?f=&&=", out: "/a&b=c;d,e?f=&&=" },
  ];
  test.each(rows)("$input", ({ input, out }) => {
    expect(joinUrl(prepareUrl(cutUrl(input)).text)).toBe(out);
  });

  test("says what it changed, each character once", () => {
    const { escaped, removed } = prepareUrl(cutUrl("https://a\n.b/é é\n?\t"));
    expect(escaped).toEqual([
      { before: "é", after: "%C3%A9" },
      { before: " ", after: "%20" },
    ]);
    expect(removed).toEqual([
      { before: "\n", after: "" },
      { before: "\t", after: "" },
    ]);
  });

  test("of any text, path and query become printable ASCII, and stay as they are the second time", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const once = prepareUrl(cutUrl(text)).text;
        expect(once.path + (once.query ?? "")).toMatch(/^[\x21-\x7e]*$/);
        expect(prepareUrl(once)).toEqual({ text: once, escaped: [], removed: [] });
      }),
    );
  });

  test("what it changes is what the URL standard changes", () => {
    // With nothing in it that the standard changes beyond this: only letters, and what prepareUrl is there for.
    const unit = fc.oneof(
      fc.constantFrom("a", "/x", "é", "日", "😀", "\ud800", "\udc00", "\0", "\x7f", "\n", "\t", "\u00a0"),
      fc.string({ unit: "binary" }).map((text) => text.replace(/[ -~]/g, "")),
    );
    fc.assert(
      fc.property(fc.array(unit), fc.array(unit), (path, query) => {
        const url = `https://a.b/${path.join("")}?${query.join("")}z`;
        const { pathname, search } = new URL(url);
        const { text } = prepareUrl(cutUrl(url));
        expect(`${text.path}?${text.query}`).toBe(pathname + search);
      }),
    );
  });
});

test("line breaks are removed in every part of a URL", () => {
  const { text, removed } = prepareUrl(cutUrl("https://a\n.test/b\tc?d\r=<#e\nf"));
  expect(joinUrl(text)).toBe("https://a.test/bc?d=<#ef");
  expect(removed.map(({ before }) => before).sort()).toEqual(["\t", "\n", "\r"]);
});
