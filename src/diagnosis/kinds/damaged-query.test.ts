import { describe, expect, it } from "vitest";
import { hmac, toldOf } from "../told-testing";

const HOST = "https://img.example.net";
const LINK = "https://api.urlbox.com/v1/pubKey9/{}/png";

describe("an escape of HTML whose “#” cuts off the rest", () => {
  it.each([
    [`${HOST}/a.jpg?text=it&#x27;s&width=9&signature={}`, "/a.jpg?text=it's&width=9"],
    [`${HOST}/a.jpg?text=it&#039;s&amp;width=9&amp;signature={}`, "/a.jpg?text=it's&width=9"],
    [`${HOST}/it&#39;s.jpg?width=9&signature={}`, "/it's.jpg?width=9"],
    [`${LINK}?url=a.example&text=it&#x27;s&width=9`, "url=a.example&text=it's&width=9"],
  ])("is one mistake, and nothing of it is left in the right URL: %s", async (url, signed) => {
    const told = await toldOf(url, signed);
    expect([told.id, told.corrected]).toEqual(["url-html-escaped", told.repaired]);
    expect(told.repaired).toContain(signed);
    expect(told.repaired).not.toContain("#");
  });

  it("is none where the “#” begins a fragment", async () => {
    const told = await toldOf(`${HOST}/a.jpg?text=it#x27&signature={}`, "/a.jpg?text=it");
    expect(told.id).toBe("signature-after-fragment");
  });
});

describe("what is wrong with the query that was sent, and not with the one that was signed", () => {
  it.each([
    ["query-encoded-whole", "/a.jpg?width%3D96%26height%3D54", "/a.jpg?width=96&height=54"],
    ["query-encoded-whole", "/?src%3Da%252Fb%26width%3D9", "/?src=a%2Fb&width=9"],
    ["question-mark-doubled", "/a.jpg??width=9", "/a.jpg?width=9"],
  ])("is %s: %s", async (id, sent, signed) => {
    const told = await toldOf(`${HOST}${sent}&signature={}`, signed);
    expect([told.id, told.corrected]).toEqual([id, told.repaired]);
    expect(told.repaired).toBe(`${HOST}${signed}&signature=${hmac(signed)}`);
    expect(told.words).not.toMatch(/Frameworks hand out|was not signed/);
  });

  it.each([
    ["signed-decoded-query", "/a.jpg?a=b%3D1%26c", "/a.jpg?a=b=1&c"],
    ["signed-without-question-mark", "/a.jpg?width=9", "/a.jpgwidth=9"],
  ])("is not %s: %s", async (id, sent, signed) => {
    expect((await toldOf(`${HOST}${sent}&signature={}`, signed)).id).toBe(id);
  });
});

describe("the “=” at the end of base64", () => {
  it.each([
    ["bg=aGFsbG8%3D", "bg=aGFsbG8"],
    ["bg=aGFsbG8=", "bg=aGFsbG8"],
    ["bg=aGFsbA%3D%3D", "bg=aGFsbA"],
    ["bg=aGFsbG8", "bg=aGFsbG8%3D"],
    ["bg=aGFsbA", "bg=aGFsbA=="],
  ])("was sent or signed, and is no value that is missing: %s, %s", async (sent, signed) => {
    const told = await toldOf(`${HOST}/a.jpg?${sent}&width=9&signature={}`, `/a.jpg?${signed}&width=9`);
    expect(told.id).toBe("padding-differs");
    expect(told.detail).toBe(`It was signed with${signed.length > sent.length ? "" : "out"} them.`);
    expect(told.words).not.toMatch(/without a value|decoded/);
  });

  it("is not that of a parameter without a value", async () => {
    const told = await toldOf(`${HOST}/a.jpg?bg=&width=9&signature={}`, "/a.jpg?bg&width=9");
    expect(told.id).toBe("equals-sign-differs");
  });
});

describe("a slash of “https://”", () => {
  const [inPath, inQuery] = [/merge_slashes/, /path\.join.*not in the query/];
  it.each([
    [`${HOST}/https:/cdn.example/a.jpg?width=9&signature={}`, "/https://cdn.example/a.jpg?width=9", inPath],
    [`${HOST}/f/HTTP:/cdn.example/a.jpg?w=9&signature={}`, "/f/HTTP://cdn.example/a.jpg?w=9", inPath],
    [`${HOST}/?src=https:/cdn.example/a.jpg&signature={}`, "/?src=https://cdn.example/a.jpg", inQuery],
    [`${HOST}//b?src=https:/cdn.example/a.jpg&signature={}`, "//b?src=https://cdn.example/a.jpg", inQuery],
    [`${LINK}?url=https:/a.example&width=9`, "url=https://a.example&width=9", inQuery],
    [`${LINK}?url=https%3A%2Fa.example&width=9`, "url=https%3A%2F%2Fa.example&width=9", inQuery],
  ])("that is missing is to be put back: %s", async (url, signed, words) => {
    const told = await toldOf(url, signed);
    expect([told.id, told.corrected]).toEqual(["double-slash", told.repaired]);
    expect(told.title).toContain("is missing in the URL");
    expect(told.words + told.fix).toMatch(words);
    expect(told.words + told.fix).not.toMatch(words === inPath ? /query/ : /nginx|merge_slashes/);
    expect(told.fix).not.toContain("exactly one slash");
    expect(told.repaired).toContain(signed);
  });

  it.each([
    [`${HOST}//a.jpg?width=9&signature={}`, "/a.jpg?width=9", /exactly one slash/],
    [`${HOST}/https://a.example/b.jpg?w=9&signature={}`, "/https:/a.example/b.jpg?w=9", /Keep both slashes/],
  ])("is told apart from others: %s", async (url, signed, fix) => {
    const told = await toldOf(url, signed);
    expect([told.id, told.fix]).toEqual(["double-slash", expect.stringMatching(fix)]);
  });
});

it("user and password that were not signed are told as such", async () => {
  const url = `${LINK}?url=https%3A%2F%2Fu%3Ap%40a.example&width=9`;
  const told = await toldOf(url, "url=https%3A%2F%2Fa.example&width=9");
  expect([told.id, told.detail]).toEqual([
    "target-normalised",
    "It was signed without the user and the password before its host.",
  ]);
});

it.each([
  [`${HOST}/a.jpg?width=96%26height=54&signature={}`, "/a.jpg?width=96&height=54"],
  [`${LINK}?url=a.example%26width%3D3&delay=3`, "url=a.example&width=3&delay=3"],
])("an “&” that was escaped before an option is told with both stories: %s", async (url, signed) => {
  const told = await toldOf(url, signed);
  expect([told.id, told.mayBeMeant]).toEqual(["query-encoded-whole", true]);
  expect(told.why).toMatch(/escaped it after signing.* or it belongs to that value.* fit both\.$/);
  expect([told.repaired, told.corrected]).toEqual([told.corrected, expect.stringContaining(hmac(signed))]);
});

it("an “&” before anything else was decoded by the signer", async () => {
  const told = await toldOf(`${LINK}?url=a.example%26b%3D3&delay=3`, "url=a.example&b=3&delay=3");
  expect(told.id).toBe("signed-decoded-query");
});

it.each([
  ["/?src=https:\\/\\/a.b\\/c.jpg&w=9", "/?src=https://a.b/c.jpg&w=9", /JSON/, /Markdown|LaTeX/],
  ["/a\\%20b.jpg?w=9", "/a%20b.jpg?w=9", /LaTeX/, /Markdown|JSON/],
  ["/a\\_b.jpg?w=9", "/a_b.jpg?w=9", /Markdown/, /JSON/],
])("backslashes are told with what writes them: %s", async (sent, signed, words, never) => {
  const told = await toldOf(`${HOST}${sent}&signature={}`, signed);
  expect(told.id).toBe("markdown-escapes");
  expect(told.words).toMatch(words);
  expect(told.words).not.toMatch(never);
});

describe("a value with an escape of HTML that was not signed", () => {
  const TITLE = "A value was sent with an escape of HTML in it, and signed without.";
  it.each([
    [`${HOST}/a.jpg?text=it%26%2339%3Bs&signature={}`, "/a.jpg?text=it%27s"],
    [`${HOST}/a.jpg?text=a%26lt%3Bb&width=9&signature={}`, "/a.jpg?text=a%3Cb&width=9"],
    [`${HOST}/a.jpg?text=a%26amp%3Bb&width=9&signature={}`, "/a.jpg?text=a%26b&width=9"],
    [`${LINK}?html=%3Cp%3Ea%26lt%3Bb%26amp%3Bc`, "html=%3Cp%3Ea%3Cb%26c"],
    [`${LINK}?url=a.example&text=%26quot%3Ba%26quot%3B`, "url=a.example&text=%22a%22"],
  ])("was escaped, or what signed it read it as HTML: %s", async (url, signed) => {
    const told = await toldOf(url, signed);
    expect([told.id, told.title, told.mayBeMeant]).toEqual(["url-html-escaped", TITLE, true]);
    expect(told.why).toMatch(/Either a template.*Or the escape belongs to the value.*fit both\.$/);
    expect(told.fix).toMatch(/; or, where the escape belongs to the value, sign/);
    expect([told.repaired, told.corrected]).toEqual([told.corrected, expect.stringContaining(hmac(signed))]);
  });

  it.each([
    [`${LINK}?url=https%3A%2F%2Fa.b%2F%3Fc%3D1%26amp%3Bd%3D2`, "url=https%3A%2F%2Fa.b%2F%3Fc%3D1%26d%3D2"],
    [`${HOST}/?src=http://a.b/it%26%2339%3Bs.jpg&signature={}`, "/?src=http://a.b/it%27s.jpg"],
  ])("which is an address was escaped: %s", async (url, signed) => {
    const told = await toldOf(url, signed);
    expect([told.id, told.title, told.mayBeMeant]).toEqual(["url-html-escaped", TITLE, undefined]);
    expect(told.why).not.toContain("Or the escape");
  });

  it("but an “&” between parameters is none of a value", async () => {
    const told = await toldOf(`${HOST}/a.jpg?w=3%26amp%3Bh=4&signature={}`, "/a.jpg?w=3&h=4");
    expect([told.id, told.title === TITLE, told.mayBeMeant]).toEqual(["url-html-escaped", false, undefined]);
  });
});

it("a path that a URL parser resolves is no matter of encoders", async () => {
  const told = await toldOf(`${HOST}/a/../b.jpg?width=9&signature={}`, "/b.jpg?width=9");
  expect(told.title).toContain("as a URL parser writes it");
  expect(told.words).not.toContain("Libraries disagree");
});
