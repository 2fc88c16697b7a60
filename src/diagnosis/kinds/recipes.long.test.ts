import { createHash, createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { search } from "../search";
import { idsIn, inputOf } from "../testing";

const SECRET = "k7-Rw2.Lq9";
const HOST = "https://cdn.example.org";
const URL_TEXT = `${HOST}/trees/oak.jpg?width=320&height=200&mode=crop`;
const STRING = "/trees/oak.jpg?width=320&height=200&mode=crop";
const SORTED = "height=200&mode=crop&width=320";
const DATED = `${HOST}/trees/oak.jpg?expires=1790000000&width=320`;

const hash = (name: string, ...parts: (string | Buffer)[]) => {
  const made = createHash(name);
  for (const part of parts) made.update(part);
  return made.digest();
};
const hmac = (name: string, key: string | Buffer, signed: string | Buffer) =>
  createHmac(name, key).update(signed).digest();
const base64 = (bytes: Buffer) => encodeURIComponent(bytes.toString("base64"));

async function explain(url: string, signature: string) {
  const found = await search(inputOf(`${url}&signature=${signature}`, { secret: SECRET }));
  if (found.state !== "explained") return { ids: [found.state], detail: "", signed: "" };
  const [first] = found.mistakes;
  return { ids: found.mistakes.map(({ id }) => id), detail: first?.detail ?? "", signed: found.signed };
}

describe("the whole recipe of another service is one mistake, told by its name", () => {
  it.each<[name: string, url: string, signature: string, signed: string]>([
    ["Cloudinary", URL_TEXT, hash("sha1", SORTED, SECRET).toString("hex"), SORTED],
    [
      "nginx’s secure_link",
      DATED,
      hash("md5", `1790000000/trees/oak.jpg ${SECRET}`).toString("base64url"),
      "1790000000/trees/oak.jpg",
    ],
    ["Thumbor", URL_TEXT, hmac("sha1", SECRET, STRING.slice(1)).toString("base64url"), STRING.slice(1)],
    ["imgix", URL_TEXT, hash("md5", SECRET, STRING).toString("hex"), STRING],
    [
      "OAuth 1.0",
      URL_TEXT,
      base64(
        hmac(
          "sha1",
          `${SECRET}&`,
          `GET&${encodeURIComponent(`${HOST}/trees/oak.jpg`)}&${encodeURIComponent(SORTED)}`,
        ),
      ),
      `GET&${encodeURIComponent(`${HOST}/trees/oak.jpg`)}&${encodeURIComponent(SORTED)}`,
    ],
    [
      "OAuth 1.0",
      URL_TEXT,
      base64(
        hmac(
          "sha1",
          `${SECRET}&`,
          `GET&${encodeURIComponent(`${HOST}/trees/oak.jpg`)}&${encodeURIComponent("width=320&height=200&mode=crop")}`,
        ),
      ),
      `GET&${encodeURIComponent(`${HOST}/trees/oak.jpg`)}&${encodeURIComponent("width=320&height=200&mode=crop")}`,
    ],
    [
      "AWS’ signature version 2",
      URL_TEXT,
      base64(hmac("sha256", SECRET, `GET\ncdn.example.org\n/trees/oak.jpg\n${SORTED}`)),
      `GET\ncdn.example.org\n/trees/oak.jpg\n${SORTED}`,
    ],
    [
      "Twilio",
      URL_TEXT,
      base64(hmac("sha1", SECRET, `${HOST}/trees/oak.jpgheight200modecropwidth320`)),
      `${HOST}/trees/oak.jpgheight200modecropwidth320`,
    ],
    [
      "Stripe",
      DATED,
      hmac("sha256", SECRET, "1790000000./trees/oak.jpg?expires=1790000000&width=320").toString("hex"),
      "1790000000./trees/oak.jpg?expires=1790000000&width=320",
    ],
    [
      "itsdangerous",
      URL_TEXT,
      hmac("sha1", hash("sha1", `itsdangerous.Signersigner${SECRET}`), STRING).toString("base64url"),
      STRING,
    ],
    [
      "Django",
      URL_TEXT,
      hmac("sha256", hash("sha256", `django.core.signing.Signersigner${SECRET}`), STRING).toString(
        "base64url",
      ),
      STRING,
    ],
    [
      "Telegram",
      URL_TEXT,
      hmac("sha256", hash("sha256", SECRET), SORTED.replaceAll("&", "\n")).toString("hex"),
      SORTED.replaceAll("&", "\n"),
    ],
    [
      "Instagram",
      URL_TEXT,
      hmac("sha256", SECRET, `/trees/oak.jpg|${SORTED.replaceAll("&", "|")}`).toString("hex"),
      `/trees/oak.jpg|${SORTED.replaceAll("&", "|")}`,
    ],
    [
      "PayFast",
      URL_TEXT,
      hash("md5", "width=320&height=200&mode=crop", "&passphrase=", SECRET).toString("hex"),
      "width=320&height=200&mode=crop",
    ],
    [
      "Glide",
      URL_TEXT,
      hash("md5", `${SECRET}:trees/oak.jpg?${SORTED}`).toString("hex"),
      `trees/oak.jpg?${SORTED}`,
    ],
    [
      "spatie/url-signer",
      DATED,
      hash("md5", `${HOST}/trees/oak.jpg?width=320::1790000000::${SECRET}`).toString("hex"),
      `${HOST}/trees/oak.jpg?width=320::1790000000`,
    ],
    [
      "HTTP signatures",
      URL_TEXT,
      base64(hmac("sha256", SECRET, `(request-target): get ${STRING}`)),
      `(request-target): get ${STRING}`,
    ],
    [
      "Telegram’s Mini Apps",
      URL_TEXT,
      hmac("sha256", hmac("sha256", "WebAppData", SECRET), SORTED.replaceAll("&", "\n")).toString("hex"),
      SORTED.replaceAll("&", "\n"),
    ],
    [
      "AWS’ signature version 4",
      `${URL_TEXT}&X-Amz-Date=20260921T101500Z`,
      ["20260921", "eu-west-1", "s3", "aws4_request", `${STRING}&X-Amz-Date=20260921T101500Z`]
        .reduce((key, text) => hmac("sha256", key, text), Buffer.from(`AWS4${SECRET}`))
        .toString("hex"),
      `${STRING}&X-Amz-Date=20260921T101500Z`,
    ],
    [
      "Kraken",
      `${HOST}/trees/oak.jpg?nonce=1790000000123&width=320`,
      base64(
        hmac(
          "sha512",
          SECRET,
          Buffer.concat([
            Buffer.from("/trees/oak.jpg"),
            hash("sha256", "1790000000123nonce=1790000000123&width=320"),
          ]),
        ),
      ),
      expect.any(String),
    ],
    [
      "Cloudflare",
      URL_TEXT,
      `1790000000-${base64(hmac("sha256", SECRET, "/trees/oak.jpg1790000000"))}`,
      "/trees/oak.jpg1790000000",
    ],
    [
      "Coinbase, OKX and KuCoin",
      DATED,
      base64(hmac("sha256", SECRET, "1790000000GET/trees/oak.jpg?expires=1790000000&width=320")),
      "1790000000GET/trees/oak.jpg?expires=1790000000&width=320",
    ],
    [
      "Akamai",
      URL_TEXT,
      `exp=1790000000~acl=/*~hmac=${hmac("sha256", SECRET, "exp=1790000000~acl=/*").toString("hex")}`,
      "exp=1790000000~acl=/*",
    ],
  ])("%s", async (name, url, signature, signed) => {
    const { ids, detail, signed: told } = await explain(url, signature);
    expect(ids).toEqual(["recipe-of-another-vendor"]);
    expect(detail).toContain(name);
    expect(told).toEqual(signed);
  });

  // What Ruby’s Marshal.dump and ActiveSupport::JSON.encode give for the string.
  const marshalled = Buffer.concat([
    Buffer.from('\x04\bI"', "latin1"),
    Buffer.from([STRING.length + 5]),
    Buffer.from(`${STRING}\x06:\x06ET`),
  ]);
  const LONG = `${STRING}&note=${"a".repeat(300)}`;
  const longMarshalled = Buffer.concat([
    Buffer.from('\x04\bI"\x02', "latin1"),
    Buffer.from([LONG.length % 256, LONG.length >> 8]),
    Buffer.from(`${LONG}\x06:\x06ET`),
  ]);
  it.each<[name: string, url: string, signed: string, digest: string]>([
    ["the string as JSON, ", URL_TEXT, Buffer.from(JSON.stringify(STRING)).toString("base64"), "sha1"],
    [
      "as Rails’ JSON",
      URL_TEXT,
      Buffer.from(JSON.stringify(STRING).replaceAll("&", "\\u0026")).toString("base64"),
      "sha256",
    ],
    ["Marshal", URL_TEXT, marshalled.toString("base64"), "sha1"],
    ["Marshal", `${HOST}${LONG}`, longMarshalled.toString("base64"), "sha1"],
  ])("Rails’ MessageVerifier, %s", async (name, url, signed, digest) => {
    const found = await explain(url, hmac(digest, SECRET, signed).toString("hex"));
    expect(found).toEqual({
      ids: ["recipe-of-another-vendor"],
      detail: expect.stringContaining(name),
      signed,
    });
  });

  const QUERY = "url=https%3A%2F%2Fshop.example%2Fa%3Fb&width=320";
  it.each([
    ["url2png", QUERY, QUERY],
    ["url2png", `?${QUERY}`, `?${QUERY}`],
    ["screenshotlayer and Screenshot Machine", "https://shop.example/a?b", "https://shop.example/a?b"],
  ])("%s, with MD5 of “%s” and the secret", async (name, text, signed) => {
    const token = hash("md5", text, SECRET).toString("hex");
    const pasted = `https://api.urlbox.com/v1/myKey12345678901/${token}/png?${QUERY}`;
    const found = await search(inputOf(pasted, { schemeId: "urlbox", secret: SECRET }));
    expect(idsIn(found)).toEqual(["recipe-of-another-vendor"]);
    expect(found).toMatchObject({ signed, mistakes: [{ detail: expect.stringContaining(name) }] });
    const before = hash("md5", SECRET, text).toString("hex");
    const other = await search(
      inputOf(pasted.replace(token, before), { schemeId: "urlbox", secret: SECRET }),
    );
    expect(other).not.toMatchObject({ mistakes: [{ detail: expect.stringContaining(name) }] });
  });

  it("url2png and Alipay, where the query is sorted; Alipay alone where it would have to be", async () => {
    const told = async (query: string, signed: string) => {
      const token = hash("md5", signed, SECRET).toString("hex");
      const found = await search(
        inputOf(`https://api.urlbox.com/v1/myKey12345678901/${token}/png?${query}`, {
          schemeId: "urlbox",
          secret: SECRET,
        }),
      );
      return found.state === "explained" ? (found.mistakes[0]?.detail ?? "") : found.state;
    };
    const sorted = "full_page=true&url=https%3A%2F%2Fshop.example%2F";
    expect(await told(sorted, sorted)).toMatch(/url2png.*Alipay/);
    const unsorted = "url=https%3A%2F%2Fshop.example%2F&full_page=true";
    expect(await told(unsorted, unsorted)).toMatch(/^url2png(?!.*Alipay)/);
    expect(await told(unsorted, sorted)).toMatch(/^That of Alipay/);
  });

  it("is not told where a line for other secrets was left empty, which is no salt", async () => {
    const signature = hmac("sha256", SECRET, STRING).toString("hex");
    const pasted = `${URL_TEXT}&signature=${signature}`;
    const found = await search(inputOf(pasted, { secret: SECRET, otherSecrets: [""] }));
    expect(found).toMatchObject({ state: "explained", mistakes: [{ id: "wrong-hash" }] });
  });

  it("HASHBYTES of the secret and the string as NVARCHAR", async () => {
    const signature = hash("sha1", Buffer.from(SECRET + STRING, "utf16le")).toString("hex");
    expect(await explain(URL_TEXT, signature)).toMatchObject({ ids: ["string-in-utf-16"], signed: STRING });
  });
});

it("tells of a recipe that two plain mistakes make as well that the digits fit both", async () => {
  const thumbor = hmac("sha1", SECRET, STRING.slice(1)).toString("base64url");
  const found = await search(inputOf(`${URL_TEXT}&signature=${thumbor}`, { secret: SECRET }));
  expect(idsIn(found)).toEqual(["recipe-of-another-vendor"]);
  expect(found.state === "explained" && found.sender).toContain("two mistakes came together");
  expect(found.state === "explained" && found.sender).toMatch(/slash.*base64/);
  const cloudinary = hash("sha1", SORTED, SECRET).toString("hex");
  const other = await search(inputOf(`${URL_TEXT}&signature=${cloudinary}`, { secret: SECRET }));
  expect(other.state === "explained" && other.sender).toBeUndefined();
});

it.each<[name: string, query: string, told: RegExp]>([
  ["one parameter", "width=320", /^Urlbox’s: the query alone, as it stands, and HMAC-SHA256\.$/],
  ["unsorted ones", "width=320&height=200", /^Urlbox’s: .*SHA256\.$/],
  ["sorted ones", "height=200&width=320", /^Urlbox’s: .* Shopify’s OAuth makes the same/],
])("a query alone with HMAC-SHA256 is Urlbox’s recipe first: %s", async (_, query, told) => {
  const found = await explain(
    `${HOST}/trees/oak.jpg?${query}`,
    hmac("sha256", SECRET, query).toString("hex"),
  );
  expect(found.ids).toEqual(["recipe-of-another-vendor"]);
  expect(found.detail).toMatch(told);
});

it("parameters sorted and joined with nothing between are Shopify’s", async () => {
  const found = await explain(URL_TEXT, hmac("sha256", SECRET, SORTED.replaceAll("&", "")).toString("hex"));
  expect(found.detail).toMatch(/^That of Shopify’s app proxies/);
});
