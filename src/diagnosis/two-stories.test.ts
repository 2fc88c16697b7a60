import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { search } from "./search";
import { inputOf } from "./testing";

const { secret: SECRET } = inputOf("");
const HOST = "https://img.example.net";
const LINK = "https://api.urlbox.com/v1/pubKey9/{}/png";
const hmac = (signed: string) => createHmac("sha1", SECRET).update(signed).digest("hex");

/** What is told of a URL with `{}` for the signature of this string, of one mistake. */
async function toldOf(url: string, signed: string) {
  const schemeId = url.startsWith("https://api.urlbox.com") ? "urlbox" : "libpixel";
  const found = await search(inputOf(url.replace("{}", hmac(signed)), { schemeId, secret: SECRET }));
  if (found.state !== "explained") throw new Error(`${url} is ${found.state}`);
  const [told, ...more] = found.mistakes;
  if (!told || more.length > 0) throw new Error(`${found.mistakes.length} mistakes in ${url}`);
  return { ...told, repaired: found.repaired, words: [told.title, told.why, told.detail].join(" ") };
}

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
    [`${HOST}/a.jpg?mode=crop?v=3&signature={}`, "/a.jpg?mode=crop"],
    [`${LINK}?url=https%3A%2F%2Fa.example?utm_source=mail&utm_medium=x`, "url=https%3A%2F%2Fa.example"],
  ])("was added where nothing but trackers and cache busters stands there: %s", async (url, signed) => {
    const told = await toldOf(url, signed);
    expect(told.title).toBe("A parameter was added after the URL was signed.");
    expect(told.repaired).toBe(url.replace(/\?(?:v|utm)[^&]*(?:&utm[^&]*)?/, "").replace("{}", hmac(signed)));
  });
});
