import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { schemes } from "../schemes";
import { libpixel } from "../schemes/libpixel";
import { ruleNotes } from "../schemes/rule-notes";
import type { Scheme } from "../schemes/scheme";
import { type Texts, testingOf } from "../schemes/testing";
import { urlbox } from "../schemes/urlbox";
import { computation, sign } from "./computations";
import { readPaste } from "./read-paste";
import { aroundUrl, check, joinParts } from "./sign";
import type { Settings, SigningRequest } from "./types";

const settings: Settings = { apiKey: "KEY", format: "png" };
const noKey: Settings = { apiKey: "", format: "png" };

function read(scheme: Scheme, pasted: string): SigningRequest {
  const { request } = readPaste(scheme, pasted, noKey);
  if (!request.ok) throw new Error(request.problem.sentence);
  return request.value;
}

const noteKinds = (scheme: Scheme, pasted: string) => {
  const request = read(scheme, pasted);
  return [...request.notes, ...ruleNotes(scheme, request)].map(({ kind }) => kind);
};

describe("problems", () => {
  const rows = [
    { scheme: libpixel, input: "", out: "no-url" },
    { scheme: libpixel, input: " \n\t ", out: "no-url" },
    { scheme: urlbox, input: "", out: "no-url" },
    { scheme: libpixel, input: "https://", out: "no-host" },
    { scheme: libpixel, input: "https:///images/1.jpg", out: "no-host" },
    { scheme: libpixel, input: "https:images/1.jpg", out: "no-host" },
    { scheme: libpixel, input: "https:/a.b/images", out: "no-host" },
    { scheme: libpixel, input: "https://user:password@/images", out: "no-host" },
    { scheme: libpixel, input: "https://:8080/images", out: "no-host" },
    { scheme: libpixel, input: "/images/1.jpg?width=400", out: "no-host" },
    { scheme: libpixel, input: "?src=x", out: "no-host" },
    { scheme: libpixel, input: "some words", out: "no-host" },
    { scheme: libpixel, input: "Error: 401 Unauthorized", out: "no-host" },
    { scheme: libpixel, input: "Hello: my signature fails", out: "no-host" },
    { scheme: urlbox, input: "url: images.example.net/a.jpg", out: "no-host" },
    { scheme: libpixel, input: "user@example.com", out: "no-host" },
    { scheme: urlbox, input: "first.last@example.com", out: "no-host" },
    { scheme: libpixel, input: "ftp://acme.libpx.com/1.jpg", out: "unsupported-scheme" },
    { scheme: libpixel, input: "javascript:alert(1)", out: "unsupported-scheme" },
    { scheme: libpixel, input: "JavaScript://a.b/%0aalert(1)", out: "unsupported-scheme" },
    { scheme: libpixel, input: "data:text/html,x", out: "unsupported-scheme" },
    { scheme: libpixel, input: "mailto:a@b.c", out: "unsupported-scheme" },
    { scheme: urlbox, input: "ftp://api.urlbox.com/v1/KEY/png?url=a", out: "unsupported-scheme" },
    { scheme: libpixel, input: "acme.libpx.com/images/1.jpg", out: "no-scheme" },
    { scheme: libpixel, input: "//acme.libpx.com/images/1.jpg", out: "no-scheme" },
    { scheme: libpixel, input: "localhost:3000/1.jpg", out: "no-scheme" },
    { scheme: libpixel, input: "acme.libpx.com:8080/1.jpg", out: "no-scheme" },
    { scheme: libpixel, input: "bücher.example/ä", out: "no-scheme" },
    { scheme: libpixel, input: "例え.テスト/x", out: "no-scheme" },
    { scheme: libpixel, input: "192.168.0.1/x", out: "no-scheme" },
    { scheme: libpixel, input: "192.168.0.1:8080/x", out: "no-scheme" },
    { scheme: libpixel, input: "[::1]/x", out: "no-scheme" },
    { scheme: libpixel, input: "[::1]:8080/x", out: "no-scheme" },
    { scheme: libpixel, input: "user@example.com/x", out: "no-scheme" },
    { scheme: libpixel, input: "images.exa\nmple.com/x", out: "no-scheme" },
    { scheme: libpixel, input: "1.5/x", out: "no-host" },
    { scheme: libpixel, input: "[x]/y", out: "no-host" },
    { scheme: libpixel, input: "two words@example.com/x", out: "no-host" },
    { scheme: libpixel, input: "https://\n/x", out: "no-host" },
    { scheme: urlbox, input: "bücher.example/ä", out: "no-api-key" },
    { scheme: urlbox, input: "192.168.0.1/x", out: "no-api-key" },
    { scheme: urlbox, input: "[::1]/x", out: "no-api-key" },
    { scheme: urlbox, input: "user@example.com/x", out: "no-api-key" },
    { scheme: urlbox, input: "https://api.urlbox.com/v1/KEY/png", out: "no-query" },
    { scheme: urlbox, input: "https://api.urlbox.com/v1/KEY/png?", out: "no-query" },
    { scheme: urlbox, input: "https://api.urlbox.com/v1/KEY/png?width=300", out: "no-target" },
    { scheme: urlbox, input: "https://api.urlbox.com/v1/KEY/png?Url=x&htmlx=y", out: "no-target" },
    { scheme: urlbox, input: "https://api.urlbox.com/v1/KEY?url=a.b", out: "no-format" },
    { scheme: urlbox, input: "https://example.com/", out: "no-api-key" },
    { scheme: urlbox, input: "example.com", out: "no-api-key" },
  ];
  test.each(rows)("$scheme.label: $input", ({ scheme, input, out }) => {
    const { request } = readPaste(scheme, input, noKey);
    expect(request.ok ? "none" : request.problem.kind).toBe(out);
  });

  test.each([
    { input: "acme.libpx.com/1.jpg?width=4", out: "https://acme.libpx.com/1.jpg?width=4" },
    { input: "//acme.libpx.com/1.jpg", out: "https://acme.libpx.com/1.jpg" },
    { input: "bücher.example/ä", out: "https://bücher.example/ä" },
    { input: "[::1]/x", out: "https://[::1]/x" },
    { input: "https:/acme.libpx.com/1.jpg?width=4", out: "https://acme.libpx.com/1.jpg?width=4" },
    { input: "https:/bücher.example:8080/1.jpg", out: "https://bücher.example:8080/1.jpg" },
    { input: "HTTP:acme.libpx.com/1.jpg", out: "http://acme.libpx.com/1.jpg" },
    { input: " localhost:3000/1.jpg", out: "https://localhost:3000/1.jpg" },
  ])("the rewrite of $input can be signed", ({ input, out }) => {
    const { request } = readPaste(libpixel, input, noKey);
    const rewrite = request.ok ? undefined : request.problem.rewrite?.text;
    expect(rewrite).toBe(out);
    expect(readPaste(libpixel, rewrite ?? "", noKey).request.ok).toBe(true);
  });
});

test.each([
  "https:///images/1.jpg",
  "https:/images/1.jpg",
  "https:images/1.jpg",
  "https:///a.jpg",
  "https:/a.jpg",
  "https:/a.jpg?src=b/c",
  "https:a.jpg",
  "https:/v1.2/a.jpg",
  "https:/",
])("where %s names no host, none is made of its path", (input) => {
  const { request } = readPaste(libpixel, input, noKey);
  expect(request.ok ? null : request.problem).toEqual({
    kind: "no-host",
    sentence: "The URL names no host. Write the host after “https://”.",
  });
});

describe("settings are asked for where a link is built", () => {
  const rows = [
    { scheme: urlbox, input: "https://example.com/", out: true },
    { scheme: urlbox, input: "example.com/pricing", out: true },
    { scheme: urlbox, input: "https://api.urlbox.com/v1/KEY/png?url=a.b", out: false },
    { scheme: urlbox, input: "ftp://example.com/", out: false },
    { scheme: urlbox, input: "", out: false },
    { scheme: libpixel, input: "https://example.com/", out: false },
  ];
  test.each(rows)("$scheme.label: $input", ({ scheme, input, out }) => {
    expect(readPaste(scheme, input, noKey).takesSettings).toBe(out);
  });
});

describe("notes on the paste", () => {
  const rows = [
    { input: "https://a.b/1.jpg", out: [] },
    { input: "  https://a.b/1.jpg\n", out: ["trimmed"] },
    { input: "curl 'https://a.b/1.jpg'", out: ["found"] },
    { input: '<img src="https://a.b/1.jpg?a=1&amp;b=2">', out: ["found", "html-unescaped"] },
    { input: "https://a.b/1\n.jpg", out: ["line-breaks-removed"] },
    { input: "https://a\n.b/1.jpg", out: ["line-breaks-removed"] },
    { input: "https://a\t.b/1\n.jpg", out: ["line-breaks-removed"] },
    { input: "https://a.b/é 1.jpg", out: ["escaped"] },
  ];
  test.each(rows)("$input", ({ input, out }) => {
    expect(noteKinds(libpixel, input)).toEqual(out);
  });
});

describe("what stands around the URL", () => {
  const rows = [
    { input: "TokenNotMatchedError", out: "TokenNotMatchedError" },
    { input: "error: TokenNotMatchedError", out: "error: TokenNotMatchedError" },
    { input: "https://a.b/?q=TokenNotMatchedError", out: " " },
    { input: "a.bc/?q=TokenNotMatchedError", out: " " },
    { input: "curl 'https://a.b/?q=TokenNotMatchedError'", out: "curl ' '" },
    { input: "https://a.b/?q=x TokenNotMatchedError", out: "  TokenNotMatchedError" },
    { input: "https://a.b/?q=x\nTokenNotMatchedError", out: " \nTokenNotMatchedError" },
    { input: '<https://a.b/>: "TokenNotMatchedError"', out: '< >: "TokenNotMatchedError"' },
  ];
  test.each(rows)("$input", ({ input, out }) => {
    expect(aroundUrl(input, readPaste(libpixel, input, noKey))).toBe(out);
  });
});

describe("checking", () => {
  const signature = "bd5634c055d707c1638eff93eb88ff31277958f0"; // "/images/1.jpg" with "LibPixel"
  const signed = `http://test.libpx.com/images/1.jpg?signature=${signature}`;
  const rows = [
    { input: "http://test.libpx.com/images/1.jpg", out: "unsigned" },
    { input: signed, out: "valid" },
    { input: ` ${signed}\n`, out: "valid" },
    { input: `curl '${signed}'`, out: "valid" },
    { input: `${signed}#fragment`, out: "valid" },
    { input: signed.replace("http:", "https:").replace("test.", "other."), out: "valid" },
    { input: signed.replace("signature=bd", "signature=\r\nbd"), out: "valid" },
    { input: signed.replace("signature=", "signa\nture="), out: "valid" },
    { input: `${signed.slice(0, -1)}1`, out: "mismatch" },
    { input: signed.replace("=bd5634", "=BD5634"), out: "mismatch" },
    { input: signed.slice(0, -1), out: "mismatch" },
    { input: `${signed}&`, out: "mismatch" },
    { input: `${signed}&width=1`, out: "mismatch" },
    { input: `${signed}&signature=${signature}`, out: "mismatch" },
    { input: signed.replace("?", "#"), out: "mismatch" },
    { input: signed.replace(signature, ""), out: "mismatch" },
    { input: signed.replace("signature", "Signature"), out: "unsigned" },
  ];
  test.each(rows)("$input", ({ input, out }) => {
    expect(check(read(libpixel, input), signature)).toBe(out);
  });
});

/** Pieces of a path or query: what people paste, what breaks naive code, and any UTF-16 unit at all. */
const piece = fc.oneof(
  fc.constantFrom(
    "a",
    "/",
    "//",
    "..",
    "%2f",
    "%2F",
    "%",
    "+",
    "&",
    "=",
    "&&",
    "?",
    "'",
    '"',
    "\\",
    "|",
    " ",
  ),
  fc.constantFrom(
    "é",
    "日",
    "😀",
    "\ud800",
    "\n",
    "\t",
    "[",
    "]",
    "{",
    "}",
    "<",
    ">",
    "^",
    "`",
    "~",
    "!",
    "*",
  ),
  fc.constantFrom("signature", "src=https://c.d/e?f", "token=x", "url=x", "__proto__=1", "constructor"),
  fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
);
const pieces = fc.array(piece, { maxLength: 12 }).map((list) => list.join(""));
const without = (text: string, pattern: RegExp) => text.replace(pattern, "");
const pathText = pieces.map((text) => without(text, /[?#]/g));
const fragmentText = pieces.map((text) => without(text, /signature/g));
const queryText = pieces.map((text) => without(text, /#|signature/g));

const texts: Texts = { path: pathText, query: queryText, fragment: fragmentText };

describe.each(schemes)("for any $label request", (scheme) => {
  const requests = fc.constant(null).chain(() => testingOf(scheme).requests(texts));
  const secret = fc.string({ unit: "binary", minLength: 1 });
  const hash = fc.constantFrom(...scheme.hashes);

  test("the final URL less its signature is the signing string", () => {
    fc.assert(
      fc.property(requests, (url) => {
        const request = read(scheme, url);
        const parts = scheme.assemble(request, "SIGNATURE");
        const [beforeFragment = ""] = joinParts(parts).split("#", 1);
        const target = beforeFragment.slice(beforeFragment.indexOf("/", "https://".length));
        expect(request.signingString).toBe(testingOf(scheme).signedOf(target));
        expect(request.signingString).toMatch(/^[\x21-\x7e]+$/);
        expect(joinParts(request.signingParts)).toBe(request.signingString);
      }),
    );
  });

  test("what was signed is valid, by this secret only", async () => {
    await fc.assert(
      fc.asyncProperty(requests, secret, hash, async (url, secret, hash) => {
        const request = read(scheme, url);
        expect(request.found).toBeNull();
        const right = await sign(hash, secret, request.signingString);
        const wrong = await sign(hash, `${secret}x`, request.signingString);
        const signed = read(scheme, joinParts(scheme.assemble(request, right)));
        expect(signed.signingString).toBe(request.signingString);
        expect(check(signed, right)).toBe("valid");
        expect(check(signed, wrong)).toBe("mismatch");
        expect(joinParts(scheme.assemble(signed, right))).toBe(joinParts(scheme.assemble(request, right)));
      }),
    );
  });

  test("any single changed byte of what was signed is a mismatch", async () => {
    const signed = await computation(scheme.hashes[0]).signer("secret");
    const byte = fc.constantFrom(..."abcXYZ019-._~+,;:@!$*()'");
    await fc.assert(
      fc.asyncProperty(requests, fc.nat(), byte, async (url, at, byte) => {
        const request = read(scheme, url);
        const final = joinParts(scheme.assemble(request, await signed(request.signingString)));
        const { fixed } = testingOf(scheme);
        const start = final.indexOf(request.signingString) + fixed;
        const position = start + (at % (request.signingString.length - fixed));
        fc.pre(final[position] !== byte && position !== final.indexOf("?"));
        const changed = read(scheme, final.slice(0, position) + byte + final.slice(position + 1));
        expect(check(changed, await signed(changed.signingString))).toBe("mismatch");
      }),
    );
  });

  test("the pasted parts are the paste", () => {
    const around = fc.constantFrom("", " ", "\n", "curl '", '<img src="', '{"u":"', "see <", "x: ");
    fc.assert(
      fc.property(around, fc.oneof(requests, pieces), around, (before, url, after) => {
        const pasted = before + url + after;
        expect(joinParts(readPaste(scheme, pasted, settings).pastedParts)).toBe(pasted);
      }),
    );
  });

  test("the pasted parts of a signed URL name its signature", () => {
    fc.assert(
      fc.property(requests, (url) => {
        const signature = "0123456789abcdef0123456789abcdef01234567";
        const signed = joinParts(scheme.assemble(read(scheme, url), signature));
        const parts = readPaste(scheme, signed, settings).pastedParts;
        expect(joinParts(parts)).toBe(signed);
        expect(parts.filter(({ kind }) => kind === "signature")).toEqual([
          { kind: "signature", text: signature },
        ]);
      }),
    );
  });
});
