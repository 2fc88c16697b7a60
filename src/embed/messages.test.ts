import fc from "fast-check";
import { expect, test } from "vitest";
import { readyMessages, resizeMessages } from "./messages";
import { readRequest } from "./requests";

const url = "https://a.test/1.jpg?width=300";

test("a host may set every field of a link", () => {
  const state = {
    example: "slashless",
    scheme: "urlbox",
    url,
    hash: "SHA-256",
    apikey: "KEY",
    format: "png",
    view: "bytes",
  };
  expect(readRequest({ type: "setState", state })).toEqual({ type: "setState", state });
  expect(readRequest({ source: "countersign", type: "setState", state: {} })).not.toBeNull();
  for (const theme of ["light", "dark", "auto"])
    expect(readRequest({ type: "setTheme", theme })).toEqual({ type: "setTheme", theme });
});

test("a state that names a secret is refused whole", () => {
  for (const name of ["secret", "key", "token", "password", "Secret", "SECRET", "apiSecret", "demoSecret"]) {
    expect(readRequest({ type: "setState", state: { url, [name]: "s3cret" } }), name).toBeNull();
    expect(readRequest({ type: "setState", [name]: "s3cret", state: { url } }), name).toBeNull();
    expect(readRequest({ type: "setTheme", theme: "dark", [name]: "s3cret" }), name).toBeNull();
  }
});

const strangers: readonly unknown[] = [
  undefined,
  null,
  0,
  "",
  "setTheme",
  [],
  {},
  { type: "setState" },
  { type: "setState", state: null },
  { type: "setState", state: { url: 1 } },
  { type: "setState", state: { url: "a".repeat(1_000_001) } },
  { type: "setState", state: { scheme: "no vendor" } },
  { type: "setState", state: { hash: "no hash" } },
  { type: "setState", state: { view: "secret" } },
  { type: "setTheme" },
  { type: "setTheme", theme: "sepia" },
  { type: "setTheme", theme: "dark", extra: 1 },
  { source: "another", type: "setTheme", theme: "dark" },
  { state: { content: "what GitBook sends" } },
  '{"type":"setTheme","theme":"dark"}',
];

test("everything else that flies about a page is passed over", () => {
  for (const data of strangers) expect(readRequest(data), JSON.stringify(data)?.slice(0, 80)).toBeNull();
});

test("whatever arrives: no exception, and nothing but known fields comes out", () => {
  const field = fc.oneof(
    fc.string(),
    fc.constantFrom("type", "state", "url", "scheme", "__proto__", "constructor"),
  );
  const data = fc.oneof(
    fc.anything({ key: field, withNullPrototype: true, withBigInt: true, withDate: true, withMap: true }),
    fc.record({ type: fc.constant("setState"), state: fc.dictionary(field, fc.anything()) }),
    fc.record({ type: fc.constant("setState"), state: fc.record({ url: fc.string() }) }),
  );
  fc.assert(
    fc.property(data, (data) => {
      const request = readRequest(data);
      if (request?.type !== "setState") return;
      for (const [name, value] of Object.entries(request.state)) {
        expect(["example", "scheme", "url", "hash", "apikey", "format", "view"]).toContain(name);
        expect(typeof value).toBe("string");
      }
    }),
  );
});

test("what is said holds a height at most, in the words of each host", () => {
  expect([...readyMessages(), ...resizeMessages(412)]).toEqual([
    { source: "countersign", type: "ready", version: 1 },
    { action: { action: "@webframe.ready" } },
    { source: "countersign", type: "resize", version: 1, height: 412 },
    { action: { action: "@webframe.resize", size: { height: 412 } } },
    '{"method":"resize","height":412}',
  ]);
});
