import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { search } from "./search";
import { inputOf } from "./testing";

const { secret: SECRET } = inputOf("");
const HOST = "https://img.example.net";
const hmac = (signed: string) => createHmac("sha1", SECRET).update(signed).digest("hex");
const photo = (signed: string) => `${HOST}${signed}&signature=${hmac(signed)}`;
const link = (query: string) => `https://api.urlbox.com/v1/pubKey9/${hmac(query)}/png?${query}`;
const carets = (url: string) => url.replaceAll("&", "^&");

const searched = (pasted: string) =>
  search(inputOf(pasted, { schemeId: pasted.includes("urlbox") ? "urlbox" : "libpixel", secret: SECRET }));

/** The digits are those of the string, and no mistake is told. */
const RIGHT = { state: "explained", mistakes: [] };
const PHOTO = photo("/shop/bag-blue.jpg?width=900&height=600&mode=crop");
const LINK = link("url=https%3A%2F%2Fa.example&width=1280&full_page=true");

describe("“^” before each “&”, as cmd writes it", () => {
  it.each([PHOTO, LINK, photo("/a.jpg?width=9")])("is told as what came in, of %s", async (url) => {
    const found = await searched(carets(url));
    if (found.state !== "explained") throw new Error(found.state);
    expect(found.mistakes.map(({ id }) => id)).toEqual(["characters-added-after-signing"]);
    expect(found.mistakes[0]?.why).toContain("cmd");
    expect(found).toMatchObject({ repaired: url, corrected: url });
  });

  it.each([
    ["in plain quotes", (url: string) => `curl "${carets(url)}"`],
    ["with options", (url: string) => `curl.exe -s "${carets(url)}" -o out.png`],
    ["without quotes", (url: string) => `curl ${carets(url)}`],
    ["in its own quotes", (url: string) => `curl ^"${carets(url)}^"`],
  ])("is no part of the URL of a curl command %s", async (_, command) => {
    for (const url of [PHOTO, LINK]) expect(await searched(command(url))).toMatchObject(RIGHT);
  });

  it("is a part of the URL where it does not stand before each", async () => {
    const sent = "/a.jpg?text=x^&width=9&height=6";
    expect(await searched(photo(sent))).toMatchObject(RIGHT);
    expect(await searched(`curl "${photo(sent)}"`)).toMatchObject(RIGHT);
  });

  it("is no story of a string out of which a filter took other characters, too", async () => {
    const sent = "/a.jpg?text=x%20y&width=9";
    const found = await searched(`${HOST}${carets(`${sent}&signature=${hmac("/a.jpg?text=x20y&width=9")}`)}`);
    const ids = found.state === "explained" ? found.mistakes.map(({ id }) => id) : [];
    expect(ids).not.toEqual(["characters-added-after-signing"]);
  });
});
