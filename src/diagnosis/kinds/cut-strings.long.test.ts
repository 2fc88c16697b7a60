import { describe, expect, it } from "vitest";
import { hmac, toldOf } from "../told-testing";

const HOST = "https://img.example.net";
const LINK = "https://api.urlbox.com/v1/pubKey9/{}/png";

/** What whoever makes a string of words keeps of it. */
const firstWord = (text: string) => text.split(" ")[0] ?? "";

describe("a string that ended at a space", () => {
  const typed = "/a.jpg?text=Hallo Welt&width=3";
  it.each([
    ["the first word of a shell", `${HOST}${typed}&signature={}`, firstWord(typed)],
    ["a request line cut in the path", `${HOST}/my pics/b.jpg?width=3&signature={}`, "/my"],
    [
      "words of a message behind a link",
      `${LINK}?url=a.example&width=3 gives 401`,
      firstWord("url=a.example&width=3 gives 401"),
    ],
    [
      "an address behind a link",
      `${LINK}?url=a.example&width=3 https://a.example/x`,
      "url=a.example&width=3",
    ],
    ["behind other escapes", `${HOST}/a%2Cb.jpg?text=Hallo Welt&signature={}`, "/a%2Cb.jpg?text=Hallo"],
  ])("is told where the space was typed, and no “%%” is blamed: %s", async (_, url, signed) => {
    const { id, words, found } = await toldOf(url, signed);
    expect(id).toBe("string-cut-at-space");
    expect(words).toContain("without quotes");
    expect(words).not.toMatch(/%|crontab|printf/);
    expect(found.repaired).toBe(null);
  });

  it.each([
    ["/a.jpg?text=Hallo%20Welt", "/a.jpg?text=Hallo"],
    ["/a.jpg?text=Hallo%20Welt&width=3", "/a.jpg?text=Hallo"],
  ])("is one of two stories of a typed %%20: %s", async (sent, signed) => {
    const { id, words } = await toldOf(`${HOST}${sent}&signature={}`, signed);
    expect(id).toBe("string-cut-at-space");
    expect(words).toMatch(/without quotes.*crontab.*fit all/);
  });

  it("offers no half of a path", async () => {
    const half = await toldOf(`${HOST}/my pics/b.jpg?width=3&signature={}`, "/my");
    const shorter = await toldOf(`${HOST}/b.jpg?text=a b&signature={}`, "/b.jpg?text=a");
    expect([half.found.choices ?? [], shorter.found.choices?.length]).toEqual([[], 1]);
  });

  it("is no matter of a crontab behind the first “%”", async () => {
    const { id, words } = await toldOf(`${HOST}/a%2Cb.jpg?t=a%20b&signature={}`, "/a%2Cb.jpg?t=a");
    expect([id, words.includes("crontab")]).toEqual(["string-cut-at-space", false]);
  });

  it("may be a conversion to ASCII that stopped at a letter", async () => {
    // printf '/a.jpg?text=Grün' | iconv -f utf-8 -t ascii
    const { words } = await toldOf(`${HOST}/a.jpg?text=Grün&width=3&signature={}`, "/a.jpg?text=Gr");
    expect(words).toMatch(/beyond ASCII.*iconv/);
    expect(words).not.toMatch(/%|crontab|printf/);
  });
});

describe("a “%” that was typed", () => {
  it.each([
    ["/?src=https%3A%2F%2Fa.test", "/?src=https", "string-cut-at-percent"],
    ["/a.jpg?w=6&text=a%26b", "/a.jpg?w=6&text=a", "string-cut-at-percent"],
    ["/my pics/b.jpg?src=a%2Fb", "/my%20pics/b.jpg?src=a", "string-cut-at-percent"],
    ["/a.jpg?text=Gr%C3%BCn", "/a.jpg?text=Gr", "percent-taken-for-format"],
  ])("still ends a string or is taken for a format: %s", async (sent, signed, id) => {
    expect((await toldOf(`${HOST}${sent}&signature={}`, signed)).id).toBe(id);
  });
});

describe("a value that was cut at its comma is no list that was written otherwise", () => {
  const link = `${LINK}?url=a.example&width=1280`;
  const signed = "url=a.example&width=1280";
  it.each([
    ["CSV", `${link},401`],
    ["CSV with semicolons", `${link};401`],
    ["a table", `${link}|401`],
    ["CSV with a date", `${link},401,2026-11-26`],
  ])("further cells of %s, or a number that ended there", async (_, url) => {
    const { id, words, found } = await toldOf(url, signed);
    expect(id).toBe("value-cut-at-comma");
    expect(words).toMatch(/intval.*first of several.*cells of a row.*fit all/);
    expect(words).not.toContain("list");
    expect(found.repaired).toBe(null);
  });

  const whole = (text: string) => String(Number.parseInt(text, 10));
  it.each([
    ["parseInt", "/b.jpg?width=300,600", `/b.jpg?width=${whole("300,600")}`],
    ["parseInt of a decimal", "/b.jpg?width=3&dpr=1,5", `/b.jpg?width=3&dpr=${whole("1,5")}`],
    ["parseInt of a value inside", "/b.jpg?dpr=1,5&width=3", `/b.jpg?dpr=${whole("1,5")}&width=3`],
    ["parseInt of what is escaped", "/b.jpg?dpr=1%2C5&width=3", `/b.jpg?dpr=${whole("1,5")}&width=3`],
    ["parseInt of each", "/b.jpg?dpr=1,5&width=3,5", `/b.jpg?dpr=${whole("1,5")}&width=${whole("3,5")}`],
  ])("%s made it: %s", async (_, sent, string) => {
    const { id, words } = await toldOf(`${HOST}${sent}&signature={}`, string);
    expect([id, words.includes("intval")]).toEqual(["value-cut-at-comma", true]);
    // The signature stands behind it, so that no row ends there.
    expect(words).not.toContain("cells");
  });

  it("and words are no number", async () => {
    const { words } = await toldOf(
      `${HOST}/a.jpg?tag=red,blue&width=3&signature={}`,
      "/a.jpg?tag=red&width=3",
    );
    expect(words).toContain("first of several");
    expect(words).not.toMatch(/intval|cells/);
  });

  it("while a list whose values all were signed is one", async () => {
    const found = await toldOf(`${HOST}/a.jpg?tag=a,b&signature={}`, "/a.jpg?tag=a&tag=b");
    expect(found.id).toBe("array-written-otherwise");
  });
});

describe("a value that was cut at its own “=”", () => {
  const second = (pair: string) => pair.split("=")[1];
  it.each([
    ["raw", "/b.jpg?text=a=b&width=3", `/b.jpg?text=${second("text=a=b")}&width=3`],
    ["of each", "/b.jpg?text=a=b&note=c=d", "/b.jpg?text=a&note=c"],
    ["of one", "/b.jpg?text=a=b&note=c=d", "/b.jpg?text=a=b&note=c"],
    [
      "of an address inside",
      "/?src=https://a.test/b.jpg?x=1&width=3",
      "/?src=https://a.test/b.jpg?x&width=3",
    ],
    ["escaped", "/b.jpg?text=a%3Db&width=3", "/b.jpg?text=a&width=3"],
    ["signed decoded", "/b.jpg?text=%C3%BC%3Db&width=3", "/b.jpg?text=ü&width=3"],
  ])("%s: split('=')[1] loses the rest, or it was added", async (_, sent, string) => {
    const { id, words, repaired } = await toldOf(`${HOST}${sent}&signature={}`, string);
    expect(id).toBe("value-cut-at-equals-sign");
    expect(words).toMatch(/split\('='\)\[1\].*added after signing/);
    expect(repaired).toBe(null);
  });

  it("may have been taken from its end", async () => {
    const { title, words } = await toldOf(
      `${HOST}/b.jpg?text=a=b=c&width=3&signature={}`,
      "/b.jpg?text=c&width=3",
    );
    expect(title).toBe("Of a value only what follows its last “=” was signed.");
    expect(words).not.toContain("[1]");
  });

  it.each([
    ["/b.jpg?download=&width=3", "/b.jpg?download&width=3"],
    ["/b.jpg?bg=aGFsbG8=&download=", "/b.jpg?bg=aGFsbG8=&download"],
    ["/b.jpg?bg=aGFsbG8=&width=3", "/b.jpg?bg=aGFsbG8&width=3", "padding-differs"],
  ])(
    "is none where no value or the end of base64 stands: %s",
    async (sent, string, id = "equals-sign-differs") => {
      expect((await toldOf(`${HOST}${sent}&signature={}`, string)).id).toBe(id);
    },
  );
});

describe("two links in one text", () => {
  const second = `${LINK.replace("{}", "8ed09accb7e7525821d7d06091b64bae93594c7a")}?url=b.example&width=3`;
  it.each([",", ";", "|"])("are told as such with “%s” between them", async (mark) => {
    const { id, title, found } = await toldOf(
      `${LINK}?url=a.example&width=3${mark}${second}`,
      "url=a.example&width=3",
    );
    expect([id, title]).toEqual([
      "value-cut-at-comma",
      "A second URL stands behind the one that was signed.",
    ]);
    expect(found.choices?.map(({ url }) => url)).toContain(
      `${LINK.replace("{}", hmac("url=a.example&width=3"))}?url=a.example&width=3`,
    );
  });

  it("are none where addresses are the values of a parameter", async () => {
    const url = `${LINK}?url=https://a.example/x,https://b.example/?y=1&url=c.example&width=3`;
    expect((await toldOf(url, "url=c.example&width=3")).id).toBe("one-of-equal-names-signed");
  });
});

describe("a string without its last or first characters", () => {
  const MODE = "/a.jpg?width=640&mode=crop";
  const QUERY = "url=https%3A%2F%2Fa.example%2Fp&full_page=true";

  it.each([
    [
      "substr($s, 0, -1)",
      `${HOST}${MODE}&signature={}`,
      MODE.slice(0, -1),
      "Its last character, “p”, was not",
    ],
    ["chop of a query", `${LINK}?${QUERY}`, QUERY.slice(0, -1), "Its last character, “e”, was not signed."],
    ["slice(0, -3)", `${HOST}${MODE}&signature={}`, MODE.slice(0, -3), "Its last 3 characters, “rop”, were"],
  ])("is told as cut at its end: %s", async (_, url, signed, words) => {
    const told = await toldOf(url, signed);
    expect([told.id, told.isDoubtful]).toEqual(["string-truncated", undefined]);
    expect(told.detail).toContain(words);
  });

  it.each([
    ["substr($query, 1)", `${LINK}?${QUERY}`, QUERY.slice(1), /Its first character, “u”, was not/],
    ["split('=', 2)[1]", `${LINK}?${QUERY}`, QUERY.slice(4), /Its first 4 characters, “url=”, were not/],
    ["basename", `${HOST}/img${MODE}&signature={}`, MODE.slice(1), /folders.*basename/],
    ["a host of another length", `${HOST}${MODE}&signature={}`, MODE.slice(2), /“\/a”, were not/],
  ])("is told as cut at its beginning, and as no other service’s: %s", async (_, url, signed, words) => {
    const told = await toldOf(url, signed);
    expect(told.id).toBe("string-without-beginning");
    expect(told.words).toMatch(words);
  });

  it("tells both stories where a number ends it, with a way for each", async () => {
    const told = await toldOf(`${HOST}/a.jpg?width=640&signature={}`, "/a.jpg?width=64");
    expect([told.id, told.isDoubtful]).toEqual(["string-truncated", true]);
    expect(told.detail).toContain("“0”, was not signed, or “width” was 64");
    expect(told.found.choices).toHaveLength(1);
  });

  it.each(["/a.jpg?width=65", "/a.jpg?width=6400"])(
    "is none where another number was signed: %s",
    async (signed) => {
      expect((await toldOf(`${HOST}/a.jpg?width=640&signature={}`, signed)).id).toBe(
        "value-changed-after-signing",
      );
    },
  );
});
