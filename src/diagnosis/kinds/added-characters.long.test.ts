import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { search } from "../search";
import { idsIn, inputOf } from "../testing";

const ID = "characters-added-after-signing";
const { secret: SECRET } = inputOf("");
const HOST = "https://img.example.net";
const hmac = (text: string, key = SECRET) => createHmac("sha1", key).update(text).digest("hex");

/** What is found for a URL of LibPixel that was sent so, and signed as the other. */
const ofPath = (sent: string, signed: string, key = SECRET) =>
  search(inputOf(`${HOST}${sent}&signature=${hmac(signed, key)}`, { secret: SECRET }));

const link = (query: string, signed: string) =>
  `https://api.urlbox.com/v1/pubKey9/${hmac(signed)}/png?${query}`;
const ofLink = (query: string, signed: string) =>
  search(inputOf(link(query, signed), { schemeId: "urlbox", secret: SECRET }));

const SIGNED = "/shop/a.jpg?width=640&height=480";
const QUERY = "url=https%3A%2F%2Fa.example%2F&width=1280";

describe("what came into a URL after signing is taken out of it again", () => {
  it.each([
    "/shop/a.jpg?width=640\u200b&height=480",
    "/shop/a.jpg?width=64\u200b0&height=480",
    "/shop/a.jpg?width=640\u00a0&height=480",
    "/shop/a.jpg?width=640 &height=480",
    "/shop/a.jpg?width=640+&height=480",
    "/shop/a.jpg?width=640%25&height=480",
    "/shop/a.jpg?width=640%E2%80%8B&height=480",
    "/shop/a.jpg?width=640%25E2%2580%258B&height=480",
    "/shop/a.jpg?width=640&hei\u00adght=480",
    "/shop/a.jpg?width=640&\u00a0height=480",
    "/shop/a.jpg?width=640 & height=480",
    "/shop/a.jpg?width=640& &height=480",
    "/shop/a.jpg?width=640&height=480\u200e",
    "/shop/a.jpg?width=6\u200b40&hei\u200bght=480\u200b\u200b",
    "/shop/a.jpg?width=%22640%22&height=480",
    "/shop/a.jpg?width=640%E2%80%9D&height=480",
    "/shop/a.jpg?width=640%7D&height=480",
    "/shop/a\u200b.jpg?width=640&height=480",
    "/shop/a.jpg%E2%80%8B?width=640&height=480",
    "/shop/a%20.jpg?width=640&height=480",
  ])("%j", async (sent) => {
    const found = await ofPath(sent, SIGNED);
    expect(idsIn(found)).toEqual([ID]);
    const right = `${HOST}${SIGNED}&signature=${hmac(SIGNED)}`;
    expect(found).toMatchObject({ repaired: right, corrected: right });
  });

  it.each(["%22", "%0A", "%0D%0A", "%20", "%5D", "%3E", "'", "%25", "%C3%82%C2%A0"])(
    "%s behind a link",
    async (added) => {
      const found = await ofLink(QUERY + added, QUERY);
      expect(idsIn(found)).toEqual([ID]);
      expect(found).toMatchObject({ repaired: link(QUERY, QUERY) });
    },
  );

  it("beside another mistake, as it stood before both", async () => {
    const found = await ofPath(SIGNED.replace("640", "640%E2%80%8B"), SIGNED, `${SECRET}\n`);
    expect(idsIn(found)).toEqual(["secret-with-newline", ID]);
    expect(found).toMatchObject({
      repaired: null,
      corrected: `${HOST}${SIGNED}&signature=${hmac(SIGNED)}`,
    });
  });

  it("of two such characters only the one that was not signed", async () => {
    const signed = "/a.jpg?text=a%E2%80%8Cb&width=640";
    const found = await ofPath(`/a.jpg?text=a%E2%80%8Cb&width=640%E2%80%8B`, signed);
    expect(idsIn(found)).toEqual([ID]);
    expect(found).toMatchObject({ corrected: `${HOST}${signed}&signature=${hmac(signed)}` });
  });
});

describe("its words", () => {
  const told = async (sent: string, signed: string) => {
    const found = await ofPath(sent, signed);
    if (found.state !== "explained") throw new Error(sent);
    const { title = "", why = "", fix = "", detail = "", mayBeMeant } = found.mistakes[0] ?? {};
    return { title, why, fix, detail, mayBeMeant };
  };

  it("name the character and its place", async () => {
    const { detail } = await told("/a.jpg?wid\u00adth=640\u200b\u200b", "/a.jpg?width=640");
    expect(detail).toBe(
      "Not signed: a soft hyphen (U+00AD), inside the name “width”; a space without width (U+200B), twice, at the end of the value of “width”.",
    );
  });

  it("take one that nobody sees for an addition, and one that may be meant not for certain", async () => {
    const unseen = await told("/a.jpg?width=640%E2%80%8B&mode=fit", "/a.jpg?width=640&mode=fit");
    expect(unseen.title).toContain("came into the URL");
    expect(unseen.why).toMatch(/chat, Word.*Less likely/);
    expect(unseen.mayBeMeant).toBeUndefined();
    expect(unseen.fix).not.toContain("sign");
    const seen = await told("/a.jpg?text=a%20b&mode=fit", "/a.jpg?text=ab&mode=fit");
    expect(seen.title).toContain("were not signed");
    expect(seen.why).toMatch(/Most likely.*Or they belong there/);
    expect(seen.mayBeMeant).toBe(true);
    expect(seen.fix).toMatch(/cut such characters off.*; or, where they belong there, sign/);
  });

  it.each([
    ["/a.jpg?text=it's&mode=fit", "/a.jpg?text=its&mode=fit"],
    ["/a.jpg?text=it%27s&mode=fit", "/a.jpg?text=its&mode=fit"],
    ['/a.jpg?text=a"b&mode=fit', "/a.jpg?text=ab&mode=fit"],
    ["/a.jpg?text='ab'&alt='c'&mode=fit", "/a.jpg?text=ab&alt=c&mode=fit"],
    ["/it's/a.jpg?mode=fit", "/its/a.jpg?mode=fit"],
  ])("speak of a shell where a quotation mark was not signed, raw or escaped: %s", async (sent, signed) => {
    const found = await ofPath(sent, signed);
    expect(idsIn(found)).toEqual([ID]);
    expect((await told(sent, signed)).why).toMatch(
      /after signing.*filter.*a shell takes quotation marks away/,
    );
  });

  it.each(["/a.jpg?text=a%20b&mode=fit", "/a.jpg?text=a%60b&mode=fit", "/a.jpg?text=a%28b&mode=fit"])(
    "speak of no shell elsewhere: %s",
    async (sent) => expect((await told(sent, "/a.jpg?text=ab&mode=fit")).why).not.toContain("a shell takes"),
  );

  it("speak of a shell where several quotation marks in values were not signed", async () => {
    for (const mark of ["'", '"', "%27", "%22"]) {
      const sent = `/a.jpg?text=it${mark}s%20Bob${mark}s&width=6`;
      const { title, why } = await told(sent, "/a.jpg?text=its%20Bobs&width=6");
      expect(title).toBe("Quotation marks of values were not signed.");
      expect(why).toMatch(/shell.*filters.*after signing/);
    }
  });

  it("speak of a crontab only at the first “%”", async () => {
    expect((await told("/a.jpg?width=640%0A", "/a.jpg?width=640")).why).toContain("crontab");
    expect((await told("/a%2Cb.jpg?width=640%0A", "/a%2Cb.jpg?width=640")).why).not.toContain("crontab");
  });
});

describe("nothing came into the URL", () => {
  it.each([
    [
      "of which a crontab cut the string",
      "/?src=https%3A%2F%2Fa.test",
      "/?src=https",
      "string-cut-at-percent",
    ],
    [
      "whose letters were left out",
      "/caf%C3%A9.jpg?width=6",
      "/caf.jpg?width=6",
      "string-in-another-charset",
    ],
    ["of which all was filtered", "/a.jpg?text=a%20b%20c", "/a.jpg?text=abc", "string-sanitised"],
    [
      "with a character that was signed raw",
      "/a.jpg?t=a%C2%A0b",
      "/a.jpg?t=a\u00a0b",
      "signed-decoded-query",
    ],
    [
      "with a quotation mark that was signed escaped",
      "/a.jpg?text=it's",
      "/a.jpg?text=it%27s",
      "signed-with-another-encoder",
    ],
    [
      "whose tags and quotation marks were filtered",
      "/a.jpg?text=%3C%22a%22%3E",
      "/a.jpg?text=a",
      "string-sanitised",
    ],
    ["that ends at its only “%”", "/a.jpg?width=50%25", "/a.jpg?width=50", "percent-taken-for-format"],
  ])("%s", async (_, sent, signed, id) => expect(idsIn(await ofPath(sent, signed))).toEqual([id]));

  it("nor is a character to blame that was signed as it is sent", async () => {
    const sent = "/a.jpg?text=caf%C3%A9%20%E2%80%8B&width=640";
    expect(idsIn(await ofPath(sent, sent, `${SECRET}\n`))).toEqual(["secret-with-newline"]);
  });
});

describe("line breaks inside a value", () => {
  const toldOf = async (query: string, signed: string) => {
    const found = await ofLink(query, signed);
    if (found.state !== "explained") return null;
    const [told, ...more] = found.mistakes;
    return { id: told?.id, title: told?.title, mayBeMeant: told?.mayBeMeant, more: more.length };
  };

  it.each([
    ["HTML", "html=%3Cp%3Ea%0Ab%3C%2Fp%3E"],
    ["CSS", "url=a.example&css=p%7Bcolor%3Ared%0Atop%3A0%7D"],
    ["text", "url=a.example&note=Two%20words%0Aand%20more"],
    ["one word a line, in a parameter named as a text", "url=a.example&text=a%0Ab&width=3"],
    ["the same in Windows’ form", "url=a.example&watermark.text=Red%0D%0AHat"],
  ])("may belong there: %s", async (_, query) => {
    expect(await toldOf(query, query.replaceAll(/%0D|%0A|%09/g, ""))).toEqual({
      id: ID,
      title: "Line breaks or tabs in a value of the URL were not signed.",
      mayBeMeant: true,
      more: 0,
    });
  });

  it.each([
    ["in an address", "url=https%3A%2F%2Fa.example%2Fpage%0A%2Fone&width=3"],
    ["in a number", "url=a.example&width=12%0A80"],
    ["at the end of a text", "url=a.example&note=Two%20words%0A"],
    ["at the end of one word", "url=a.example&text=a%0A&width=3"],
    ["in the word of an option", "url=a.example&img_fit=co%0Aver&width=3"],
  ])("hardly do: %s", async (_, query) => {
    const told = await toldOf(query, query.replaceAll("%0A", ""));
    expect(told).toMatchObject({ id: ID, more: 0 });
    expect(told?.title).not.toMatch(/Line breaks or tabs/);
  });
});
