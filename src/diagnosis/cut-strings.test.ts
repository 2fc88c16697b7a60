import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { search } from "./search";
import { inputOf } from "./testing";

const { secret: SECRET } = inputOf("");
const HOST = "https://img.example.net";
const LINK = "https://api.urlbox.com/v1/pubKey9/{}/png";
const hmac = (signed: string) => createHmac("sha1", SECRET).update(signed).digest("hex");

/** What is told of a URL with `{}` for the signature of this string. */
async function toldOf(url: string, signed: string) {
  const schemeId = url.startsWith("https://api.urlbox.com") ? "urlbox" : "libpixel";
  const found = await search(inputOf(url.replace("{}", hmac(signed)), { schemeId, secret: SECRET }));
  if (found.state !== "explained") throw new Error(`${url} is ${found.state}`);
  const [told, ...more] = found.mistakes;
  if (!told || more.length > 0) throw new Error(`${found.mistakes.length} mistakes in ${url}`);
  return { ...told, found, words: [told.title, told.why, told.detail].join(" ") };
}

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
    ["/my pics/b.jpg?src=a%2Fb", "/my%20pics/b.jpg?src=a", "string-cut-at-percent"],
    ["/a.jpg?text=Gr%C3%BCn", "/a.jpg?text=Gr", "percent-taken-for-format"],
  ])("still ends a string or is taken for a format: %s", async (sent, signed, id) => {
    expect((await toldOf(`${HOST}${sent}&signature={}`, signed)).id).toBe(id);
  });
});
