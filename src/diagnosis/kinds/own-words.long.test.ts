import { createHmac } from "node:crypto";
import { expect, it } from "vitest";
import { search } from "../search";
import { inputOf } from "../testing";

const { secret: SECRET } = inputOf("");

const mistakesOf = async (sent: string, signed: string) => {
  const signature = createHmac("sha1", SECRET).update(signed).digest("hex");
  const found = await search(
    inputOf(`https://img.example.net${sent}&signature=${signature}`, { secret: SECRET }),
  );
  return found.state === "explained" ? found.mistakes : [];
};

it.each([
  ["JSON", "\\ud83d\\ude00", /as JSON escapes them/, "As “\\ud83d\\ude00” for “😀”."],
  ["HTML", "&#55357;&#56832;", /as HTML writes them/, "As “&#55357;&#56832;” for “😀”."],
])("escapes without a charset are told by who writes them: %s", async (_, written, title, detail) => {
  const [told, ...more] = await mistakesOf("/t.png?text=a%F0%9F%98%80", `/t.png?text=a${written}`);
  expect(told).toMatchObject({ title: expect.stringMatching(title), detail });
  expect(told?.why).not.toMatch(/Latin-1, Windows/);
  expect(more).toEqual([]);
});

it("escapes in another charset are told as that", async () => {
  const [told] = await mistakesOf("/t.png?text=a%F0%9F%98%80", "/t.png?text=a%ED%A0%BD%ED%B8%80");
  expect(told?.title).toMatch(/in another charset than UTF-8/);
});

it.each([
  ["another first folder", "/v2/a.jpg?w=1", "/v1/a.jpg?w=1", "The path began with another folder"],
  ["a folder inside", "/a/b/c/d.jpg?w=1", "/a/c/d.jpg?w=1", "A folder inside the path was not signed."],
  ["a folder before it", "/img/a.jpg?w=1", "/a.jpg?w=1", "a folder was put before it or taken away"],
])("the title says which folder of a path differs: %s", async (_, sent, signed, title) => {
  const [told, ...more] = await mistakesOf(sent, signed);
  expect(told).toMatchObject({ id: "path-prefix", title: expect.stringContaining(title) });
  expect(more).toEqual([]);
});

it.each([
  ["extension-changed", "/photos/cat.webp?w=1", "/photos/cat.jpg?w=1"],
  ["file-name-suffixed", "/photos/cat@2x.jpg?w=1", "/photos/cat.jpg?w=1"],
  ["file-name-suffixed", "/photos/cat-300x200.jpg?w=1", "/photos/cat.jpg?w=1"],
  ["escaped-by-browser", "/p.jpg?text=it%27s&w=1", "/p.jpg?text=it's&w=1"],
])("what was signed may be the code's own doing, which %s says, too", async (id, sent, signed) => {
  const [told, ...more] = await mistakesOf(sent, signed);
  expect(told).toMatchObject({ id, title: expect.not.stringMatching(/after signing|browser/) });
  expect(told?.why).toMatch(/Or code signs .*: the digits fit both\.$/);
  expect(more).toEqual([]);
});

it.each([
  ["a shell's own", "/p.jpg?text=costs$1each&w=1", "/p.jpg?text=costseach&w=1", /a shell’s own variable/],
  ["a name", "/p.jpg?text=costs$tom&w=1", "/p.jpg?text=costs&w=1", /“\$tom” was replaced by nothing/],
])("“$” before %s is told as that", async (_, sent, signed, detail) => {
  const [told] = await mistakesOf(sent, signed);
  expect(told).toMatchObject({ id: "string-dollar-expanded", detail: expect.stringMatching(detail) });
});

it.each([
  ["/t.png?text=it's", "/t.png?text=it&#39;s", "“'” was signed as “&#39;”."],
  ["/t.png?text=<b>", "/t.png?text=&lt;b&gt;", "“<” was signed as “&lt;” and “>” as “&gt;”."],
  ["/t.png?text=it's&w=1", "/t.png?text=it&#039;s&amp;w=1", "“&” was signed as “&amp;” and “'” as “&#039;”."],
  ["/t.png?text=its&w=1", "/t.png?text=its&amp;w=1", "“&” was signed as “&amp;”."],
])("of the characters that HTML escapes those are told that were there: %s", async (sent, signed, detail) => {
  const [told, ...more] = await mistakesOf(sent, signed);
  expect(told).toMatchObject({ id: "signed-html-escaped", detail });
  expect(more).toEqual([]);
});

it.each([
  [
    "a template engine where only it does so",
    "/t.png?text=its",
    "/t.png?text&#x3D;its",
    "As Handlebars escapes it.",
  ],
  [
    "none where others do so, too",
    "/t.png?text=it's",
    "/t.png?text=it&#x27;s",
    "“'” was signed as “&#x27;”.",
  ],
])("an escape of HTML is said to be of %s", async (_, sent, signed, detail) => {
  const [told] = await mistakesOf(sent, signed);
  expect(told).toMatchObject({ id: "signed-html-escaped", detail });
});

it.each([
  ["the number of a customer", "/a.jpg?cid=1523456790", "/a.jpg?cid=1523456789"],
  ["that of a campaign", "/a.jpg?utm_id=1523456790", "/a.jpg?utm_id=1523456789"],
])("%s is no time, though a name of trackers stands before it", async (_, sent, signed) => {
  const [told] = await mistakesOf(sent, signed);
  expect(told?.id).toBe("value-changed-after-signing");
  expect(told?.title).not.toContain("time");
  expect(told?.why).not.toContain("clock");
});

it("the number of a product is none of milliseconds", async () => {
  const wordsOf = async (sent: string, signed: string) => JSON.stringify(await mistakesOf(sent, signed));
  expect(await wordsOf("/a.jpg?ean=4006381333931", "/a.jpg?ean=4006381333")).not.toContain("milliseconds");
  expect(await wordsOf("/a.jpg?t=1706381333931", "/a.jpg?t=1706381333")).toContain("milliseconds");
});

it.each([
  ["with “_” between its digits", "2_000", /“_” between its digits/],
  ["as a debugger prints a large one", "2000n", /“n” in JavaScript/],
  ["with an exponent", "2e3", /“%e”/],
  ["with zeros before it", "02000", /“%04d”/],
  ["in hexadecimal", "0x7d0", /toString\(16\)/],
])("why a number was signed %s is said of that alone", async (_, written, why) => {
  const [told] = await mistakesOf("/a.jpg?height=3&delay=2000", `/a.jpg?height=3&delay=${written}`);
  expect(told?.id).toBe("number-written-otherwise");
  expect(told?.why).toMatch(why);
  expect(told?.why).not.toMatch(/640\.0|Arabic/);
});

it.each([
  ["without its scheme", "shop.example%2Fa.jpg", "https%3A%2F%2Fshop.example%2Fa.jpg"],
  ["with one", "https%3A%2F%2Fshop.example%2Fa.jpg", "shop.example%2Fa.jpg"],
  ["with another", "http%3A%2F%2Fshop.example%2Fa.jpg", "https%3A%2F%2Fshop.example%2Fa.jpg"],
])("of an address that was signed %s both stories of a scheme are told", async (_, signed, sent) => {
  const [told] = await mistakesOf(`/?width=3&src=${sent}`, `/?width=3&src=${signed}`);
  expect(told?.id).toBe("target-normalised");
  expect(told?.why).toMatch(/^Code puts “https:\/\/” before an address.*The digits fit both\.$/);
});

it("of an address that differs in its port no scheme is spoken of first", async () => {
  const [told] = await mistakesOf(
    "/?width=3&src=https%3A%2F%2Fshop.example%2Fa",
    "/?width=3&src=https%3A%2F%2Fshop.example%3A443%2Fa",
  );
  expect(told?.why).toContain("default port");
});

it("of a format that was signed as a part of the path no “format=” is told", async () => {
  const query = "url=https%3A%2F%2Fa.example";
  const toldOf = async (signed: string) => {
    const token = createHmac("sha1", SECRET).update(signed).digest("hex");
    const link = `https://api.urlbox.com/v1/pubKey9/${token}/png?${query}`;
    const found = await search(inputOf(link, { schemeId: "urlbox", secret: SECRET }));
    return found.state === "explained" ? found.mistakes[0] : undefined;
  };
  expect(await toldOf(`/png?${query}`)).toMatchObject({
    id: "signed-with-format",
    why: expect.stringContaining("path"),
  });
  expect((await toldOf(`/png?${query}`))?.why).not.toContain("format=");
  expect((await toldOf(`format=png&${query}`))?.why).toContain("“format=”");
});

it.each([
  ["a tracker", "/a.jpg?w=undefined&h=3&utm_source=x"],
  ["a cache buster", "/a.jpg?w=null&h=3&v=7"],
])("what is not set may have been left out beside %s that was added", async (_, sent) => {
  const [told, ...more] = await mistakesOf(sent, "/a.jpg?h=3");
  expect(told).toMatchObject({ title: "A part of the query was not signed.", isDoubtful: true });
  expect(told?.why).toMatch(/leave out what is not set.*added after signing.*all of these/);
  expect(more).toEqual([]);
});

it("what is set was added, as its name tells", async () => {
  const [told] = await mistakesOf("/a.jpg?h=3&w=1&utm_source=x&v=7", "/a.jpg?h=3&w=1");
  expect(told?.title).toBe("A parameter was added after the URL was signed.");
});

it("a query that was encoded again is told as that beside a change, too, and sent as it was signed", async () => {
  const was = "/a.jpg?width=300&text=Tom%20%26%20Jo&mode=fit";
  const sent = "/a.jpg?width=300%20&text=Tom%2520%2526%2520Jo&mode=fit";
  const signature = createHmac("sha1", SECRET).update(was).digest("hex");
  const found = await search(
    inputOf(`https://img.example.net${sent}&signature=${signature}`, { secret: SECRET }),
  );
  if (found.state !== "explained") throw new Error(found.state);
  expect(found.mistakes.map(({ title }) => title)).toContain(
    "The query is percent-encoded once more than it was signed.",
  );
  expect(found.corrected).toBe(`https://img.example.net${was}&signature=${signature}`);
  const [decoded] = await mistakesOf("/a.jpg?text=a%2520b%3F&width=3%20", "/a.jpg?text=a%20b?&width=3");
  expect(decoded?.title).not.toContain("once more");
});
