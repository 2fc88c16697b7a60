import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findLanguage } from "../../snippets";
import { initialState } from "../state";
import { bringsCase, type LinkedCase, readLink, writeLink } from "./link";
import { linkedState } from "./linked-state";

describe("links, format v=1", () => {
  // Links that are out in documents: these must read the same for ever.
  test.each<[fragment: string, out: LinkedCase]>([
    [
      "v=1&scheme=libpixel&url=https%3A%2F%2Facme.libpx.com%2Fa.jpg%3Fwidth%3D2%26height%3D1",
      { scheme: "libpixel", url: "https://acme.libpx.com/a.jpg?width=2&height=1" },
    ],
    [
      "v=1&scheme=urlbox&url=https%3A%2F%2Fexample.com%2F&hash=SHA-256&apikey=k&format=pdf",
      { scheme: "urlbox", url: "https://example.com/", hash: "SHA-256", apikey: "k", format: "pdf" },
    ],
    ["example=urlbox-page", { example: "urlbox-page" }],
    ["v=1&url=a+b&view=bytes", { url: "a+b", view: "bytes" }],
    ["v=1&hash=other&view=other&unknown=1", { hash: "other" }],
    ["v=1&view=text", { view: "text" }],
    ["url=100%", { url: "100%" }],
    [
      "url=https://a.test/b.jpg?src=c%26d&format=png&signature=0a",
      { url: "https://a.test/b.jpg?src=c%26d&format=png&signature=0a" },
    ],
    [
      "scheme=libpixel&url=https://a.test/b.jpg?width=3&signature=0a&flag&view=bytes",
      { scheme: "libpixel", url: "https://a.test/b.jpg?width=3&signature=0a&flag", view: "bytes" },
    ],
    ["url=https://a.test/?x=1%262&view=bytes", { url: "https://a.test/?x=1&2", view: "bytes" }],
    ["url=https%3A%2F%2Fa.test%2F%3Fx=1&utm_source=mail", { url: "https://a.test/?x=1" }],
    ["utm_source=mail&url=https://a.test/?x=1&view=text", { url: "https://a.test/?x=1", view: "text" }],
    ["v=1&url=x&ask=1", { url: "x", ask: "1" }],
    ["v=1&url=x&ask=0", { url: "x" }],
    ["v=1&url", {}],
    ["__proto__=x&constructor=y&toString=z", {}],
    ["", {}],
    ["&&==&", {}],
  ])("%s", (fragment, out) => {
    expect(readLink(fragment).linked).toEqual(out);
  });

  test("never reads a secret, and says which fields were there", () => {
    const { linked, secrets, clean } = readLink("v=1&secret=s3cret&Key=a&url=x&token=b&password=c");
    expect(linked).toEqual({ url: "x" });
    expect(secrets).toEqual(["secret", "Key", "token", "password"]);
    expect(clean).toBe("v=1&url=x");
  });

  test.each<[fragment: string, clean: string]>([
    ["%73ecret=a&url=x", "url=x"],
    ["?secret=a", ""],
    ["/secret=a&v=1", "v=1"],
    ["v=1;secret=a", "v=1"],
    ["v=1&secret%20=a", "v=1"],
    ["v=1&api_secret=a&SECRET=b", "v=1"],
    ["v=1&apiSecret=a&authsecret=b&secretKey=c&signing_key=d", "v=1"],
    ["v=1&secret[]=a&token[0]=b", "v=1"],
    ["/play?secret=a", ""],
    ["/play?key=a", ""],
    ["!key=a", ""],
    ["v=1;view=text;secret=a;lang=go", "v=1;view=text;lang=go"],
    ["v=1&apikey=public", "v=1&apikey=public"],
  ])("%s loses its secret", (fragment, clean) => {
    expect(readLink(fragment).clean).toBe(clean);
  });

  test.each([
    ["v=1&scheme=urlbox", true],
    ["v=1&url=x", true],
    ["example=urlbox-page", true],
    ["lang=go", false],
    ["secret=a", false],
    ["main", false],
  ])("#%s brings a case: %s", (fragment, brings) => {
    expect(bringsCase(readLink(fragment).linked)).toBe(brings);
  });

  test("what was written reads back", () => {
    const text = fc.string({ unit: "binary" }).map((value) => value.toWellFormed());
    const linked = fc.record<LinkedCase>(
      {
        example: text,
        scheme: text,
        url: text,
        hash: fc.constantFrom("SHA-1", "SHA-256"),
        apikey: text,
        format: text,
        view: fc.constant("bytes"),
      },
      { requiredKeys: [], noNullPrototype: true },
    );
    fc.assert(
      fc.property(linked, (value) => {
        expect(readLink(writeLink(value)).linked).toEqual(value);
      }),
    );
  });

  test("any fragment reads without an error", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (fragment) => {
        expect(readLink(fragment).clean.length).toBeLessThanOrEqual(fragment.length);
      }),
    );
  });
});

test.each([
  "example=%3Cscript%3Ealert(1)%3C/script%3E",
  "example=javascript:alert(1)",
  "example=%E0",
  "example=libpixel-optoins&lang=python",
])("#%s asks for an example that there is not, and that is said beside the first", (fragment) => {
  const { arrival, ...state } = linkedState(readLink(fragment));
  expect(arrival.map(({ kind }) => kind)).toEqual(["unknown-example"]);
  expect(arrival[0]?.sentence, "nothing of the address is shown").not.toMatch(/script|optoins/);
  expect(state.pasted).toBe(initialState().pasted);
});

test.each([
  ["scheme=LibPixel", "libpixel", "SHA-1", []],
  ["scheme=Urlbox&hash=sha256", "urlbox", "SHA-256", []],
  ["scheme=urlbox&hash=SHA256", "urlbox", "SHA-256", []],
  ["scheme=urlbox&hash=sha-1", "urlbox", "SHA-1", []],
  ["scheme=urlbox&hash=", "urlbox", "SHA-1", []],
  ["scheme=urlbox&hash=md5", "urlbox", "SHA-1", ["unknown-hash"]],
  ["scheme=libpixel&hash=sha256", "libpixel", "SHA-1", ["unknown-hash"]],
  ["scheme=cloudinary", "libpixel", "SHA-1", ["unknown-scheme"]],
  ["scheme=lib-pixel-2&hash=x", "libpixel", "SHA-1", ["unknown-scheme", "unknown-hash"]],
  ["hash=sha1", "libpixel", "SHA-1", []],
] as const)("#url=…&%s opens with %s and %s, and tells what there is not", (fragment, id, hash, told) => {
  const state = linkedState(readLink(`v=1&url=https%3A%2F%2Fa.test%2Fb.jpg&${fragment}`));
  expect([state.scheme.id, state.hash]).toEqual([id, hash]);
  expect(state.arrival.map(({ kind }) => kind)).toEqual([...told, "linked"]);
});

test("an example opens with the hash that its link names, however it is written", () => {
  const { hash, arrival } = linkedState(readLink("example=urlbox-page&hash=sha256"));
  expect([hash, arrival]).toEqual(["SHA-256", []]);
});

test.each(["example=", "example=libpixel-options", "lang=%E0%A4%A", "v=1&view=%FF&hash=%E0", "%E0%A4%A"])(
  "#%s, which names nothing, leaves the page as it is at first",
  (fragment) => {
    const { language, ...state } = linkedState(readLink(fragment));
    const { language: first, ...shown } = initialState();
    expect(state).toEqual(shown);
    expect(findLanguage(language)).toBe(findLanguage(first));
  },
);
