import { describe, expect, test } from "vitest";
import { checkDelivery } from "../../signing/clients/delivery";
import { readPaste } from "../../signing/read-paste";
import { joinParts } from "../../signing/sign";
import type { SigningRequest } from "../../signing/types";
import { lateNotes } from "../late-notes";
import { ruleNotes } from "../rule-notes";
import { urlbox } from "./index";

const sha1 = "a6f5fb4b61eaba63a4546b87c14091c9ca3fbe73";
const sha256 = "15d1630f9e28c983166c692788fbf019289ad601c814619944cc63e292c57b82";
const md5 = "9e107d9d372bb6826bd81d3542a419d6";
const sha512 = sha256 + sha256;
const base64 = "AXBuXZjNs2Y90UkQc1nljryyYr8=";
const torn = "AXBuXZjNs2Y90UkQc1nljry/Yr8=";
const api = "https://api.urlbox.com/v1";

function read(pasted: string, apiKey = "KEY", format = "png"): SigningRequest {
  const { request } = readPaste(urlbox, pasted, { apiKey, format });
  if (!request.ok) throw new Error(request.problem.sentence);
  return request.value;
}

describe("signing string and final URL", () => {
  const rows = [
    { input: `${api}/K/png?url=a.b`, out: "url=a.b", final: `${api}/K/TOKEN/png?url=a.b` },
    { input: `${api}/K/png?html=%3Cb%3E`, out: "html=%3Cb%3E", final: `${api}/K/TOKEN/png?html=%3Cb%3E` },
    { input: `${api}/K/png?b=2&url=a&`, out: "b=2&url=a&", final: `${api}/K/TOKEN/png?b=2&url=a&` },
    { input: `${api}/K/png?url=a?b`, out: "url=a?b", final: `${api}/K/TOKEN/png?url=a?b` },
    { input: `${api}/K/png?url=a#f`, out: "url=a", final: `${api}/K/TOKEN/png?url=a#f` },
    { input: `${api}/K/png?url=é b`, out: "url=%C3%A9%20b", final: `${api}/K/TOKEN/png?url=%C3%A9%20b` },
    { input: `${api}/K/${sha1}/png?url=a`, out: "url=a", final: `${api}/K/TOKEN/png?url=a` },
    { input: `/v1/K/${sha1}/png?url=a`, out: "url=a", final: "/v1/K/TOKEN/png?url=a" },
    { input: `GET /v1/K/${sha1}/png?url=a HTTP/1.1`, out: "url=a", final: "/v1/K/TOKEN/png?url=a" },
    { input: `${api}/K/png/${sha1}?url=a`, out: "url=a", final: `${api}/K/TOKEN/png?url=a` },
    { input: `${api}/${sha1}/K/png?url=a`, out: "url=a", final: `${api}/K/TOKEN/png?url=a` },
    { input: `${api}/K/png?url=a&token=${sha1}`, out: "url=a", final: `${api}/K/TOKEN/png?url=a` },
    {
      input: `${api}/K/png?url=a&token=short`,
      out: "url=a&token=short",
      final: `${api}/K/TOKEN/png?url=a&token=short`,
    },
    { input: `${api}/K/${torn}/png?url=a`, out: "url=a", final: `${api}/K/TOKEN/png?url=a` },
    { input: `${api}/K/png?url=a&amp;token=${sha1}`, out: "url=a", final: `${api}/K/TOKEN/png?url=a` },
    { input: `${api}/K/png?url=a#token=${sha1}`, out: "url=a", final: `${api}/K/TOKEN/png?url=a` },
    { input: `${api}/K/png?url=a#top&token=${sha1}`, out: "url=a", final: `${api}/K/TOKEN/png?url=a#top` },
    { input: `${api}/K//png?url=a`, out: "url=a", final: `${api}/K/TOKEN/png?url=a` },
    { input: `${api}/K/../png?url=a`, out: "url=a", final: `${api}/K/TOKEN/../png?url=a` },
    {
      input: `https://api.urlbox.com/${sha1}/v1/K/png?url=a`,
      out: "url=a",
      final: `${api}/K/TOKEN/png?url=a`,
    },
    {
      input: "https://proxy.test/v1/K/pdf?url=a",
      out: "url=a",
      final: "https://proxy.test/v1/K/TOKEN/pdf?url=a",
    },
    {
      input: `https://shop.test/shots/v1/K/${sha1}/png?url=a`,
      out: "url=a",
      final: "https://shop.test/shots/v1/K/TOKEN/png?url=a",
    },
    {
      input: `https://shop.test/a/b/v1/K/${sha256}/pdf?width=3&html=a`,
      out: "width=3&html=a",
      final: "https://shop.test/a/b/v1/K/TOKEN/pdf?width=3&html=a",
    },
    {
      input: "https://api-eu.urlbox.com/v1/K/png?url=a",
      out: "url=a",
      final: "https://api-eu.urlbox.com/v1/K/TOKEN/png?url=a",
    },
  ];
  test.each(rows)("$input", ({ input, out, final }) => {
    const request = read(input);
    expect(request.signingString).toBe(out);
    expect(joinParts(urlbox.assemble(request, "TOKEN"))).toBe(final);
    expect(request.built).toBe(false);
  });
});

describe("the token found, and the hash that its length decides", () => {
  const rows = [
    { input: `${api}/K/png?url=a`, out: null },
    { input: `${api}/K/${sha1}/png?url=a`, out: [sha1, null, "SHA-1"] },
    { input: `${api}/K/${sha256}/png?url=a`, out: [sha256, null, "SHA-256"] },
    { input: `${api}/K/${sha1.toUpperCase()}/png?url=a`, out: [sha1.toUpperCase(), null, "SHA-1"] },
    { input: `${api}/K/${sha1.slice(1)}/png?url=a`, out: [sha1.slice(1), null, null] },
    { input: `${api}/K/nonsense/png?url=a`, out: ["nonsense", null, null] },
    { input: `${api}/K/png/${sha1}?url=a`, out: [sha1, "token-misplaced", "SHA-1"] },
    { input: `${api}/K/${sha1}?url=a`, out: [sha1, "token-misplaced", "SHA-1"] },
    { input: `${api}/${sha256}/K/png?url=a`, out: [sha256, "token-misplaced", "SHA-256"] },
    { input: `${api}/${sha1}/ca482d7e9b1f4a60/png?url=a`, out: [sha1, "token-misplaced", "SHA-1"] },
    { input: `${api}/${sha1}/${sha1.slice(20)}/png?url=a`, out: [sha1.slice(20), null, null] },
    { input: `${api}/K/png?token=${sha1}&url=a`, out: [sha1, "token-in-query", "SHA-1"] },
    { input: `${api}/K/png?url=a&token=${sha512}`, out: [sha512, "token-in-query", null] },
    {
      input: `${api}/K/png?url=a&token=${sha512.slice(32)}`,
      out: [sha512.slice(32), "token-in-query", null],
    },
    { input: `${api}/K/png?url=a&token=${sha1.slice(10)}`, out: [sha1.slice(10), "token-in-query", null] },
    { input: `${api}/K/png?url=a&token=${sha1.slice(21)}`, out: null },
    { input: `${api}/K/png?url=a&token=${base64}`, out: [base64, "token-in-query", null] },
    {
      input: `${api}/K/png?url=a&token=${base64.slice(0, -1)}%3D`,
      out: [`${base64.slice(0, -1)}%3D`, "token-in-query", null],
    },
    { input: `${api}/K/bmp?url=a&token=${base64}`, out: null },
    { input: `${api}/K/png?url=a&amp;token=${sha1}`, out: [sha1, "token-in-query", "SHA-1"] },
    { input: `${api}/K/png?url=a&sig=${sha1}`, out: [sha1, "token-in-query", "SHA-1"] },
    { input: `${api}/K/png?url=https://a.b/c.jpg?w=1&sig=${sha1}`, out: null },
    { input: `${api}/K/png?url=a&signs=${sha1}`, out: null },
    { input: `${api}/K/png?url=a#token=${sha1}`, out: [sha1, "token-in-query", "SHA-1"] },
    { input: `${api}/K/png?url=a#top&token=${sha1}`, out: [sha1, "token-in-query", "SHA-1"] },
    { input: `${api}/K/png?url=a#token=intro`, out: null },
    { input: `${api}/K/png/${md5}?url=a`, out: [md5, "token-misplaced", null] },
    { input: `${api}/K/png/${sha512}?url=a`, out: [sha512, "token-misplaced", null] },
    { input: `${api}/K/png/${base64}?url=a`, out: [base64, "token-misplaced", null] },
    { input: `${api}/${md5}/K/png?url=a`, out: ["K", null, null] },
    { input: `${api}/${sha512}/K/png?url=a`, out: [sha512, "token-misplaced", null] },
    { input: `${api}/${base64}/K/png?url=a`, out: [base64, "token-misplaced", null] },
    { input: `${api}/${md5}/${sha1}/png?url=a`, out: [sha1, null, "SHA-1"] },
    { input: `${api}/${md5}/${sha1.slice(30)}/png?url=a`, out: [sha1.slice(30), null, null] },
    { input: `${api}/${md5}/png?url=a`, out: null },
    { input: `${api}/${md5}/${base64}/png?url=a`, out: [base64, null, null] },
    { input: `${api}/K/K/png?url=a`, out: ["K", null, null] },
    { input: `https://api.urlbox.com/${sha1}/v1/K/png?url=a`, out: [sha1, "token-misplaced", "SHA-1"] },
    { input: `https://shop.test/shots/v1/K/${sha1}/png?url=a`, out: [sha1, null, "SHA-1"] },
    { input: `${api}/K/${torn}/png?url=a`, out: [torn, null, null] },
    { input: `${api}/K/png/${torn}?url=a`, out: [torn, "token-misplaced", null] },
    { input: `${api}/${torn}/K/png?url=a`, out: [torn, "token-misplaced", null] },
    { input: `https://proxy.test/v1/K/${torn}/png?url=a`, out: [torn, null, null] },
    { input: `${api}/K/png?url=https://a.b/c.jpg?w=1&signature=${sha1}`, out: null },
    { input: `${api}/K/png?url=https://a.b/c.jpg?w=1&token=${sha1}`, out: [sha1, "token-in-query", "SHA-1"] },
    { input: `${api}/K/png?url=https://a.b/c.jpg?w=1&token=${md5}`, out: null },
    { input: `${api}/K/png?url=https://a.b/c.jpg&signature=${sha1}`, out: [sha1, "token-in-query", "SHA-1"] },
    { input: `${api}/K//png?url=a`, out: null },
    { input: `${api}/K/../png?url=a`, out: null },
    { input: `${api}/K/./png?url=a`, out: null },
    { input: `${api}/${md5}//png?url=a`, out: null },
  ];
  test.each(rows)("$input", ({ input, out }) => {
    const { found, hash } = read(input);
    expect(found && [found.text, found.misplaced, hash]).toEqual(out);
    if (found) expect(input.slice(found.start, found.start + found.text.length)).toBe(found.text);
  });
});

describe("a page address becomes a render link", () => {
  const rows = [
    { input: "https://example.com/", out: "url=https%3A%2F%2Fexample.com%2F" },
    { input: "example.com/pricing?a=1&b=2#c", out: "url=example.com%2Fpricing%3Fa%3D1%26b%3D2%23c" },
    { input: " https://example.com ", out: "url=https%3A%2F%2Fexample.com" },
    {
      input: "https://example.com/it's (1)!*",
      out: "url=https%3A%2F%2Fexample.com%2Fit%27s%20%281%29%21%2A",
    },
    { input: "https://example.com/é?q=%20+", out: "url=https%3A%2F%2Fexample.com%2F%C3%A9%3Fq%3D%2520%2B" },
    { input: "https://example.com/v1/guide/html", out: "url=https%3A%2F%2Fexample.com%2Fv1%2Fguide%2Fhtml" },
    { input: "https://example.com/v1/a/b/7", out: "url=https%3A%2F%2Fexample.com%2Fv1%2Fa%2Fb%2F7" },
    {
      input: "https://example.com/K/png?url=a",
      out: "url=https%3A%2F%2Fexample.com%2FK%2Fpng%3Furl%3Da",
    },
    { input: "https://api.urlbox.com/docs/api", out: "url=https%3A%2F%2Fapi.urlbox.com%2Fdocs%2Fapi" },
    { input: "https://example.com//v1/a/png", out: "url=https%3A%2F%2Fexample.com%2F%2Fv1%2Fa%2Fpng" },
    {
      input: "https://example.com/v1/a/html?page=2",
      out: "url=https%3A%2F%2Fexample.com%2Fv1%2Fa%2Fhtml%3Fpage%3D2",
    },
    {
      input: "example.com/login?next=<https://e.com/a>",
      out: "url=example.com%2Flogin%3Fnext%3D%3Chttps%3A%2F%2Fe.com%2Fa%3E",
    },
    { input: "https://example.com/v1/users/7", out: "url=https%3A%2F%2Fexample.com%2Fv1%2Fusers%2F7" },
    // By its form it may be a render link without a query as well, of which nothing could be signed.
    {
      input: "https://example.com/v1/invoices/2024/pdf",
      out: "url=https%3A%2F%2Fexample.com%2Fv1%2Finvoices%2F2024%2Fpdf",
    },
    {
      input: "https://example.com/v1/users/7/avatar/png",
      out: "url=https%3A%2F%2Fexample.com%2Fv1%2Fusers%2F7%2Favatar%2Fpng",
    },
    {
      input: "https://example.com/v1/charts/gif?width=300",
      out: "url=https%3A%2F%2Fexample.com%2Fv1%2Fcharts%2Fgif%3Fwidth%3D300",
    },
    {
      input: `https://example.com/files/v1/a/${sha1}/png?width=3`,
      out: `url=https%3A%2F%2Fexample.com%2Ffiles%2Fv1%2Fa%2F${sha1}%2Fpng%3Fwidth%3D3`,
    },
    {
      input: "https://example.com/files/v1/a/png?url=b",
      out: "url=https%3A%2F%2Fexample.com%2Ffiles%2Fv1%2Fa%2Fpng%3Furl%3Db",
    },
    {
      input: "https://example.com/v1/a/b/c/d/png",
      out: "url=https%3A%2F%2Fexample.com%2Fv1%2Fa%2Fb%2Fc%2Fd%2Fpng",
    },
  ];
  test.each(rows)("$input", ({ input, out }) => {
    const request = read(input, " K ", "pdf");
    expect(request.signingString).toBe(out);
    expect(request.built).toBe(true);
    expect(joinParts(urlbox.assemble(request, "TOKEN"))).toBe(`${api}/K/TOKEN/pdf?${out}`);
    expect(ruleNotes(urlbox, request).map(({ kind }) => kind)).toContain("render-link-built");
    expect(checkDelivery(request.unsigned)).toEqual([]);
  });
});

test("a link behind a proxy’s folder is sent as it stands, and its dots are told with all of their path", () => {
  const delivered = (folder: string) => {
    const [note] = checkDelivery(read(`https://shop.test${folder}/v1/K/${sha1}/png?url=a`).unsigned);
    return note?.rewrite?.text;
  };
  expect(delivered("/shots")).toBeUndefined();
  expect(delivered("/a/../shots")).toBe("https://shop.test/shots/v1/K/png?url=a");
});

describe("what may be a link and a page", () => {
  const link = `https://git.test/api/v1/repo/${sha1}/html?url=a&ref=main`;

  test("is told where it was taken for a link in a folder, until its token is right", () => {
    const [note] = lateNotes(urlbox, read(link), "");
    expect(note?.sentence).toContain("in its folder “/api”");
    expect(note?.rewrite?.text).toBe(`${api}/API_KEY/png?url=${encodeURIComponent(link)}`);
    expect(lateNotes(urlbox, read(link), sha1)).toEqual([]);
    expect(lateNotes(urlbox, read(`https://git.test/v1/repo/${sha1}/html?url=a`), "")).toEqual([]);
  });

  test.each([
    ["https://own.test/v1/users/png?tab=1", true],
    [`https://own.test/v1/ca482d7e9b1f4a60/png?width=3`, true],
    ["https://own.test/users/png?tab=1", false],
    ["https://own.test/v1/users/7", false],
  ])("is told where it was taken as a page: %s", (input, isTold) => {
    const { request } = readPaste(urlbox, input, {});
    const sentences = [
      request.ok ? "" : request.problem.sentence,
      ruleNotes(urlbox, read(input))[0]?.sentence,
    ];
    for (const sentence of sentences)
      expect(sentence?.includes("its query lacks “url” or “html”.")).toBe(isTold);
  });
});

describe("notes", () => {
  const rows = [
    { input: `${api}/K/png?url=a.b`, out: [] },
    { input: `${api}/K/PNG?url=a.b`, out: [] },
    { input: `${api}/K/${torn}/png?url=a.b`, out: [] },
    { input: `${api}/K//png?url=a.b`, out: [] },
    { input: `${api}/K/../png?url=a.b`, out: ["unknown-format"] },
    { input: `${api}/K/mp4?url=a.b`, out: [] },
    { input: `${api}/K/bmp?url=a.b`, out: ["unknown-format"] },
    { input: `${api}/K/png?url=a.b#f`, out: ["fragment"] },
    { input: `${api}/K/png?url=https://a.b`, out: ["unescaped-url"] },
    { input: `${api}/K/png/${sha1}?url=a.b`, out: ["token-misplaced"] },
    { input: `${api}/K/png?url=a b`, out: ["escaped"] },
  ];
  test.each(rows)("$input", ({ input, out }) => {
    expect(ruleNotes(urlbox, read(input)).map(({ kind }) => kind)).toEqual(out);
  });
});

describe("problems", () => {
  const rows = [
    { input: `${api}/K/png?width=300`, out: "no-target" },
    { input: `https://any.test/v1/K/${sha1}/html`, out: "no-query" },
    { input: `${api}/K/html`, out: "no-query" },
    { input: `${api}/K/pdf`, out: "no-query" },
    { input: `${api}/K/`, out: "no-format" },
    { input: `${api}/K//`, out: "no-format" },
    { input: "https://api.urlbox.com//v1/K/png?url=a", out: "no-format", rewrite: `${api}/K/png?url=a` },
    { input: "https://api.urlbox.com/V1/K/png?url=a", out: "no-format", rewrite: `${api}/K/png?url=a` },
    { input: "https://api.urlbox.com/K/png?url=a", out: "no-format", rewrite: `${api}/K/png?url=a` },
    {
      input: `https://api.urlbox.com/K/${sha1}/pdf?url=a`,
      out: "no-format",
      rewrite: `${api}/K/${sha1}/pdf?url=a`,
    },
    { input: "https://api.urlbox.com/v1?url=a", out: "no-format" },
  ];
  test.each(rows)("$input", ({ input, out, rewrite }) => {
    const { request } = readPaste(urlbox, input, { apiKey: "KEY", format: "png" });
    expect(request.ok ? "none" : request.problem.kind).toBe(out);
    expect(request.ok ? undefined : request.problem.rewrite?.text).toBe(rewrite);
  });
});
