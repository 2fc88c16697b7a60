import { describe, expect, test } from "vitest";
import { toldOf } from "../told-testing";

const HOST = "https://img.example.net";
const LINK = "https://api.urlbox.com/v1/pubKey9/{}/png";

describe("an “&” beside which no parameter stands", () => {
  const signed = "/a.jpg?width=640&mode=crop";
  test.each([
    ["before the signature", `${HOST}${signed}&&signature={}`, signed, "behind “mode”"],
    ["before all", `${HOST}/a.jpg?&width=640&mode=crop&signature={}`, signed, "before the first parameter"],
    ["between two", `${HOST}/a.jpg?width=640&&mode=crop&signature={}`, signed, "behind “width”"],
    ["twice", `${HOST}/a.jpg?width=640&&&mode=crop&signature={}`, signed, "2 such"],
    ["in a render link", `${LINK}?url=a.b&&width=6`, "url=a.b&width=6", "behind “url”"],
  ])("was sent and not signed: %s", async (_, url, string, detail) => {
    const told = await toldOf(url, string);
    expect(told).toMatchObject({ id: "empty-parameter-dropped", detail: expect.stringContaining(detail) });
    expect(told.title).toBe("An “&” too many stands in the URL, and it was not signed.");
    expect(told.repaired).not.toBeNull();
  });

  test.each([
    ["before all", "/a.jpg?&width=640&mode=crop"],
    ["between two", "/a.jpg?width=640&&mode=crop"],
  ])("was signed and not sent: %s; nobody wants it in the URL", async (_, string) => {
    const { title, repaired } = await toldOf(`${HOST}${signed}&signature={}`, string);
    expect(title).toBe("An “&” too many was signed that the URL does not have.");
    expect(repaired).toBeNull();
  });

  test.each([
    ["a name without a value", "/a.jpg?width=640&crop=&mode=crop"],
    ["a name alone", "/a.jpg?width=640&crop&mode=crop"],
    ["both", "/a.jpg?width=640&&crop=&mode=crop"],
  ])("near miss: %s is a parameter", async (_, sent) => {
    const { id, title } = await toldOf(`${HOST}${sent}&signature={}`, signed);
    if (id === "empty-parameter-dropped") expect(title).toMatch(/^A parameter without a value/);
    expect(title).not.toContain("“&”");
  });
});

describe("a URL that lacks the “?” before its parameters", () => {
  const query = "width=300&quality=80";
  test.each([
    [
      "between the first slash and a source",
      `/src=https%3A%2F%2Fa.test%2Fb.jpg&${query}`,
      `/?src=https%3A%2F%2Fa.test%2Fb.jpg&${query}`,
    ],
    ["an “&” in its place", `/a.jpg&${query}`, `/a.jpg?${query}`],
    ["a “;”", `/a.jpg;${query}`, `/a.jpg?${query}`],
    ["a “/”", `/pics/a.jpg/${query}`, `/pics/a.jpg?${query}`],
    ["nothing in its place", `/pics/a.png${query}`, `/pics/a.png?${query}`],
    ["nothing behind an iPhone’s picture", `/pics/a.heic${query}`, `/pics/a.heic?${query}`],
    ["“%3F”, as Go’s URL.Path writes it", `/pics/a.jpg%3F${query}`, `/pics/a.jpg?${query}`],
    ["and one behind the first parameter", `/a.jpg&width=300?quality=80`, `/a.jpg?${query}`],
  ])("is sent as it was signed: %s", async (_, sent, signed) => {
    const url = `${HOST}${sent}${sent.includes("?") ? "&" : "?"}signature={}`;
    const told = await toldOf(url, signed);
    const right = `${HOST}${signed}&signature=`;
    expect(told.id).toBe("question-mark-lost");
    expect([told.repaired, told.corrected]).toEqual([told.repaired, told.repaired]);
    expect(told.repaired).toContain(right);
  });

  test.each([
    ["a “?” that was meant in the path", "/what%3F.jpg?width=3", "/what?.jpg?width=3"],
    ["a folder with “=” that a proxy put there", "/w=300/a.jpg?width=3", "/a.jpg?width=3"],
    ["the path alone", "/a.jpg&width=3?height=4", "/a.jpg"],
  ])("near miss: %s", async (_, sent, signed) => {
    expect((await toldOf(`${HOST}${sent}&signature={}`, signed)).id).not.toBe("question-mark-lost");
  });
});

describe("a URL that stands whole in the path of another one", () => {
  const inner = "https://pics.fjord.test/a.jpg?width=3&height=4&signature={}";
  test.each([
    "https://r.jina.test/",
    "https://shop.test/media/cache/resolve/thumb/",
    "https://12ft.test/proxy/",
  ])("is the one that was signed, and is offered: %s", async (outer) => {
    for (const url of [inner, inner.replace("://", ":/")]) {
      const told = await toldOf(outer + url, "/a.jpg?width=3&height=4");
      expect([told.id, told.detail]).toEqual(["path-prefix", "It is a URL of pics.fjord.test."]);
      expect(told.corrected).toBe(
        inner.replace("{}", told.found.state === "explained" ? told.found.digits : ""),
      );
    }
  });

  test.each([
    ["a folder", "https://shop.test/img/a.jpg?width=3&signature={}", "/a.jpg?width=3", "path-prefix"],
    [
      "a slash that was lost",
      "https://shop.test/f/https:/a.test/b.jpg?w=3&signature={}",
      "/f/https://a.test/b.jpg?w=3",
      "double-slash",
    ],
  ])("near miss: %s", async (_, url, signed, id) => {
    const told = await toldOf(url, signed);
    expect(told.id).toBe(id);
    expect(told.title).not.toContain("another host");
    expect(told.repaired).toMatch(/^https:\/\/shop.test\//);
  });
});

describe("a line break at an end of a value was signed", () => {
  test.each([
    ["of the string", "/a.jpg?width=640&mode=crop%0A"],
    ["of one value", "/a.jpg?width=640%0D%0A&mode=crop"],
    ["in front", "/a.jpg?width=640&mode=%0Acrop"],
  ])("%s: nobody means to send it", async (_, string) => {
    const told = await toldOf(`${HOST}/a.jpg?width=640&mode=crop&signature={}`, string);
    expect(told.id).toBe("line-ends-changed");
    expect(told.title).toBe("A line break at an end of a value was signed that the URL does not have.");
    expect(told.repaired).toBeNull();
  });

  test("near miss: one between two lines, which may be wanted", async () => {
    const url = `${HOST}/a.jpg?text=a%20b&signature={}`;
    const { title, repaired } = await toldOf(url, "/a.jpg?text=a%0Ab");
    expect(title).toBe("A line break in a value was written otherwise when it was signed.");
    expect(repaired).toContain("a%0Ab");
  });
});
