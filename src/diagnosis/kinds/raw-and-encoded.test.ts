import { describe, expect, it } from "vitest";
import { search } from "../search";
import { idsIn, inputOf } from "../testing";
import { hmac, toldOf } from "../told-testing";

const HOST = "https://img.example.net";
const LINK = "https://api.urlbox.com/v1/pubKey9/{}/png";

describe("a text that was signed encoded and sent raw", () => {
  it.each([
    ["a percentage", `${HOST}/a.jpg?text=100%&w=3&signature={}`, "/a.jpg?text=100%25&w=3"],
    ["a percentage in Urlbox", `${LINK}?url=a.example&text=5% off`, "url=a.example&text=5%25%20off"],
    ["a file’s name", `${HOST}/100%.jpg?w=3&signature={}`, "/100%25.jpg?w=3"],
  ])("with a bare “%” is no string that was encoded twice: %s", async (_, url, signed) => {
    const told = await toldOf(url, signed);
    expect(told.words).toContain("A “%” was signed as “%25”");
    expect(told.words).not.toMatch(/once more|%252F/);
    // What was sent is no URL: only the one that was signed is offered.
    expect([told.corrected, told.mayBeMeant]).toEqual([told.repaired, undefined]);
    expect(told.repaired).toContain(hmac(signed));
  });

  it.each([
    [`${LINK}?url=https://example.com/a%20b`, "url=https%3A%2F%2Fexample.com%2Fa%2520b"],
    [`${LINK}?url=https://example.com/a%20b&width=3`, "url=https%3A%2F%2Fexample.com%2Fa%2520b&width=3"],
    [
      `${HOST}/?src=https://example.com/%C3%A9.png&signature={}`,
      "/?src=https%3A%2F%2Fexample.com%2F%25C3%25A9.png",
    ],
  ])("with escapes of its own was encoded once: %s", async (url, signed) => {
    const told = await toldOf(url, signed);
    expect(told.title).toBe("What is in a value was signed encoded, and sent as it is.");
    expect(told.isDoubtful).toBe(true);
    expect(told.words).not.toContain("%252F");
  });

  it.each([
    [`${LINK}?url=https%3A%2F%2Fexample.com`, "url=https%253A%252F%252Fexample.com"],
    [`${HOST}/a.jpg?text=a%20b&signature={}`, "/a.jpg?text=a%2520b"],
    [`${HOST}/a%20b.jpg?w=1&signature={}`, "/a%2520b.jpg?w=1"],
  ])("but of %s the encoded text was encoded once more", async (url, signed) => {
    const told = await toldOf(url, signed);
    expect(told.title).toBe("The string was encoded once more before it was signed.");
  });

  it.each([
    [`${LINK}?url=a.example&text=a+b`, "url=a.example&text=a%2Bb"],
    [`${HOST}/a.jpg?text=c++&w=1&signature={}`, "/a.jpg?text=c%2B%2B&w=1"],
  ])("with a plus may have meant a plus or a space: %s", async (url, signed) => {
    const told = await toldOf(url, signed);
    expect(told.title).toBe("“+” was signed as “%2B”, and sent as it is.");
    expect([told.corrected, told.mayBeMeant]).toEqual([told.repaired, true]);
    expect(told.repaired).toContain(hmac(signed));
  });
  it("but “+” that was sent for “%20” is a space", async () => {
    const told = await toldOf(`${LINK}?url=a.example&text=a+b`, "url=a.example&text=a%20b");
    expect(told.words).not.toContain("%2B");
  });

  it("and one that was signed raw and sent encoded was encoded by a library, or handed out decoded", async () => {
    const url = `${HOST}/a.jpg?src=https%3A%2F%2Fcdn.example%2Fb.jpg&w=3&signature={}`;
    const told = await toldOf(url, "/a.jpg?src=https://cdn.example/b.jpg&w=3");
    expect(told.id).toBe("signed-decoded-query");
    expect(told.why).toMatch(/encoded only afterwards.* or a framework .*The digits fit both\.$/);
  });
  it.each([
    [`${HOST}/a.jpg?text=Tom+%26+Jerry&w=3&signature={}`, "/a.jpg?text=Tom & Jerry&w=3"],
    [`${LINK}?html=%3Ch1%3EHello+World%3C%2Fh1%3E`, "html=<h1>Hello World</h1>"],
  ])("with “+” for each space, too: %s", async (url, signed) => {
    const told = await toldOf(url, signed);
    expect(told.detail).toBe("“+” became a space.");
    expect(told.why).toContain("encoded only afterwards");
  });
  it.each([
    [`${LINK}?url=https%3A%2F%2Fa.example%2Fb+c`, "url=https://a.example/b+c", "“safe”"],
    [`${LINK}?url=a.example%2F&text=caf%C3%A9+x`, "url=a.example/&text=café+x", "decoded as a path is"],
    [`${LINK}?url=a.example&text=a%20b+c%2F`, "url=a.example&text=a b c/", "Frameworks hand out"],
  ])("but not where a “+” stayed or stands beside “%%20”: %s", async (url, signed, why) => {
    const told = await toldOf(url, signed);
    expect(told.id).toBe("signed-decoded-query");
    expect(told.why).toContain(why);
    expect(told.why).not.toContain("encoded only afterwards");
  });
  it.each([
    [`${HOST}/a.jpg?title=C++%20basics&w=3&signature={}`, "/a.jpg?title=C++ basics&w=3"],
    [`${LINK}?url=https://a.example/&text=caf%c3%a9+x`, "url=https://a.example/&text=café+x"],
  ])("but encodeURI and browsers leave a “+”: %s", async (url, signed) => {
    const told = await toldOf(url, signed);
    expect(told.id).toBe("signed-decoded-query");
    expect(told.why).toMatch(/encoded only afterwards by what leaves a “\+”.* or it was decoded as a path/);
  });
  it.each([
    ["of which a part is raw", `${LINK}?url=example.com/a%2Fb`, "url=example.com/a/b"],
    ["that was decoded twice", `${LINK}?url=a.example&js=a%252Fb`, "url=a.example&js=a/b"],
  ])("but no library makes one %s", async (_, url, signed) => {
    expect((await toldOf(url, signed)).why).not.toContain("encoded only afterwards");
  });
});

describe("beside another mistake", () => {
  const first = (url: string, signed: string) => search(inputOf(url.replace("{}", hmac(signed))));
  it("no URL with a bare “%” is offered", async () => {
    const found = await first(`${HOST}/a.jpg?t=100%&w=3&signature={}`, "a.jpg?t=100%25&w=3");
    expect(idsIn(found)).toEqual(["signed-without-leading-slash", "signed-double-encoded"]);
    expect(found).toMatchObject({ corrected: expect.stringContaining("/a.jpg?t=100%25&w=3&signature=") });
  });
  it.each([
    [`${HOST}/a.jpg?t=%3Cb%3E&w=3&signature={}`, "a.jpg?t=<b>&w=3"],
    [`${HOST}/a.jpg?t=it%27s&w=3&signature={}`, "a.jpg?t=it's&w=3"],
  ])("nor one that every browser changes again: %s", async (url, signed) => {
    const found = await first(url, signed);
    expect(found.state).toBe("explained");
    const choices = found.state === "explained" ? (found.choices ?? []) : [];
    expect(choices.filter(({ kind }) => kind === "before")).toEqual([]);
  });
});

describe("what was sent encoded twice and signed decoded", () => {
  it.each([
    ["/a.jpg?text=a%2520b&width=3", "/a.jpg?text=a b&width=3", "/a.jpg?text=a%20b&width=3"],
    ["/a.jpg?text=a%252Fb%2525&width=3", "/a.jpg?text=a/b%&width=3", "/a.jpg?text=a%2Fb%25&width=3"],
    ["/my%2520cats/b.jpg?width=3", "/my cats/b.jpg?width=3", "/my%20cats/b.jpg?width=3"],
    ["/a.jpg?text=%25C3%25BC&w=3", "/a.jpg?text=ü&w=3", "/a.jpg?text=%C3%BC&w=3"],
  ])("may be meant so, or once: %s signed as %s", async (sent, signed, once) => {
    const { title, why, found } = await toldOf(`${HOST}${sent}&signature={}`, signed);
    expect(title).toMatch(/was signed decoded, and sent with escapes that are encoded twice\.$/);
    expect(why).toMatch(/encoded once.*HTTP library.*of its own.*decoded twice.*fit both/);
    expect([found.corrected, found.repaired]).toEqual([null, null]);
    expect(found.choices).toEqual([
      { kind: "once", names: [], url: `${HOST}${once}&signature=${hmac(once)}` },
    ]);
  });

  it("may be so in a render link", async () => {
    const query = "url=https%3A%2F%2Fa.example%2Fx%2520y&width=3";
    const { found } = await toldOf(`${LINK}?${query}`, "url=https://a.example/x y&width=3");
    const once = query.replace("%2520", "%20");
    expect(found.choices?.map(({ kind, url }) => [kind, url])).toEqual([
      ["once", `${LINK.replace("{}", hmac(once))}?${once}`],
    ]);
  });

  it.each([
    ["/a.jpg?text=a%20b&width=3", "/a.jpg?text=a b&width=3"],
    ["/a.jpg?text=a%25&width=3", "/a.jpg?text=a%&width=3"],
    ["/a.jpg?text=a%2520b%20c&width=3", "/a.jpg?text=a%20b c&width=3"],
  ])("is nothing that was encoded once: %s signed as %s", async (sent, signed) => {
    const { title, found } = await toldOf(`${HOST}${sent}&signature={}`, signed);
    expect(title).not.toContain("twice");
    expect(found.choices ?? []).toEqual([]);
  });
});
