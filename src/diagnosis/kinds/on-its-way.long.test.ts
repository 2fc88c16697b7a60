import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { search } from "../search";
import { inputOf } from "../testing";

const SECRET = "k7-Rw2.Lq9";
const PIXEL = "https://cdn.example.org";
const LINK = "https://api.urlbox.com/v1/pubKey9/{}/png?";
const SRC = "/?src=https%3A%2F%2Fa.example%2Fb.png&width=300";
const bytes = (text: string, encoding: BufferEncoding) => new Uint8Array(Buffer.from(text, encoding));

/** The URL that arrived, less its signature, and what was signed by whoever made it. */
async function explained(sent: string, signed: string | Uint8Array) {
  const isLink = sent.startsWith(LINK);
  const signature = createHmac("sha1", SECRET).update(signed).digest("hex");
  const pasted = isLink
    ? sent.replace("{}", signature)
    : `${sent}${sent.includes("?") ? "&" : "?"}signature=${signature}`;
  const found = await search(inputOf(pasted, { schemeId: isLink ? "urlbox" : "libpixel", secret: SECRET }));
  return found.state === "explained"
    ? { ids: found.mistakes.map(({ id }) => id), signed: found.signed }
    : { ids: [found.state], signed: null };
}

describe("what befell a URL on its way is named, with the string that was signed", () => {
  it.each<[id: string, sent: string, signed: string]>([
    ["entity-without-semicolon", `${PIXEL}/a.jpg?w=1¬ify=2`, "/a.jpg?w=1&notify=2"],
    ["entity-without-semicolon", `${PIXEL}/a.jpg?w=1%C2%B6meter=2`, "/a.jpg?w=1&parameter=2"],
    ["entity-without-semicolon", `${PIXEL}/a.jpg?w=1°ree=2`, "/a.jpg?w=1&degree=2"],
    [
      "entity-without-semicolon",
      `${LINK}url=https%3A%2F%2Fa.example×=3®=4`,
      "url=https%3A%2F%2Fa.example&times=3&reg=4",
    ],
    ["quoted-printable", `${PIXEL}/a.jpg?w=3D300&fit=crop`, "/a.jpg?w=300&fit=crop"],
    ["quoted-printable", `${PIXEL}/a.jpg?w%1200&h=5`, "/a.jpg?w=1200&h=5"],
    ["markdown-escapes", `${PIXEL}/my\\_cat.jpg?a\\_b=1`, "/my_cat.jpg?a_b=1"],
    ["markdown-escapes", `${PIXEL}/my%5C_cat.jpg?a=1`, "/my_cat.jpg?a=1"],
    ["markdown-escapes", `${PIXEL}/my/_cat.jpg?a=1`, "/my_cat.jpg?a=1"],
    ["end-lost", `${LINK}url=https%3A%2F%2Fa.example&text=So`, "url=https%3A%2F%2Fa.example&text=So?!"],
    ["end-lost", `${LINK}url=https%3A%2F%2Fa.example&text=So`, "url=https%3A%2F%2Fa.example&text=So..."],
    ["characters-removed", `${PIXEL}/t.png?text=onetwo`, "/t.png?text=one%0D%0Atwo"],
    ["characters-removed", `${PIXEL}/t.png?text=one%20btwo`, "/t.png?text=one%20<b>two"],
    [
      "characters-removed",
      `${PIXEL}/t.png?css=a%7B%7Db%7B%7Dc%7B%7D`,
      "/t.png?css=a%7B%7D%0Ab%7B%7D%0Ac%7B%7D",
    ],
    ["one-escape-decoded", `${PIXEL}/a,b/c,d.jpg?w=1`, "/a,b/c%2Cd.jpg?w=1"],
    ["one-escape-decoded", `${PIXEL}/a%2Fb%2Fc.jpg?w=1`, "/a/b%2Fc.jpg?w=1"],
    ["one-escape-decoded", `${LINK}url=a.example&selector=#b&w=3`, "url=a.example&selector=%23b&w=3"],
    ["one-escape-decoded", `${PIXEL}/a#1.jpg?w=1`, "/a%231.jpg?w=1"],
    ["extension-changed", `${PIXEL}/p/9.avif?w=1`, "/p/9.jpeg?w=1"],
    ["extension-changed", `${PIXEL}/p/9.png.webp?w=1`, "/p/9.png?w=1"],
    ["path-prefix", `${PIXEL}/assets/v3/p/9.png?w=1`, "/p/9.png?w=1"],
    ["path-prefix", `${PIXEL}/p/9.png?w=1`, "/media/p/9.png?w=1"],
    [
      "target-normalised",
      `${LINK}url=https%3A%2F%2Fz%C3%BCri.example%2F&w=1`,
      "url=https%3A%2F%2Fxn--zri-hoa.example%2F&w=1",
    ],
    [
      "target-normalised",
      `${LINK}url=https%3A%2F%2Fxn--zri-hoa.example%2F&w=1`,
      "url=https%3A%2F%2Fz%C3%BCri.example%2F&w=1",
    ],
    ["target-normalised", `${LINK}url=https://a.example/x/../y&w=1`, "url=https://a.example/y&w=1"],
    ["target-normalised", `${PIXEL}/?src=a.example%2Fb.png&w=1`, "/?src=https%3A%2F%2Fa.example%2Fb.png&w=1"],
  ])("%s: %s", async (id, sent, signed) => {
    expect(await explained(sent, signed)).toEqual({ ids: [id], signed });
  });
});

describe("what became of the string before it was signed is named", () => {
  it.each<[id: string, sent: string, signed: string]>([
    ["percent-taken-for-format", SRC, "/?src=https0X0P+00.0000000.000000a.example0.000000b.png&width=300"],
    [
      "percent-taken-for-format",
      SRC,
      "/?src=https%!A(MISSING)%!F(MISSING)%!F(MISSING)a.example%!F(MISSING)b.png&width=300",
    ],
    ["percent-taken-for-format", "/?q=a%3Db%2Bc&w=1", "/?q=a  0b 0c&w=1"],
    ["percent-taken-for-argument", SRC, "/?src=httpsAFFa.exampleFb.png&width=300"],
    ["string-cut-at-percent", SRC, "/?src=https"],
    ["signed-html-escaped", "/a.jpg?w=1&h=2", "/a.jpg?w&#x3D;1&amp;h&#x3D;2"],
    ["signed-html-escaped", "/a.jpg?w=1&h=2", "&#x2F;a.jpg?w&#x3D;1&amp;h&#x3D;2"],
    ["escapes-of-another-charset", "/t.png?text=%E6%97%A5%E6%9C%AC", "/t.png?text=%93%FA%96%7B"],
    ["escapes-of-another-charset", "/t.png?text=%F0%9F%94%A5x", "/t.png?text=%ED%A0%BD%ED%B4%A5x"],
    ["utf-8-twice", "/t.png?text=caf%C3%A9", "/t.png?text=caf%C3%83%C2%A9"],
    ["utf-8-twice", "/t.png?text=%E2%82%AC5", "/t.png?text=%C3%A2%E2%80%9A%C2%AC5"],
    ["string-in-another-case", "/Photos/CAT.jpg?mode=Crop", "/photos/cat.jpg?mode=crop"],
    ["string-in-another-case", "/photos/cat.jpg?fullPage=1", "/photos/cat.jpg?full_page=1"],
  ])("%s: %s", async (id, sent, signed) => {
    expect(await explained(PIXEL + sent, signed)).toEqual({ ids: [id], signed });
  });

  it.each<[id: string, signed: Uint8Array, told: string]>([
    ["string-in-another-charset", bytes("/t.png?text=grün", "latin1"), "/t.png?text=gr<FC>n"],
    ["string-in-another-charset", bytes("/t.png?text=gr?n", "latin1"), "/t.png?text=gr?n"],
    ["string-in-utf-16", bytes("/t.png?text=gr%C3%BCn", "utf16le"), "/t.png?text=gr%C3%BCn"],
    ["string-in-utf-16", bytes("\u{feff}/t.png?text=gr%C3%BCn", "utf16le"), "/t.png?text=gr%C3%BCn"],
  ])("%s, as bytes", async (id, signed, told) => {
    expect(await explained(`${PIXEL}/t.png?text=gr%C3%BCn`, signed)).toEqual({ ids: [id], signed: told });
  });
});

describe("a “#” that cuts off a part of the URL is no reason to sign less", () => {
  const whole = "url=https%3A%2F%2Fa.example&selector=%23main&width=300";
  const hmac = (text: string) => createHmac("sha1", SECRET).update(text).digest("hex");
  const right = LINK.replace("{}", hmac(whole)) + whole;
  const cut = (signed: string) => LINK.replace("{}", hmac(signed)) + whole.replace("%23", "#");

  it.each([
    ["signed whole, and decoded on its way", whole, right],
    ["signed with the “#”", whole.replace("%23", "#"), null],
    ["signed without what follows", "url=https%3A%2F%2Fa.example&selector=\n", null],
  ])("%s", async (_, signed, repaired) => {
    const found = await search(inputOf(cut(signed), { schemeId: "urlbox", secret: SECRET }));
    expect(found).toMatchObject({ state: "explained", corrected: right, repaired });
  });

  it("but one that names a place on a page stays what it is", async () => {
    const pasted = `${PIXEL}/a.jpg?w=1&signature=${hmac("/a.jpg?w=1#top")}#top`;
    const found = await search(inputOf(pasted, { secret: SECRET }));
    expect(found).toMatchObject({ mistakes: [{ id: "signed-with-fragment" }], corrected: null });
  });
});

describe("an address that was signed encoded and sent as it is", () => {
  const hmac = (text: string) => createHmac("sha1", SECRET).update(text).digest("hex");
  it.each(["/?x=1&y=2", "/?x=1&y=2#top", "/p"])("is known with all that is its own: %s", async (rest) => {
    const address = `https://a.example${rest}`;
    const signed = `url=${encodeURIComponent(address)}&width=300`;
    const pasted = `${LINK.replace("{}", hmac(signed))}url=${address}&width=300`;
    const found = await search(inputOf(pasted, { schemeId: "urlbox", secret: SECRET }));
    const corrected = LINK.replace("{}", hmac(signed)) + signed;
    expect(found).toMatchObject({ mistakes: [{ id: "signed-with-another-encoder" }], signed, corrected });
  });

  it("in LibPixel’s “src” too", async () => {
    const signed = `/?src=${encodeURIComponent("https://a.example/?x=1&y=2")}&width=300`;
    const pasted = `${PIXEL}/?src=https://a.example/?x=1&y=2&width=300&signature=${hmac(signed)}`;
    const found = await search(inputOf(pasted, { secret: SECRET }));
    const corrected = `${PIXEL}${signed}&signature=${hmac(signed)}`;
    expect(found).toMatchObject({ mistakes: [{ id: "signed-with-another-encoder" }], signed, corrected });
  });

  it("but not where it was signed as it is", async () => {
    const signed = "/?src=https://a.example/?x=1&y=2&width=300";
    const found = await search(
      inputOf(`${PIXEL}${signed}&signature=${hmac(`${signed}\n`)}`, { secret: SECRET }),
    );
    expect(found).toMatchObject({ mistakes: [{ id: "signed-with-newline" }], corrected: null });
  });
});
