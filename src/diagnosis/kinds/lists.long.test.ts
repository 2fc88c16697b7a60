import { describe, expect, it } from "vitest";
import { hmac, toldOf } from "../told-testing";

const LINK = "https://api.urlbox.com/v1/pubKey9/{}/png?url=https%3A%2F%2Fa.example";
const HOST = "https://img.example.net";

describe("a list was signed as a program prints it", () => {
  it.each([
    // urllib.parse.urlencode({"url": "https://a.example", "hide_selector": [".ad", "#nav"]})
    [
      "&hide_selector=.ad&hide_selector=%23nav",
      "&hide_selector=%5B%27.ad%27%2C+%27%23nav%27%5D",
      "doseq=True",
    ],
    ["&tag=it%27s&tag=a%22b", "&tag=%5B%22it%27s%22%2C+%27a%22b%27%5D", "doseq=True"],
    // It encodes what stands beside the list, too.
    ["&tag=a&tag=b&text=c%20d", "&tag=%5B%27a%27%2C+%27b%27%5D&text=c+d", "doseq=True"],
    ["&tag=a&tag=b", "&tag=%28%27a%27%2C+%27b%27%29", "Python prints a tuple"],
    // CGI.escape(["a", "b"].to_s)
    ["&tag=a&tag=b", "&tag=%5B%22a%22%2C+%22b%22%5D", "Ruby"],
    ["&tag=a&tag=b", "&tag=%5Ba+b%5D", "Go"],
    ["&tag=a&tag=b", "&tag=System.String%5B%5D", ".NET"],
  ])("%s as %s", async (sent, signed, maker) => {
    const { id, title, detail } = await toldOf(LINK + sent, `url=https%3A%2F%2Fa.example${signed}`);
    expect([id, title]).toEqual([
      "array-written-otherwise",
      "A list of values was written otherwise when it was signed.",
    ]);
    expect(detail).toContain(maker);
  });
});

describe("a single value was signed as a list of one", () => {
  it.each([
    [`${LINK}&tag=.ad`, "url=https%3A%2F%2Fa.example&tag%5B%5D=.ad", "As “name%5B%5D=…”. In “tag”."],
    [`${HOST}/a.jpg?tag=a&width=9&signature={}`, "/a.jpg?tag[]=a&width=9", "As “name[]=…”. In “tag”."],
    // http_build_query(["tag" => ["a"]])
    [`${HOST}/a.jpg?tag=a&signature={}`, "/a.jpg?tag%5B0%5D=a", "As “name%5B0%5D=…”."],
    [`${HOST}/a.jpg?width=9&height=4&signature={}`, "/a.jpg?width=%5B%229%22%5D&height=4", "In “width”."],
    // urlencode(parse_qs(query))
    [
      `${LINK}&text=c%20d`,
      "url=%5B%27https%3A%2F%2Fa.example%27%5D&text=%5B%27c+d%27%5D",
      "doseq=True. So was every value.",
    ],
  ])("of %s: %s", async (url, signed, detail) => {
    const told = await toldOf(url, signed);
    expect([told.id, told.title]).toEqual([
      "array-written-otherwise",
      "A single value was signed as a list.",
    ]);
    expect(told.detail).toContain(detail);
  });

  it("but where another name was signed, it is none", async () => {
    const told = await toldOf(`${HOST}/a.jpg?w=9&height=4&signature={}`, "/a.jpg?width=9&height=4");
    expect(told.id).toBe("option-named-otherwise");
  });
});

describe("a value was sent in square brackets, and signed without them", () => {
  it.each([
    // str(["a"]) in Java, fmt.Sprint in Go
    [`${HOST}/a.jpg?tag=%5Ba%5D&width=9&signature={}`, "/a.jpg?tag=a&width=9"],
    [`${HOST}/a.jpg?tag=[a]&signature={}`, "/a.jpg?tag=a"],
    [`${HOST}/a.jpg?tag=%5Ba%2Cb%5D&width=9&signature={}`, "/a.jpg?tag=a%2Cb&width=9"],
    // A selector of CSS
    [`${LINK}&selector=%5Bmain%5D`, "url=https%3A%2F%2Fa.example&selector=main"],
    [`${LINK}&text=%5BSale%5D&tag=[b]`, "url=https%3A%2F%2Fa.example&text=Sale&tag=b"],
  ])("as a list or as a text: %s", async (url, signed) => {
    const told = await toldOf(url, signed);
    expect([told.id, told.title, told.isDoubtful]).toEqual([
      "array-written-otherwise",
      "A value was sent in square brackets and signed without them.",
      true,
    ]);
    expect(told.why).toMatch(/Either it is a list.*; or they belong to a text.*fit all of these\.$/);
    expect(told.words).not.toContain("joined");
    expect([told.repaired, told.mayBeMeant]).toEqual([told.corrected, true]);
    expect(told.repaired).toContain(hmac(signed));
  });

  it.each([
    // JSON.stringify(["a"])
    [`${HOST}/a.jpg?tag=%5B%22a%22%5D&width=9&signature={}`, "/a.jpg?tag=a&width=9"],
    // http_build_query(["tag" => ["a"]])
    [`${HOST}/a.jpg?tag%5B0%5D=a&width=9&signature={}`, "/a.jpg?tag=a&width=9"],
    [`${LINK}&tag[]=.ad`, "url=https%3A%2F%2Fa.example&tag=.ad"],
  ])("which is a list where JSON or its name shows that: %s", async (url, signed) => {
    const told = await toldOf(url, signed);
    expect([told.title, told.detail]).toEqual([
      "A list of one value was signed as a single value.",
      "As “name=…”.",
    ]);
  });

  it("but several values are none of one", async () => {
    const told = await toldOf(`${HOST}/a.jpg?tag[]=a&tag[]=b&signature={}`, "/a.jpg?tag=a&tag=b");
    expect([told.title, told.detail]).toEqual([
      "A list of values was written otherwise when it was signed.",
      "As “name=…” for each value.",
    ]);
  });
});
