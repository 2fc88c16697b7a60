import { describe, expect, test } from "vitest";
import { readPaste } from "../../signing/read-paste";
import { joinParts } from "../../signing/sign";
import type { SigningRequest } from "../../signing/types";
import { cutUrl } from "../../signing/url-text";
import { ruleNotes } from "../rule-notes";
import { libpixel } from "./index";

const sha1 = "bd5634c055d707c1638eff93eb88ff31277958f0";
const base64 = "AXBuXZjNs2Y90UkQc1nljryyYr8=";

function read(pasted: string): SigningRequest {
  const { request } = readPaste(libpixel, pasted, { apiKey: "", format: "png" });
  if (!request.ok) throw new Error(request.problem.sentence);
  return request.value;
}

describe("signing string and final URL", () => {
  const rows = [
    { input: "https://a.b", out: "/", final: "https://a.b?signature=SIG" },
    { input: "https://a.b/", out: "/", final: "https://a.b/?signature=SIG" },
    { input: "https://a.b?src=x", out: "/?src=x", final: "https://a.b?src=x&signature=SIG" },
    { input: "https://a.b/1.jpg", out: "/1.jpg", final: "https://a.b/1.jpg?signature=SIG" },
    { input: "https://a.b/1.jpg?", out: "/1.jpg", final: "https://a.b/1.jpg?signature=SIG" },
    { input: "https://a.b/1.jpg?#f", out: "/1.jpg", final: "https://a.b/1.jpg?signature=SIG#f" },
    { input: "https://a.b/1.jpg??", out: "/1.jpg??", final: "https://a.b/1.jpg??&signature=SIG" },
    { input: "https://a.b/?&&a=&", out: "/?&&a=&", final: "https://a.b/?&&a=&&signature=SIG" },
    { input: "https://a.b/?b=2&a=1", out: "/?b=2&a=1", final: "https://a.b/?b=2&a=1&signature=SIG" },
    {
      input: "https://a.b/x y?q=é+",
      out: "/x%20y?q=%C3%A9+",
      final: "https://a.b/x%20y?q=%C3%A9+&signature=SIG",
    },
    { input: "https://a.b//x/../%2f?'", out: "//x/../%2f?'", final: "https://a.b//x/../%2f?'&signature=SIG" },
    { input: "http://u:p@A.B:80/x", out: "/x", final: "http://u:p@A.B:80/x?signature=SIG" },
    { input: "https://a.b/x?signature=old", out: "/x", final: "https://a.b/x?signature=SIG" },
    { input: "https://a.b/x?a=1&signature=old", out: "/x?a=1", final: "https://a.b/x?a=1&signature=SIG" },
    { input: "https://a.b/x?signature=old&a=1", out: "/x?a=1", final: "https://a.b/x?a=1&signature=SIG" },
    { input: "https://a.b/x?signature&a=1", out: "/x?a=1", final: "https://a.b/x?a=1&signature=SIG" },
    { input: "https://a.b/x?signature=1&signature=2", out: "/x", final: "https://a.b/x?signature=SIG" },
    {
      input: "https://a.b/x?xsignature=1&Signature=2",
      out: "/x?xsignature=1&Signature=2",
      final: "https://a.b/x?xsignature=1&Signature=2&signature=SIG",
    },
    {
      input: `https://a.b/x?a=1#signature=${sha1}`,
      out: "/x?a=1",
      final: "https://a.b/x?a=1&signature=SIG",
    },
    {
      input: "https://a.b/x#signature=intro",
      out: "/x",
      final: "https://a.b/x?signature=SIG#signature=intro",
    },
  ];
  test.each(rows)("$input", ({ input, out, final }) => {
    const request = read(input);
    expect(request.signingString).toBe(out);
    expect(joinParts(libpixel.assemble(request, "SIG"))).toBe(final);
  });
});

describe("the signature found", () => {
  const rows = [
    { input: "https://a.b/x?a=signature", out: null },
    { input: "https://a.b/x?a=1&signature=ab", out: ["ab", null] },
    { input: "https://a.b/x?a=1&signature=", out: ["", null] },
    { input: "https://a.b/x?a=1&signature", out: ["", null] },
    { input: "https://a.b/x?a=1&signature=a=b", out: ["a=b", null] },
    { input: "https://a.b/x?signature=ab&a=1", out: ["ab", "signature-not-last"] },
    { input: "https://a.b/x?signature=ab&signature=cd", out: ["cd", "signature-twice"] },
    { input: `https://a.b/x?a=1#signature=${sha1}`, out: [sha1, "signature-after-fragment"] },
    { input: `https://a.b/x#top?signature=${sha1}`, out: [sha1, "signature-after-fragment"] },
    { input: `https://a.b/x?a=1&#038;signature=${sha1}`, out: [sha1, "url-html-escaped"] },
    { input: `https://a.b/x#signature=${base64}`, out: [base64, "signature-after-fragment"] },
    { input: `https://a.b/x#signature=${sha1.slice(20)}`, out: [sha1.slice(20), "signature-after-fragment"] },
    { input: `https://a.b/x#signature=${sha1.slice(21)}`, out: null },
    { input: "https://a.b/x#signature=intro", out: null },
    { input: "https://a.b/x#signature=the.one.and.only.section", out: null },
  ];
  test.each(rows)("$input", ({ input, out }) => {
    const { found } = read(input);
    expect(found && [found.text, found.misplaced]).toEqual(out);
    if (found) expect(input.slice(found.start, found.start + found.text.length)).toBe(found.text);
  });
});

describe("notes", () => {
  const rows = [
    { input: "https://a.b/1.jpg?width=4", out: [] },
    { input: "https://a.b/?", out: ["question-mark-dropped"] },
    { input: "https://a.b/x#f", out: ["fragment"] },
    { input: "https://a.b?src=x", out: ["empty-path"] },
    { input: "https://a.b/?src=https%3A%2F%2Fc.d%2F1.jpg", out: ["empty-path"] },
    { input: "https://a.b/p?src=https://c.d/1.jpg", out: ["unescaped-src"] },
    { input: "https://a.b/?src=https://c.d/1.jpg", out: ["empty-path", "unescaped-src"] },
    { input: "https://a.b/p?signature=ab&a=1", out: ["signature-not-last"] },
    { input: "https://a.b/p?a=1&signature=ab", out: [] },
    { input: "https://a.b/p q?x=1", out: ["escaped"] },
    { input: "https://a.b/p?x=1&signature=12ab…cd34", out: [] },
    { input: "https://a.b/p?x=a…b&signature=12ab…cd34", out: ["escaped"] },
  ];
  test.each(rows)("$input", ({ input, out }) => {
    expect(ruleNotes(libpixel, read(input)).map(({ kind }) => kind)).toEqual(out);
  });

  test("escaping src makes it one value", () => {
    const [note] = ruleNotes(libpixel, read("https://a.b/p?src=https://c.d/1.jpg?v='1'&width=9"));
    expect(note?.rewrite?.text).toBe("https://a.b/p?src=https%3A%2F%2Fc.d%2F1.jpg%3Fv%3D%271%27&width=9");
    expect(ruleNotes(libpixel, read(note?.rewrite?.text ?? ""))).toEqual([]);
  });

  test.each(["https%3A//c.d/1.jpg", "https:%2F%2Fc.d%2F1.jpg", "https%3A%2F%2Fc.d/1.jpg"])(
    "%s is escaped already, by an encoder that leaves some characters",
    (src) => {
      expect(ruleNotes(libpixel, read(`https://a.b/p?src=${src}`))).toEqual([]);
      const [note] = ruleNotes(libpixel, read(`https://a.b/p?src=${src}?v=1`));
      expect(note?.rewrite?.text).toBe("https://a.b/p?src=https%3A%2F%2Fc.d%2F1.jpg%3Fv%3D1");
    },
  );

  test("a bare parameter does not take the fragment", () => {
    const request = read("https://a.b/p?signature#");
    expect(joinParts(libpixel.assemble(request, "HEX"))).toBe("https://a.b/p?signature=HEX#");
  });

  test("escaping src keeps what was escaped in it already", () => {
    const [note] = ruleNotes(libpixel, read("https://a.b/p?src=https://c.d/a%20b.jpg"));
    expect(note?.rewrite?.text).toBe("https://a.b/p?src=https%3A%2F%2Fc.d%2Fa%2520b.jpg");
  });
});

describe("what the usual form is read by at once is what parameter by parameter would give", () => {
  const queries = [
    `w=1&signature=${sha1}`,
    `a=1&b=2&signature=${base64}`,
    "w=1&signature=",
    `signature=${sha1}`,
    `&signature=${sha1}`,
    `w=1&signature=${sha1}&x=2`,
    `signature=1&w=1&signature=${sha1}`,
    `signature&w=1&signature=${sha1}`,
    `w=1&signature=${sha1}&signature`,
    `w=1&xsignature=${sha1}`,
    `w=1&amp;signature=${sha1}`,
    `w=1&signatures=2&signature=${sha1}`,
    `w=signature&signature=${sha1}`,
    `w=1&signature=signature=${sha1}`,
    "w=1&signature",
  ];
  // A tab, which is never sent, takes a URL off the short way.
  const shorten = (path: string, query: string) => {
    const request = libpixel.read(cutUrl(`${path}?${query}#f`), {});
    if (!request.ok || !request.value.found) return null;
    const { found, signingString, unsigned } = request.value;
    return { ...found, start: found.start - path.length, signingString, query: unsigned.query };
  };
  test.each(queries)("%s", (query) => {
    const found = shorten("https://a.b/p", query);
    expect(found).toEqual(shorten("https://a.b/\tp", query));
    expect(found === null).toBe(/xsig/.test(query));
  });
});
