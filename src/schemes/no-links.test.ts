import { expect, test } from "vitest";
import { find } from "../signing/find/find";
import { isPlain } from "../signing/find/finding";
import { readFound } from "../signing/sign";
import { libpixel } from "./libpixel";
import { knownProblem } from "./no-links";
import { urlbox } from "./urlbox";

const ID = "19a59ab6-a5aa-4cde-86cb-d2b23f2e1a5c";

test.each([
  ["https://api.urlbox.com/v1/render/sync", /by POST/],
  ["https://api.urlbox.com/v1/render/async?x=1", /by POST/],
  [`https://api.urlbox.io/v1/render/${ID}`, /how far a render is/],
  ["https://api.urlbox.io/v1/render", /by POST/],
  ["https://renders.urlbox.com/ub/abc/renders/x.png", /finished render/],
  ["X-Urlbox-Signature: t=123,sha256=abcdef", /webhook/],
])("%s is told for what it is, and not signed", (text, words) => {
  expect(isPlain(text, urlbox)).toBe(false);
  const problem = knownProblem(text);
  expect(problem).toEqual({ kind: "no-link", sentence: expect.stringMatching(words) });
  for (const scheme of [urlbox, libpixel])
    expect(readFound(scheme, text, { ...find(text, scheme), problem }, { apiKey: "key" })).toMatchObject({
      request: { ok: false, problem },
      takesSettings: false,
    });
});

test.each(["&", ";", "/", "%3F", ""])("parameters behind “%s” in the path get their “?”", (sign) => {
  for (const query of [
    "url=https%3A%2F%2Fa.test&width=3",
    "width=3&url=https://a.test/b?c=1",
    "html=%3Cb%3E",
  ])
    for (const link of [LINK, LINK.replace(/\/\w{40}/, "")])
      expect(knownProblem(`${link}/png${sign}${query}`)).toMatchObject({
        kind: "no-link",
        rewrite: { text: `${link}/png?${query}` },
      });
});

test.each(["/png?url=a.test", "/png?width=3&url=a.test", "/html?url=a.test"])("and %s has it", (rest) => {
  expect(knownProblem(LINK + rest)).toBeNull();
});

const LINK = `https://api.urlbox.com/v1/myKey/${"0a".repeat(20)}`;

test.each([
  ["??url=a.test&width=3", "?url=a.test&width=3", /More than one “\?”/],
  ["??url%3Da.test&width=3", "?url%3Da.test&width=3", /More than one “\?”/],
  ["???html=%3Cb%3E", "?html=%3Cb%3E", /More than one “\?”/],
  // encodeURIComponent of the whole query
  ["?url%3Dhttps%253A%252F%252Fa.test%26width%3D3", "?url=https%3A%2F%2Fa.test&width=3", /“%3D”/],
  ["?width%3D3%26url%3Dhttps%253A%252F%252Fa.test", "?width=3&url=https%3A%2F%2Fa.test", /“%3D”/],
  // What stands between names and values alone
  ["?url%3Dhttps%3A%2F%2Fa.test%26width%3D3", "?url=https%3A%2F%2Fa.test&width=3", /“%3D”/],
  ["?url%3dhttps%3A%2F%2Fa.test%3Fb%3D1%26c%3D2", "?url=https%3A%2F%2Fa.test%3Fb%3D1%26c%3D2", /“%3D”/],
  // One name of several
  ["?width=3&url%3Dhttps%3A%2F%2Fa.test%26b%3D2", "?width=3&url=https%3A%2F%2Fa.test%26b%3D2", /“%3D”/],
  // encodeURIComponent of one parameter
  ["?width=3&url%3Dhttps%253A%252F%252Fa.test", "?width=3&url=https%3A%2F%2Fa.test", /“%3D”/],
  // An escape of the page's own address
  ["?url%3Dhttps%3A%2F%2Fa.test%2Fb%2520c", "?url=https%3A%2F%2Fa.test%2Fb%2520c", /“%3D”/],
  ["?width=3&url%3Dhttps%3A%2F%2Fa.test%2Fb%2520c", "?width=3&url=https%3A%2F%2Fa.test%2Fb%2520c", /“%3D”/],
])(
  "a render link that names its page so, %s, is told what is wrong, and rewritten",
  (query, right, words) => {
    for (const link of [LINK, LINK.replace(/\w{40}\//, "")]) {
      expect(isPlain(`${link}/png${query}`, urlbox)).toBe(false);
      expect(knownProblem(`${link}/png${query}`)).toMatchObject({
        kind: "no-link",
        sentence: expect.stringMatching(words),
        rewrite: { text: `${link}/png${right}` },
      });
    }
  },
);

test.each([
  "?url=a.test%3Fb%3Dc",
  "?url=a.test?b%3D1",
  "?width=3&url=a.test&html%3D1",
  "?url=a??b",
  "?selector=a%26url%3Db",
  "?width%3D3",
  "?width=3",
])("%s says no such thing of its page", (query) => {
  expect(knownProblem(`${LINK}/png${query}`)).toBe(null);
  expect(knownProblem(`https://img.example.net/v1/a.jpg?${query}`)).toBe(null);
});

test("an option behind the “?” of the page may be the page’s, and is not made the link’s", () => {
  for (const query of [
    "url%3Dhttps%3A%2F%2Fa.test%2F%3Fx%3D1%26width%3D3",
    "url%3Da.test%3Fformat%3D1%26format%3D2",
  ])
    expect(knownProblem(`${LINK}/png?${query}`)).toEqual({
      kind: "no-link",
      sentence: expect.stringMatching(/an option of the link or a parameter of the page/),
    });
});

const TOKEN = "0a".repeat(20);

test.each([
  [`/v1//myKey/${TOKEN}/png`, `/v1/myKey/${TOKEN}/png`],
  [`/v1//ca482d7e9b1f4a60/${TOKEN}/pdf`, `/v1/ca482d7e9b1f4a60/${TOKEN}/pdf`],
  ["/v1///myKey/png", "/v1/myKey/png"],
  [`/v1/v1/myKey/${TOKEN}/png`, `/v1/myKey/${TOKEN}/png`],
  [`/v1//v1/myKey/${TOKEN}/png`, `/v1/myKey/${TOKEN}/png`],
  [`/v1/myKey/v1/myKey/${TOKEN}/png`, `/v1/myKey/${TOKEN}/png`],
  [`/v1/myKey/myKey/${TOKEN}/png`, `/v1/myKey/${TOKEN}/png`],
])("parts of a render link that stand there twice are told, and written once: %s", (path, right) => {
  const text = `https://api.urlbox.com${path}?url=a.test`;
  expect(isPlain(text, urlbox)).toBe(false);
  expect(knownProblem(text)).toMatchObject({
    kind: "no-link",
    sentence: expect.stringMatching(/stands there twice/),
    rewrite: { text: `https://api.urlbox.com${right}?url=a.test` },
  });
});

test.each([
  `/v1/myKey/${TOKEN}/png`,
  // The token behind an empty key
  `/v1//${TOKEN}/png`,
  `/v1/myKey/${TOKEN}/${TOKEN}/png`,
  // A segment that is left for the token, and a key in its place
  "/v1/myKey//png",
  "/v1/myKey/myKey/png",
  "/v1/v1/png",
])("no part of %s is taken for one that stands there twice", (path) => {
  expect(knownProblem(`https://api.urlbox.com${path}?url=a.test`)).toBeNull();
});

test.each([
  "https://api.urlbox.com/v1/render/png?url=https%3A%2F%2Fa.test",
  "https://api.urlbox.com/v1/myKey/png?url=https%3A%2F%2Fapi.urlbox.com%2Fv1%2Frender%2Fsync",
  "https://api.urlbox.com/v1/myKey/png?width=3&url=https%3A%2F%2Fa.test",
  "https://acme.libpx.com/v1/render/sync.jpg",
  "https://renders.urlbox.com.a.test/x.png",
])("%s may be signed", (text) => {
  expect(knownProblem(text)).toBeNull();
});

const FILE = `insel-sylt.jpg?width=960&signature=${"0a".repeat(20)}`;

test.each([
  FILE,
  `${FILE}:1  Failed to load resource: the server responded with a status of 403 ()`,
  `x ${FILE}`,
  FILE.replace(".jpg", ".heic"),
])("the end of a URL is told as that, and no file’s name is taken for a host: %s", (text) => {
  expect(find(text, libpixel).found).toBe(null);
  expect(knownProblem(text)).toMatchObject({ kind: "no-path" });
});

test.each([
  `img.example.net/${FILE}`,
  `/reisen/${FILE}`,
  `https://img.example.net/${FILE}`,
  `img.jpg.example/a.png?x=1`,
])("%s is more than the end of a URL", (text) => {
  expect(knownProblem(text)).toBe(null);
});

test.each([
  "ApiKeyNotFound",
  '{"error":{"message":"Api key not found","code":"ApiKeyNotFound"}}',
  "HTTP/2 400\n\nInvalidURLError: Invalid URL",
])("Urlbox’s refusal %j that was pasted alone is told", (text) => {
  expect(knownProblem(text)).toEqual({
    kind: "vendor-error",
    sentence: expect.stringMatching(
      /^“(?:ApiKeyNotFound|InvalidURLError)” is not about the token: .* Paste the render link/,
    ),
  });
});

test.each(["ApiKeyNotFoundAnywhere", "?url=https%3A%2F%2Fa.test", "the key was not found"])(
  "%j is no refusal",
  (text) => {
    expect(knownProblem(text)).toBeNull();
  },
);
