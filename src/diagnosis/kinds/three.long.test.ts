import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { search } from "../search";
import { idsIn, inputOf } from "../testing";
import { Together } from "../together-testing";

const LIBPIXEL = "https://images.example.net";
const URLBOX = "https://api.urlbox.com/v1/myApiKey";
const { secret: SECRET } = inputOf("");
const QUERY = "src=https%3A%2F%2Fa.example%2Fb%20c.png&width=200&mode=crop";
const DECODED = decodeURIComponent(QUERY);
const RENDER = "url=https%3A%2F%2Fa.example%2Fb%20c&width=640&full_page=true";

const base64 = (text: string) => Buffer.from(text).toString("base64");
const hmac = (hash: string, key: string, signed: string) =>
  createHmac(hash, key).update(signed).digest("hex");

const signedBy = (query: string, signature: string) =>
  inputOf(`${LIBPIXEL}/a.jpg?${query}&signature=${signature}`);
const libpixel = (query: string, signature: string) => search(signedBy(query, signature));
const urlbox = async (query: string, token: string) =>
  search(inputOf(`${URLBOX}/${token}/png?${query}`, { schemeId: "urlbox" }));

describe("three of the likeliest mistakes at once are told", () => {
  it.each<[ids: string[], query: string, hash: string, key: string, signed: string]>([
    [
      ["secret-with-quotes", "signed-full-url", "signed-with-newline"],
      QUERY,
      "sha1",
      `"${SECRET}"`,
      `${LIBPIXEL}/a.jpg?${QUERY}\n`,
    ],
    [
      ["secret-with-newline", "signed-decoded-query", "parameter-added-after-signing"],
      `${QUERY}&utm_source=mail`,
      "sha1",
      `${SECRET}\n`,
      `/a.jpg?${DECODED}`,
    ],
    [["secret-base64-encoded", "signed-query-only", "wrong-hash"], QUERY, "sha256", base64(SECRET), QUERY],
    [
      ["signed-full-url", "signed-with-newline", "wrong-hash"],
      QUERY,
      "sha512",
      SECRET,
      `${LIBPIXEL}/a.jpg?${QUERY}\n`,
    ],
    [
      ["signed-full-url", "signed-decoded-query", "parameter-added-after-signing"],
      `${QUERY}&utm_source=mail&utm_medium=web`,
      "sha1",
      SECRET,
      `${LIBPIXEL}/a.jpg?${DECODED}`,
    ],
    [
      ["signed-query-only", "signed-with-newline", "signed-decoded-query"],
      QUERY,
      "sha1",
      SECRET,
      `${DECODED}\n`,
    ],
  ])("%j", async (ids, query, hash, key, signed) => {
    const diagnosis = await libpixel(query, hmac(hash, key, signed));
    expect(idsIn(diagnosis)).toEqual(ids);
    expect(diagnosis).toMatchObject({ signed });
  });
  it("of a render link", async () => {
    const signed = `${URLBOX}/png?${RENDER}\n`;
    const diagnosis = await urlbox(RENDER, hmac("sha1", `${SECRET}\n`, signed));
    expect(idsIn(diagnosis)).toEqual(["secret-with-newline", "signed-full-url", "signed-with-newline"]);
  });
});

describe("what is no three likely mistakes", () => {
  const strings = [
    ["a string that is none of this URL", `"${SECRET}"`, `${LIBPIXEL}/b.jpg?${QUERY}\n`],
    ["a secret that has nothing of this one", '"never-seen-before"', `${LIBPIXEL}/a.jpg?${QUERY}\n`],
    ["four at once", `"${SECRET}"`, `${LIBPIXEL}/a.jpg?${DECODED}&\n`],
  ] as const;
  const cases = strings.map(
    ([why, key, signed]) => [why, signedBy(QUERY, hmac("sha256", key, signed))] as const,
  );
  const together = new Together(cases.map(([, input]) => input));
  it.each(cases)("%s", async (_, input) => {
    expect(await together.explains(input)).toBe(false);
  });
  it("two mistakes are never told as three", async () => {
    const diagnosis = await libpixel(QUERY, hmac("sha1", `"${SECRET}"`, `${LIBPIXEL}/a.jpg?${QUERY}`));
    expect(idsIn(diagnosis)).toEqual(["secret-with-quotes", "signed-full-url"]);
  });
});
