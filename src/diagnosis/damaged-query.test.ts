import { describe, expect, it } from "vitest";
import { hmac, toldOf } from "./told-testing";

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
  it.each([
    [`${HOST}/https:/cdn.example/a.jpg?width=9&signature={}`, "/https://cdn.example/a.jpg?width=9"],
    [`${HOST}/?src=https:/cdn.example/a.jpg&signature={}`, "/?src=https://cdn.example/a.jpg"],
    [`${LINK}?url=https%3A%2Fa.example&width=9`, "url=https%3A%2F%2Fa.example&width=9"],
  ])("that is missing is to be put back: %s", async (url, signed) => {
    const told = await toldOf(url, signed);
    expect([told.id, told.corrected]).toEqual(["double-slash", told.repaired]);
    expect(told.title).toContain("is missing in the URL");
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
