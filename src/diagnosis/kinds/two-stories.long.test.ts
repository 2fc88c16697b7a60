import { describe, expect, it } from "vitest";
import { search } from "../search";
import { idsIn, inputOf } from "../testing";
import { hmac, toldOf } from "../told-testing";

const { secret: SECRET } = inputOf("");
const HOST = "https://img.example.net";
const LINK = "https://api.urlbox.com/v1/pubKey9/{}/png";

describe("what stands behind a second “?”", () => {
  it.each([
    [
      `${HOST}/?src=https://a.example/b.png?p1=1&p2=3&width=300&signature={}`,
      "/?src=https://a.example/b.png",
      "string-cut-at-question-mark",
    ],
    [`${HOST}/?src=a.example/b.png?v=3&signature={}`, "/?src=a.example/b.png", "string-cut-at-question-mark"],
    [
      `${LINK}?url=https://a.example/x?y=1&width=300`,
      "url=https://a.example/x",
      "string-cut-at-question-mark",
    ],
    [`${HOST}/a.jpg?mode=crop?w=640&q=75&signature={}`, "/a.jpg?mode=crop", "parameter-added-after-signing"],
    [
      `${LINK}?url=https%3A%2F%2Fa.example?full_page=true`,
      "url=https%3A%2F%2Fa.example",
      "parameter-added-after-signing",
    ],
  ])("was cut off or added: of %s nothing is lost", async (url, signed, id) => {
    const told = await toldOf(url, signed);
    expect(told.id).toBe(id);
    expect(told.title).toContain("was not signed");
    expect(told.why).toContain("split('?')[1]");
    expect(told.why).toContain("after signing");
    expect(told.repaired).toBe(null);
  });

  it.each([
    [`${LINK}?url=https://shop.example.com/item?id=7&lang=en&width=1024`, "id=7&lang=en&width=1024"],
    [`${LINK}?url=https://a.example/x?y=1?z=2`, "z=2"],
    [`${HOST}/?src=https://a.example/b.png?v=3&signature={}`, "/?v=3"],
  ])("may be all that was signed of the query: %s", async (url, signed) => {
    const told = await toldOf(url, signed);
    expect(told.id).toBe("string-cut-at-question-mark");
    expect(told.title).toBe("Of the query only what follows the last “?” was signed.");
    expect(told.repaired).toBe(null);
  });

  it.each([
    [`${HOST}/a.jpg?mode=crop?v=3&signature={}`, "/a.jpg?mode=crop"],
    [`${LINK}?url=https%3A%2F%2Fa.example?utm_source=mail&utm_medium=x`, "url=https%3A%2F%2Fa.example"],
  ])("was added where nothing but trackers and cache busters stands there: %s", async (url, signed) => {
    const told = await toldOf(url, signed);
    expect(told.title).toBe("A parameter was added after the URL was signed.");
    expect(told.repaired).toBe(url.replace(/\?(?:v|utm)[^&]*(?:&utm[^&]*)?/, "").replace("{}", hmac(signed)));
  });
});

describe("options of the vendor that were not signed", () => {
  it.each([
    [
      `${LINK}?url=example.com&width=1024&height=768&retina=true&delay=2000`,
      "url=example.com&width=1024&height=768",
    ],
    [`${LINK}?url=example.com&full_page=true&width=1024`, "url=example.com&width=1024"],
    [`${HOST}/a.jpg?dpr=2&width=600&height=90&signature={}`, "/a.jpg?width=600&height=90"],
    [`${HOST}/a.jpg?width=600&height=90&blur=3&dpr=2&signature={}&quality=80`, "/a.jpg?width=600&height=90"],
  ])("were added, or never signed: of %s none is lost", async (url, signed) => {
    const { id, title, why, detail, repaired, parametersWere } = await toldOf(url, signed);
    expect(id).toBe("parameter-added-after-signing");
    expect(title).toBe("A part of the query was not signed.");
    expect(why).toContain("signs a fixed list of parameters");
    expect(why).toContain("added to the URL after it was signed");
    expect(detail).toMatch(/^Not signed: /);
    expect([repaired, parametersWere]).toEqual([null, undefined]);
  });

  it.each([
    [
      "a tracker",
      `${HOST}/a.jpg?width=600&height=90&utm_source=mail&signature={}`,
      "/a.jpg?width=600&height=90",
    ],
    ["a cache buster", `${LINK}?url=a.example&width=600&v=3`, "url=a.example&width=600"],
    ["a tracker and an option", `${LINK}?url=a.example&width=6&utm_id=3&delay=1`, "url=a.example&width=6"],
    [
      "an option behind the signature",
      `${HOST}/a.jpg?width=6&height=9&signature={}&blur=3`,
      "/a.jpg?width=6&height=9",
    ],
  ])("%s was added", async (_, url, signed) => {
    const told = await toldOf(url, signed);
    expect(told.title).toBe("A parameter was added after the URL was signed.");
    expect(told.detail).toMatch(/^Added: /);
    expect(told.repaired).toContain(hmac(signed));
  });
});

it.each([
  [`${HOST}/a.jpg?width=6&utm_source=mail&signature={}`, true],
  [`${HOST}/a.jpg?width=6&v=3&t=4&signature={}`, true],
  [`${HOST}/a.jpg?width=6&signature={}&utm_source=mail`, false],
  [`${LINK}?url=example.com&utm_source=mail`, false],
])("code that signs may have left out what stands before the signature: %s", async (url, isBefore) => {
  const told = await toldOf(url, url.includes("urlbox") ? "url=example.com" : "/a.jpg?width=6");
  expect(told.id).toBe("parameter-added-after-signing");
  expect(told.why.includes("out when it signs")).toBe(isBefore);
});

it("no client is said to have dropped a “?” that stood before the signature", async () => {
  const signature = hmac("/a.jpg?");
  const found = await search(inputOf(`${HOST}/a.jpg?signature=${signature}`));
  expect(found).toMatchObject({ mistakes: [{ id: "signed-with-trailing-question-mark" }] });
  expect(found.state === "explained" && found.sender).toBeUndefined();
});

describe("of link tracking is spoken", () => {
  const [signed, url] = ["/a.jpg?width=6", `${HOST}/a.jpg?width=6&signature={}`];
  it.each([
    // In words that hold for what else was added, too: they may stand over many URLs.
    ["utm_source=mail", true],
    ["utm_source=mail&utm_medium=x", true],
    ["fbclid=Iw4", true],
    ["ref=mail", true],
    ["gclid=1&blur=3", true],
    ["blur=3", false],
    ["_=1732600000", false],
    ["v=3", false],
    ["lang=de&theme=dark", false],
  ])("where %s was added: %s", async (added, speaks) => {
    const { id, why, fix } = await toldOf(`${url}&${added}`, signed);
    expect(id).toBe("parameter-added-after-signing");
    expect([/newsletters/i.test(why), /track/.test(fix)]).toEqual([speaks, speaks]);
  });

  it("nowhere where a server wrote its session into the path", async () => {
    const told = await toldOf(`${HOST}/a.jpg;jsessionid=1A2B?width=6&signature={}`, signed);
    expect(told.why).not.toMatch(/newsletters/i);
    expect(told.why).toContain("session");
  });
});

it("a string of one parameter may have been cut at the “&”, too", async () => {
  const told = await toldOf(`${HOST}/a.jpg?width=600&blur=3&quality=80&signature={}`, "/a.jpg?width=600");
  expect(told.id).toBe("string-cut-at-ampersand");
  expect(told.title).toBe("Nothing from the first “&” on was signed.");
  expect(told.detail).toBe("Not signed: “blur” and “quality”.");
  expect(told.why).toMatch(/code signs only the first parameter.*added after signing.*shell without quotes/);
  expect(told.repaired).toBe(null);
});

it("names what was not signed where a raw address stands in it", async () => {
  const url = `${HOST}/a.jpg?width=600&src=https://a.test/?x=1&signature={}`;
  expect((await toldOf(url, "/a.jpg?width=600")).detail).toBe("Not signed: “src”.");
});

it("of an “&” in the path no parameter is said to be the first", async () => {
  const told = await toldOf(`${HOST}/a&b.jpg?width=600&blur=3&signature={}`, "/a");
  expect([told.id, told.detail]).toEqual(["string-cut-at-ampersand", undefined]);
  expect(told.why).not.toContain("Either");
});

describe("a value that looks unset, and was not signed", () => {
  it.each([
    ["undefined", `${LINK}?url=a.example&width=6&delay=undefined`, "url=a.example&width=6"],
    ["None", `${HOST}/a.jpg?width=6&height=None&quality=8&signature={}`, "/a.jpg?width=6&quality=8"],
    ["{height}", `${HOST}/a.jpg?width=6&quality=8&height={height}&signature={}`, "/a.jpg?width=6&quality=8"],
    ["undefined", `${HOST}/a.jpg?width=6&height=undefined&signature={}`, "/a.jpg?width=6"],
  ])("may have been left out or added: %s in %s", async (value, url, signed) => {
    const told = await toldOf(url, signed);
    expect(told.title).toMatch(/was not signed|Nothing from the first “&” on/);
    expect(told.detail).toMatch(new RegExp(`^Not signed: “\\w+=${value}”\\.$`));
    expect(told.why).toMatch(/leaves out what is not set when it signs.*added/);
    expect(told.repaired).toBe(null);
  });

  it("is not told where something that means anything was not signed either", async () => {
    const told = await toldOf(`${HOST}/a.jpg?width=6&height=NaN&blur=3&signature={}`, "/a.jpg?width=6");
    expect([told.title, told.detail]).toEqual([
      "Nothing from the first “&” on was signed.",
      "Not signed: “height” and “blur”.",
    ]);
    expect(told.why).not.toContain("not set");
  });
});

describe("a value that was not set when it was signed, and was not sent", () => {
  const sent = `${LINK}?url=example.com&width=500&format=jpg`;
  it.each([
    ["String(undefined) of JavaScript", sent, "url=example.com&width=500&height=undefined&format=jpg"],
    ["str(None) of Python", sent, "url=example.com&width=500&format=jpg&delay=None"],
    ["“\\(value)” of Swift", `${HOST}/a.jpg?width=500&signature={}`, "/a.jpg?width=500&blur=nil"],
    ["“%v” of Go", `${HOST}/a.jpg?width=500&signature={}`, "/a.jpg?width=500&height=<nil>"],
    ["null of JavaScript", `${HOST}/a.jpg?width=500&signature={}`, "/a.jpg?quality=null&width=500"],
    [
      "Number(undefined)",
      `${HOST}/a.jpg?width=500&height=9&signature={}`,
      "/a.jpg?width=500&height=9&dpr=NaN",
    ],
    ["String({})", sent, "url=example.com&width=500&format=jpg&selector=[object Object]"],
    ["URLSearchParams of {}", sent, "url=example.com&width=500&format=jpg&selector=%5Bobject+Object%5D"],
  ])("by %s: of %s it is told, and not to be sent", async (_, url, signed) => {
    const { id, why, detail, repaired } = await toldOf(url, signed);
    expect(id).toBe("parameter-removed-after-signing");
    expect(why).toMatch(/was not set when the string was made: .+ writes? .*so/);
    expect(detail).toMatch(/^It had “[a-z]+=[^”]+”\.$/);
    expect(repaired).toBe(null);
  });

  it("is none where the URL lacks a value that means something", async () => {
    const told = await toldOf(sent, "url=example.com&width=500&height=600&format=jpg");
    expect([told.id, told.why.includes("not set")]).toEqual(["parameter-removed-after-signing", false]);
    expect(told.repaired).toContain("height=600");
  });
});

describe("what stands behind the signature is one event, and is told once", () => {
  it.each([
    ["/b.jpg?width=600&id=5e15", "id=5e15", "Added: one more “id”."],
    ["/b.jpg?width=600&id=5e15", "id=7a", "Added: one more “id”."],
    ["/b.jpg?width=600&id=5e15", "id=5e15&id=5e15", "Added: one more “id”, one more “id”."],
    ["/b.jpg?width=600&id=5e15", "utm_source=mail&id=5e15", "Added: “utm_source”, one more “id”."],
    ["/b.jpg?width=600&quality=85", "utm_source=mail&utm_medium=x", "Added: “utm_source”, “utm_medium”."],
  ])("%s and then %s", async (signed, behind, detail) => {
    const told = await toldOf(`${HOST}${signed}&signature={}&${behind}`, signed);
    expect([told.id, told.detail]).toEqual(["parameter-added-after-signing", detail]);
    expect(told.repaired).toBe(`${HOST}${signed}&signature=${hmac(signed)}`);
  });

  it("but a parameter that was signed and moved behind it is none that was added", async () => {
    const url = `${HOST}/b.jpg?width=600&signature=${hmac("/b.jpg?width=600&id=5&id=5")}&id=5&id=5`;
    expect(idsIn(await search(inputOf(url, { secret: SECRET })))).toEqual(["signature-not-last"]);
    const more = `${HOST}/b.jpg?id=5&signature=${hmac("/b.jpg?id=5&id=5")}&id=5&utm_source=mail`;
    expect(idsIn(await search(inputOf(more, { secret: SECRET })))).toEqual([
      "parameter-added-after-signing",
      "signature-not-last",
    ]);
  });
});

describe("a value sent with raw “?” or “=” that was signed without", () => {
  it.each([
    [
      `${LINK}?url=https://a.example/x?b=1&c=2&width=6`,
      "url=https%3A%2F%2Fa.example%2Fx%3Fb%3D1%26c%3D2&width=6",
    ],
    [`${LINK}?url=https://a.example/x?b=1&width=6`, "url=https%3A%2F%2Fa.example%2Fx%3Fb%3D1&width=6"],
    [
      `${HOST}/?src=https://a.example/b.png?v=3&width=6&signature={}`,
      "/?src=https%3A%2F%2Fa.example%2Fb.png%3Fv%3D3&width=6",
    ],
    [`${HOST}/a.jpg?key=YWI=&width=6&signature={}`, "/a.jpg?key=YWI%3D&width=6"],
  ])("was decoded on its way, or encoded only for signing: %s", async (url, signed) => {
    const told = await toldOf(url, signed);
    expect(told.id).toBe("signed-with-another-encoder");
    expect(told.title).toContain("sent decoded");
    expect(told.why).toMatch(/a proxy, a framework.*encodes it only to sign it/);
  });

  it.each([
    [`${HOST}/a.jpg?title=(hi)!&width=6&signature={}`, "/a.jpg?title=%28hi%29%21&width=6"],
    [
      `${HOST}/a.jpg?src=https://a.example/b.png&width=6&signature={}`,
      "/a.jpg?src=https%3A%2F%2Fa.example%2Fb.png&width=6",
    ],
    [`${HOST}/a.jpg?key=YWI=&title=(hi)&signature={}`, "/a.jpg?key=YWI=&title=%28hi%29"],
  ])("was not where libraries differ: %s", async (url, signed) => {
    expect((await toldOf(url, signed)).title).toContain("another encoder");
  });
});

describe("letters beyond ASCII in other escapes than UTF-8’s", () => {
  it.each([
    ["/shop/Gr%C3%BCn.jpg?width=9", "/shop/Gr%FCn.jpg?width=9", "In the path.", "or another one in Latin-1"],
    ["/shop/Gr%C3%BCn.jpg?width=9", "/shop/Gr%fcn.jpg?width=9", "In the path.", "or another one in Latin-1"],
    ["/b.jpg?text=Gr%C3%BCn%20(a)", "/b.jpg?text=Gr%FCn%20%28a%29", "%FC", "or another one in Latin-1"],
    // Nothing but escape writes these.
    ["/b.jpg?text=5%E2%82%AC", "/b.jpg?text=5%u20AC", "“%u20AC” for “€”", "As JavaScript’s escape does."],
    ["/b.jpg?a=%2F&text=%E2%82%AC", "/b.jpg?a=%2F&text=%u20AC", "no escape of a URL", "JavaScript’s escape"],
    ["/b.jpg?a=%2F&text=f%C3%B6hr", "/b.jpg?a=%2f&text=f%u00f6hr", "which is not UTF-8", ".NET Framework"],
  ])("are told as such, and not by “! ' ( )”: %s", async (sent, signed, place, encoder) => {
    const told = await toldOf(`${HOST}${sent}&signature={}`, signed);
    expect(told.title).toMatch(/beyond ASCII/);
    expect(told.words).toContain(place);
    expect(told.words).toContain(encoder);
    expect(told.words).not.toMatch(/Libraries disagree|\btoo\./);
    // Perl’s uri_escape dies of what is beyond U+00FF.
    if (/%u/.test(signed)) expect(told.words).not.toContain("Perl");
  });

  it("are no matter where other characters differ, nor is the query where the path does", async () => {
    const inPath = await toldOf(`${HOST}/(a).jpg?w=1&signature={}`, "/%28a%29.jpg?w=1");
    expect(inPath.words).toMatch(/Libraries disagree.*In the path\.$/);
    const inBoth = await toldOf(`${HOST}/(a).jpg?w=(1)&signature={}`, "/%28a%29.jpg?w=%281%29");
    expect(inBoth.words).toMatch(/In the path too\.$/);
  });
});

describe("of browsers is spoken", () => {
  it.each([
    [
      `${HOST}/o%27neil.jpg?width=6&signature={}`,
      "/o'neil.jpg?width=6",
      false,
      "“'” was signed raw. In the path.",
    ],
    [`${HOST}/a.jpg?title=o%27neil&signature={}`, "/a.jpg?title=o'neil", true, "“'” was signed raw."],
    [`${LINK}?url=a.example&css=%7Bx%7D`, "url=a.example&css={x}", false, "“{” and “}” were signed raw."],
    [
      `${HOST}/%7Bx%7D.jpg?width=6&signature={}`,
      "/{x}.jpg?width=6",
      true,
      "“{” and “}” were signed raw. In the path.",
    ],
    [`${LINK}?url=a.example&text=%22x%27`, "url=a.example&text=\"x'", true, "“'” and “\"” were signed raw."],
  ])("only where they escape: %s", async (url, signed, speaks, detail) => {
    const told = await toldOf(url, signed);
    expect([told.id, told.detail]).toEqual(["escaped-by-browser", detail]);
    expect(told.why.includes("a browser or another HTTP client sends")).toBe(speaks);
  });
});

describe("a “+” or a “%20” in the path", () => {
  it.each([
    ["/my+pics/b.jpg?width=640", "/my%20pics/b.jpg?width=640"],
    ["/my%20pics/b.jpg?width=640", "/my+pics/b.jpg?width=640"],
    ["/my+pics/b.jpg?width=640", "/my pics/b.jpg?width=640"],
  ])(
    "%s is a space written as forms do, or a plus read as forms do, where %s was signed",
    async (sent, signed) => {
      const told = await toldOf(`${HOST}${sent}&signature={}`, signed);
      expect(told.why).toMatch(/^Either .*as forms.*; or the path has a real “\+”.*fit both\.$/);
      expect(told.fix).toContain("a “+” stands for itself there");
    },
  );

  it.each([
    ["/a.jpg?title=a+b", "/a.jpg?title=a%20b"],
    ["/a.jpg?title=a%20b", "/a.jpg?title=a+b"],
    ["/my%20pics/b.jpg?width=640", "/my pics/b.jpg?width=640"],
  ])("is not spoken of where it makes no other file: %s", async (sent, signed) => {
    const told = await toldOf(`${HOST}${sent}&signature={}`, signed);
    expect(told.words + told.fix).not.toMatch(/Either|stands for itself/);
  });
});

describe("a “%” that was sent as “%25” and signed as it is", () => {
  const BARE = "A “%” was signed as it is where “%25” was sent.";
  it.each([
    ["signed-decoded-query", `${HOST}/a.jpg?text=50%25off&signature={}`, "/a.jpg?text=50%off"],
    ["signed-decoded-query", `${HOST}/a.jpg?text=100%25&width=3&signature={}`, "/a.jpg?text=100%&width=3"],
    [
      "signed-decoded-query",
      `${HOST}/a.jpg?text=9%25&src=%2Fb.png&signature={}`,
      "/a.jpg?text=9%&src=%2Fb.png",
    ],
    ["signed-decoded-path", `${HOST}/50%25off/a.jpg?width=3&signature={}`, "/50%off/a.jpg?width=3"],
    ["signed-decoded-query", `${LINK}?url=a.example&text=50%25+off`, "url=a.example&text=50%+off"],
  ])("was decoded or encoded once more (%s): no URL with it is offered for %s", async (id, url, signed) => {
    const told = await toldOf(url, signed);
    expect([told.id, told.title]).toEqual([id, BARE]);
    expect(told.why).toMatch(/signed decoded.*encoded it once more.*fit both/);
    expect([told.repaired, told.corrected]).toEqual([null, null]);
  });

  it.each([
    [`${HOST}/a.jpg?text=50%25%20off&signature={}`, "/a.jpg?text=50% off", "signed-decoded-query", null],
    [
      `${HOST}/?src=a%252Fb%2520c&text=x%20y&signature={}`,
      "/?src=a%2Fb%20c&text=x%20y",
      "url-double-encoded",
      `${HOST}/?src=a%2Fb%20c&text=x%20y&signature=${hmac("/?src=a%2Fb%20c&text=x%20y")}`,
    ],
    [`${HOST}/a.jpg?text=50%25%20off&signature={}`, "/a.jpg?text=50%%20off", "url-double-encoded", null],
  ])("is told of one story where only that fits: %s", async (url, signed, id, repaired) => {
    const told = await toldOf(url, signed);
    expect([told.id, told.repaired]).toEqual([id, repaired]);
    expect(told.title).not.toBe(BARE);
    expect(told.corrected ?? "").not.toMatch(/%(?![0-9a-f]{2})/i);
  });
});

describe("a “%” that begins an escape, was sent as “%25”, and was signed as it is", () => {
  it.each([
    [`${HOST}/?src=a%252Fb&signature={}`, "/?src=a%2Fb"],
    [`${HOST}/50%2525.jpg?width=3&signature={}`, "/50%25.jpg?width=3"],
    [`${LINK}?url=a.example&text=a%252Fb`, "url=a.example&text=a%2Fb"],
  ])("was encoded once more or decoded: %s", async (url, signed) => {
    const told = await toldOf(url, signed);
    expect(told.title).toBe("What was sent is percent-encoded once more than what was signed.");
    expect(told.why).toMatch(/encoded the finished URL again.*decoded before it was signed.*fit both/);
    expect(told.mayBeMeant).toBe(true);
    expect(told.repaired).toContain(signed);
  });

  it("was encoded once more where it is a whole address", async () => {
    const url = `${HOST}/?src=https%253A%252F%252Fa.example%252Fb.png&signature={}`;
    const told = await toldOf(url, "/?src=https%3A%2F%2Fa.example%2Fb.png");
    expect([told.id, told.title]).toEqual([
      "url-double-encoded",
      "The URL was percent-encoded once more after it was signed.",
    ]);
    expect(told.mayBeMeant).toBeUndefined();
  });
});

describe("a “%2B” that became a space is told as what was sent, and where", () => {
  const inPath = (sent: string) => `${HOST}/c${sent}/a.jpg?width=3&signature={}`;
  const inQuery = (sent: string) => `${HOST}/a.jpg?text=a${sent}b&width=3&signature={}`;
  it.each([
    [inPath("%2B%2B"), "/c  /a.jpg?width=3", "The path was signed decoded.", /“%2B” became a space/],
    [inPath("%2B"), "/c%20/a.jpg?width=3", "“%20” was signed where “%2B” was sent.", /in the path/],
    [inQuery("%2B"), "/a.jpg?text=a%20b&width=3", "“%20” was signed where “%2B” was sent.", /form/],
    [
      inQuery("%2b"),
      "/a.jpg?text=a b&width=3",
      "The query was signed without its percent-encoding.",
      /“%2B” became a space/,
    ],
    [inQuery("%20"), "/a.jpg?text=a%2Bb&width=3", "“%2B” was signed where “%20” was sent.", /fit both/],
    [inPath("%20"), "/c%2B/a.jpg?width=3", "“%2B” was signed where “%20” was sent.", /in the path/],
    [
      `${LINK}?url=a.example&text=a%2Bb`,
      "url=a.example&text=a%20b",
      "“%20” was signed where “%2B” was sent.",
      /form/,
    ],
    // Where “+” was really sent, it is named.
    [inQuery("+"), "/a.jpg?text=a%20b&width=3", "“%20” was signed where “+” was sent.", /form/],
    [
      inQuery("%2B"),
      "/a.jpg?text=a+b&width=3",
      "The query was signed without its percent-encoding.",
      /decoded/,
    ],
  ])("%s signed as %s", async (url, signed, title, words) => {
    const told = await toldOf(url, signed);
    expect(told.title).toBe(title);
    expect(told.words).toMatch(words);
  });
});

describe("characters that were not signed", () => {
  it.each([
    [
      `${HOST}/a.jpg?background=%23ffffff&width=3&signature={}`,
      "/a.jpg?background=ffffff&width=3",
      /took “#” .*colour/,
    ],
    [`${LINK}?url=a.example&bg_color=%23abc`, "url=a.example&bg_color=abc", /took “#” .*colour/],
    [`${HOST}/a.jpg?text=Gr%C3%BCn&signature={}`, "/a.jpg?text=Grn", /took “ü” .*conversion to ASCII/],
    [
      `${HOST}/a.jpg?text=a%20b%20c&w=1&signature={}`,
      "/a.jpg?text=abc&w=1",
      /took a space .*replacement by nothing/,
    ],
    [`${HOST}/a.jpg?src=https%3A%2F%2Fa&signature={}`, "/a.jpg?src=httpsa", /took “:” and “\/” from/],
  ])("were taken before or after they were encoded: %s", async (url, signed, why) => {
    const told = await toldOf(url, signed);
    expect(told.id).toBe("string-sanitised");
    expect(told.why).toMatch(why);
    expect(told.why).toMatch(/sanitize_text_field.*fit both/);
  });

  it("were whole ones only where what was left of the text says so", async () => {
    const told = await toldOf(`${HOST}/a.jpg?text=50%25%2C5&signature={}`, "/a.jpg?text=50252C5");
    expect(told.title).not.toContain("were left out of the string");
  });
});

it.each([
  [`${LINK}?url=a.example&full_page=true`, "url=a.example&fullPage=true", /name of “full_page”/, /path and/],
  [`${LINK}?url=a.example/X&Width=3`, "url=a.example/x&width=3", /the query/, /path and/],
  [
    `${HOST}/A.jpg?Width=3&signature={}`,
    "/a.jpg?width=3",
    /the path and the names of parameters/,
    /nothing of this/,
  ],
])("of a path that is not signed no case is told: %s", async (url, signed, words, never) => {
  const { detail } = await toldOf(url, signed);
  expect(detail).toMatch(words);
  expect(detail).not.toMatch(never);
});

it.each([
  ["https://api.urlbox.com/v1/pubKey9/{}?url=a.example", /has no format/],
  ["https://api.urlbox.com/v1/pubKey9/png/{}?url=a.example", /^$/],
  ["https://api.urlbox.com/v1/{}/pubKey9/png?url=a.example", /each other’s place/],
  ["https://api.urlbox.com/v1/{}/ca482d7e9b1f4a60/png?url=a.example", /each other’s place/],
  ["https://api.urlbox.com/{}/v1/ca482d7e9b1f4a60/png?url=a.example", /^$/],
])("a token in another place has left the format out, or not: %s", async (url, detail) => {
  const told = await toldOf(url, "url=a.example");
  expect(told.id).toBe("token-misplaced");
  expect(told.detail ?? "").toMatch(detail);
});

describe("a parameter between two signatures", () => {
  const OTHER = "eb8a336fde340b4cead3cfd4257e68460ab25ad9";
  const of = async (url: string, signed: string) => {
    const found = await search(inputOf(url.replace("{}", hmac(signed))));
    return found.state === "explained" ? found : null;
  };
  it.each([
    [`${HOST}/a.jpg?signature={}&width=6&signature=${OTHER}`, "/a.jpg", "Added: “width”."],
    [`${HOST}/a.jpg?width=6&signature={}&height=9&signature=${OTHER}`, "/a.jpg?width=6", "Added: “height”."],
  ])("was added where the first of them is right: %s", async (url, signed, detail) => {
    const found = await of(url, signed);
    expect(found?.mistakes.map(({ id }) => id)).toEqual(["parameter-added-after-signing", "signature-twice"]);
    expect(found?.mistakes[0]?.detail).toBe(detail);
    expect(found?.mistakes[0]?.why).not.toMatch(/path alone|Either/);
    expect(found?.repaired).toBe(url.replace(/(\{\}).*/, hmac(signed)));
  });

  it("may as well not have been signed where the last of them is", async () => {
    const found = await of(`${HOST}/a.jpg?signature=${OTHER}&width=6&signature={}`, "/a.jpg");
    expect(found?.mistakes.map(({ id }) => id)).toEqual(["signed-path-only", "signature-twice"]);
  });
});

describe("another value than was sent", () => {
  it.each([
    [`${LINK}?url=a.example&format=jpg`, "url=a.example&format=png", "“format” was “png”"],
    [`${HOST}/a.jpg?width=6&mode=fit&signature={}`, "/a.jpg?width=6&mode=crop", "“mode” was “crop”"],
    [`${LINK}?url=a.example&full_page=true`, "url=a.example&full_page=false", "“full_page” was “false”"],
  ])("was signed, and nothing else is wrong: %s", async (url, signed, detail) => {
    const told = await toldOf(url, signed);
    expect([told.id, told.detail]).toEqual(["value-changed-after-signing", `When it was signed, ${detail}.`]);
    expect(told.title).toBe("Another value was signed than the URL has now.");
    expect(told.repaired).toContain(hmac(signed));
  });

  it("is the same in another case", async () => {
    const told = await toldOf(`${LINK}?url=a.example&format=PNG`, "url=a.example&format=png");
    expect(told.id).toBe("string-in-another-case");
  });

  it("is a format that was signed too only where none was sent", async () => {
    expect((await toldOf(`${LINK}?url=a.example`, "url=a.example&format=png")).id).toBe("signed-with-format");
  });
});
