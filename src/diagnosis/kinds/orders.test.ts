import { describe, expect, it } from "vitest";
import { toldOf } from "../told-testing";

const LINK = "https://api.urlbox.com/v1/pubKey9/{}/png";
const HOST = "https://img.example.net";
const of = (...names: string[]) => names.map((name, at) => `${name}=${at}`).join("&");
const inOrder = (query: string, names: string) =>
  names
    .split(",")
    .map((name) => query.split("&").find((pair) => pair.startsWith(`${name}=`)))
    .join("&");

describe("the order of Java’s HashMap was signed", () => {
  const eight = of(
    "url",
    "width",
    "height",
    "full_page",
    "quality",
    "delay",
    "retina",
    "hide_cookie_banners",
  );
  const many = of(
    ...["src", "width", "height", "mode", "quality", "dpr", "crop"],
    ...["bg_color", "text", "blur", "sharpen", "rotate", "flip", "title"],
  );
  // As OpenJDK 17 printed the keySet() of maps that these were put into in their order.
  it.each([
    ["HashMap", eight, "delay,retina,hide_cookie_banners,full_page,width,url,height,quality"],
    ["ConcurrentHashMap", eight, "hide_cookie_banners,url,quality,delay,retina,full_page,width,height"],
    [
      "HashMap of more than its first buckets hold",
      many,
      "rotate,sharpen,src,dpr,blur,title,quality,mode,bg_color,width,text,flip,crop,height",
    ],
  ])("%s", async (_, query, names) => {
    const { id, why, repaired } = await toldOf(
      `${HOST}/a.jpg?${query}&signature={}`,
      `/a.jpg?${inOrder(query, names)}`,
    );
    expect(id).toBe("parameters-reordered");
    expect(why).toContain("HashMap");
    expect(repaired).toContain(inOrder(query, names));
  });

  it.each([
    ["four stand so too easily", of("url", "width", "height", "full_page"), "full_page,width,url,height"],
    ["another order", of("url", "width", "height", "full_page", "dpr"), "full_page,dpr,url,width,height"],
  ])("is not spoken of: %s", async (_, query, names) => {
    const { id, words } = await toldOf(`${LINK}?${query}`, inOrder(query, names));
    expect(id).toBe("parameters-reordered");
    expect(words).not.toContain("HashMap");
  });
});

describe("a colour was signed in another writing", () => {
  it.each([
    ["%23ffaa00", "ffaa00", "Without its “#”."],
    ["ffaa00", "%23ffaa00", "With “%23” before it."],
    ["fff", "%23fff", "With “%23” before it."],
    ["fff", "%23ffffff", "With “%23” before it and two digits for each part."],
    ["rgb(255,170,0)", "%23ffaa00", "With “%23” before it."],
    ["%23ffaa00", "fa0", "one digit for two"],
    // getComputedStyle(element).backgroundColor
    ["ffaa00", "rgb(255%2C%20170%2C%200)", "As “rgb(…)” with spaces."],
  ])("%s as %s", async (sent, signed, detail) => {
    const told = await toldOf(
      `${LINK}?url=https%3A%2F%2Fa.test&bg_color=${sent}`,
      `url=https%3A%2F%2Fa.test&bg_color=${signed}`,
    );
    expect(told.id).toBe("colour-written-otherwise");
    expect(told.detail).toContain(detail);
  });

  it("but a filter of escapes may have taken “%23” where it is the only one", async () => {
    const told = await toldOf(
      `${HOST}/a.jpg?bg_color=%23ffaa00&width=9&signature={}`,
      "/a.jpg?bg_color=ffaa00&width=9",
    );
    expect(told.words).toMatch(/ltrim.*or a filter/);
  });
});

describe("all but letters and digits was escaped", () => {
  const all = (text: string, space = "%20") =>
    text.replace(/[^A-Za-z0-9]/g, (char) =>
      char === " " ? space : `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
    );
  it.each([
    ["%20", "https://a-b.test/c_d.png", "Rust’s NON_ALPHANUMERIC"],
    ["+", "a b-c_d.e", "Server.URLEncode"],
  ])("with %s for a space: %s", async (space, value, maker) => {
    const url = `${HOST}/?src=${encodeURIComponent(value)}&width=3&signature={}`;
    const { id, detail } = await toldOf(url, `/?src=${all(value, space)}&width=3`);
    expect(id).toBe("signed-with-another-encoder");
    expect(detail).toContain(maker);
  });

  it("in lower case, too", async () => {
    const url = `${HOST}/?src=https%3A%2F%2Fa-b.test%2Fc_d.png&width=3&signature={}`;
    const lower = all("https://a-b.test/c_d.png").replace(/%../g, (digits) => digits.toLowerCase());
    expect((await toldOf(url, `/?src=${lower}&width=3`)).detail).toContain("lower-case escapes");
  });

  it("or signed so, and a client decoded what needs no escape: both are told", async () => {
    const { id, found } = await toldOf(
      `${HOST}/?src=a-b.png&width=3&signature={}`,
      "/?src=a%2Db%2Epng&width=3",
    );
    expect(id).toBe("signed-with-another-encoder");
    expect(found.state === "explained" && found.sender).toContain("requests");
  });
});
