import { describe, expect, test } from "vitest";
import { readPaste } from "../signing/read-paste";
import { findScheme, schemes } from ".";
import { lateNotes } from "./late-notes";
import { ruleNotes } from "./rule-notes";

const digits = "4ec9d162665401c2f07eb68222e4b63cf8893059";
const HOST = "https://fjord.libpx.com";

function notesOf(url: string, signature = "", schemeId = "libpixel") {
  const scheme = findScheme(schemeId) ?? schemes[0];
  const { request } = readPaste(scheme, url, { apiKey: "KEY", format: "png" });
  if (!request.ok) throw new Error(request.problem.sentence);
  return [...ruleNotes(scheme, request.value), ...lateNotes(scheme, request.value, signature)];
}
const kindsOf = (...args: Parameters<typeof notesOf>) => notesOf(...args).map(({ kind }) => kind);

describe("a “#” of HTML’s spelling", () => {
  const plain = `${HOST}/a.jpg?width=3&height=2&signature=${digits}`;

  test.each([
    ["RSS and WordPress", "&#38;"],
    ["WordPress, with its zeros", "&#038;"],
    ["XML in hexadecimal", "&#x26;"],
    ["XML in capitals", "&#X26;"],
    ["escaped once more", "&amp;#38;"],
  ])("is not said to belong to a value, and is undone: %s", (_, spelling) => {
    const notes = notesOf(plain.replaceAll("&", spelling));
    expect(notes.map(({ kind }) => kind)).not.toContain("fragment");
    expect(notes.find(({ kind }) => kind === "cut-by-html")?.rewrite?.text).toBe(plain);
  });

  test("is told of other characters and by each vendor’s rule", () => {
    const [note] = notesOf(`${HOST}/a.jpg?text=it&#39;s&width=3`).filter(
      ({ kind }) => kind === "cut-by-html",
    );
    expect(note?.sentence).toContain("“&#39;” is HTML’s spelling of “'”");
    expect(note?.rewrite?.text).toBe(`${HOST}/a.jpg?text=it's&width=3`);
    const link = `https://api.urlbox.com/v1/KEY/${digits}/png?url=a.test&#38;width=3`;
    expect(kindsOf(link, "", "urlbox")).toContain("cut-by-html");
  });

  test.each(["?background=#fff&width=3", "?a=1&#38", "?a=1&#top;", "?a=1#38;", "?a=1&b=#38;"])(
    "is none where it only looks so: %s",
    (query) => {
      const kinds = kindsOf(`${HOST}/a.jpg${query}`);
      expect(kinds).not.toContain("cut-by-html");
      expect(kinds).toContain("fragment");
    },
  );
});

describe("an “&amp;” in an unsigned URL", () => {
  const noteOf = (url: string, schemeId?: string) =>
    notesOf(url, "", schemeId).find(({ kind }) => kind === "html-ampersand");

  test.each([
    ["libpixel", `${HOST}/a.jpg?a=1&amp;b=2&amp;c=3`, "amp;b", `${HOST}/a.jpg?a=1&b=2&c=3`],
    ["libpixel", `${HOST}/a.jpg?a=1&amp;amp;b=2`, "amp;amp;b", `${HOST}/a.jpg?a=1&b=2`],
    [
      "urlbox",
      "https://api.urlbox.com/v1/KEY/png?width=3&amp;url=a.test",
      "amp;url",
      "https://api.urlbox.com/v1/KEY/png?width=3&url=a.test",
    ],
    ["urlbox", "https://a.test/?a=1&amp;b=2", "amp;b", "https://a.test/?a=1&b=2"],
  ])("is told and undone, at %s: %s", (schemeId, url, name, out) => {
    expect(noteOf(url, schemeId)?.sentence).toContain(`called “${name}”`);
    expect(noteOf(url, schemeId)?.rewrite?.text).toBe(out);
  });

  test("is not undone where it may be a value's own", () => {
    const note = noteOf(`${HOST}/a.jpg?text=AT&amp;T&width=3`);
    expect(note?.sentence).toContain("called “amp;T”");
    expect(note?.rewrite).toBeUndefined();
  });

  test.each([
    `${HOST}/a.jpg?a=1&amp;b=2&signature=${digits}`,
    `${HOST}/a.jpg?a=1&amp;#38;b=2`,
    `${HOST}/a.jpg?a=1&amp=2&b=amp;`,
    `${HOST}/a.jpg?a=1%26amp;b=2`,
    `<img src="${HOST}/a.jpg?a=1&amp;b=2">`,
    `${HOST}/a&amp;b.jpg?width=3`,
  ])("is none in %s", (url) => expect(noteOf(url)).toBeUndefined());
});

describe("an “&” that ends a value", () => {
  const noteOf = (url: string, signature?: string, schemeId?: string) =>
    notesOf(url, signature, schemeId).find(({ kind }) => kind === "own-ampersand");

  test.each([
    ["libpixel", "/a.jpg?text=Tom & Jerry&width=3", " Jerry", "/a.jpg?text=Tom %26 Jerry&width=3"],
    ["libpixel", "/a.jpg?text=Tom%20&%20Jerry", "%20Jerry", "/a.jpg?text=Tom%20%26%20Jerry"],
    ["libpixel", "/a.jpg?text=Tom+&+Jerry", "+Jerry", "/a.jpg?text=Tom+%26+Jerry"],
    ["urlbox", "/v1/KEY/png?url=x.y&html=A & B&width=3", " B", "/v1/KEY/png?url=x.y&html=A %26 B&width=3"],
  ])("is told and escaped, at %s: %s", (schemeId, url, rest, out) => {
    const note = noteOf(HOST + url, "", schemeId);
    expect(note?.sentence).toContain(`“${rest}” is a parameter of its own`);
    expect(note?.rewrite?.text).toBe(HOST + out);
  });

  test("is told of a signed URL only where its signature is right", () => {
    const url = `${HOST}/a.jpg?text=Tom%20&%20Jerry&signature=${digits}`;
    expect(noteOf(url, digits)).toBeDefined();
    expect(noteOf(url, digits.replace("4", "5"))).toBeUndefined();
  });

  test.each([
    "/a.jpg?width=3&debug&height=2",
    "/a.jpg?text=AT&amp;T&width=3",
    "/a.jpg?text=a%26b&width=3&&height=2&",
    "/?src=https://a.test/b.jpg?c=1&d e&width=3",
    "/a.jpg?a b&width=3",
    "/a.jpg?width=3&!fit&c_fill,h_20&blur:5",
    "/a.jpg?width=3&{{ extra }}&%7B%7Bmore%7D%7D&$rest",
    "/a.jpg?width=3&%C2%A0",
  ])("is none in %s", (url) => expect(noteOf(HOST + url)).toBeUndefined());
});

describe("a URL that was shortened in its middle", () => {
  test.each([
    `${HOST}/shop/boots…&signature=${digits}`,
    `${HOST}/shop/boots...&signature=${digits}`,
    `${HOST}/shop/boo…t=600&mode=crop&signature=${digits}`,
    `${HOST}/…/boots.jpg?width=3&signature=${digits}`,
    `${HOST}/shop/boots.jpg?wid…nature=${digits}`,
  ])("is called so, and nothing is to be joined: %s", (url) => {
    const kinds = kindsOf(url);
    expect(kinds).toContain("shortened");
    expect(kinds).not.toContain("signature-joined");
    expect(kinds).not.toContain("signature-misnamed");
  });

  test("is not where it is valid, where nothing is signed, or where the value or the digits hold the sign", () => {
    const own = `${HOST}/boots….jpg?width=3`;
    expect(kindsOf(`${own}&signature=${digits}`, digits)).not.toContain("shortened");
    expect(kindsOf(own)).not.toContain("shortened");
    expect(kindsOf(`${HOST}/a.jpg?text=More…&signature=${digits}`)).not.toContain("shortened");
    expect(kindsOf(`${HOST}/a.jpg?text=More...&signature=${digits}`)).not.toContain("shortened");
    expect(kindsOf(`${HOST}/a.jpg?width=3&signature=4ec9…3059`)).not.toContain("shortened");
  });

  test("a signature that is only joined wrongly still is to be joined", () => {
    expect(kindsOf(`${HOST}/shop/boots.jpg&signature=${digits}`)).toContain("signature-joined");
  });
});

describe("what Cloudflare writes in place of a text with “@”", () => {
  test.each([
    `${HOST}/a.jpg?text=[email\u00a0protected]&width=3`,
    `${HOST}/a.jpg?text=%5Bemail%C2%A0protected%5D&signature=${digits}`,
    `${HOST}/a.jpg?text=[email%20protected]`,
    `${HOST}/cdn-cgi/l/email-protection`,
    `${HOST}/cdn-cgi/l/email-protection#6a0b2a08`,
  ])("is told: %s", (url) => {
    const [note, ...others] = notesOf(url).filter(({ kind }) => kind === "mail-address-hidden");
    expect(others).toEqual([]);
    expect(note?.sentence).toMatch(/email.protect.* in place of a text with “@”/);
  });

  test.each([
    `${HOST}/a.jpg?text=email%20protected`,
    `${HOST}/cdn-cgi/l/email-protection.jpg-2`,
    `${HOST}/cdn-cgi/image/width=3/a.jpg`,
    `${HOST}/a.jpg?text=a%40b.example`,
  ])("is nothing in %s", (url) => expect(kindsOf(url)).not.toContain("mail-address-hidden"));
});
