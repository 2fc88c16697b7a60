import { createHmac } from "node:crypto";
import { expect, test } from "vitest";
import { search } from "../../diagnosis/search";
import { inputOf } from "../../diagnosis/testing";
import { libpixel } from "../../schemes/libpixel";
import { readPaste } from "../../signing/read-paste";
import { joinParts } from "../../signing/sign";
import { remediesOf } from "./remedies";

const SECRET = "q7Vn2LxT9fKw4Zr8Jp3m";
const HOST = "https://images.example.net";

const hmac = (text: string, key = SECRET) => createHmac("sha1", key).update(text).digest("hex");
const signed = (text: string) => `${HOST}${text}&signature=${hmac(text)}`;

/** The ways out of a wrong URL, and the URL as it stands with the signature that it should have. */
async function waysOut(url: string, secret = SECRET) {
  const { request } = readPaste(libpixel, url);
  if (!request.ok) throw new Error(url);
  const { value } = request;
  const resigned = joinParts(libpixel.assemble(value, hmac(value.signingString, secret)));
  const found = await search(inputOf(url, { secret }));
  if (found.state !== "explained") throw new Error(`nothing explains ${url}`);
  return { resigned, ways: remediesOf(found, resigned) };
}

test.each([
  ["a string that was cut", `${HOST}/a.jpg?width=200&signature=${hmac("/a.jpg")}`],
  [
    "another computation",
    `${HOST}/a.jpg?width=200&signature=${createHmac("md5", SECRET).update("/a.jpg?width=200").digest("hex")}`,
  ],
  [
    "a digit that was mistyped",
    signed("/a.jpg?width=200").replace(/.$/, (digit) => (digit === "0" ? "1" : "0")),
  ],
])("%s has one way out: the same URL with the right signature", async (_, url) => {
  const { ways, resigned } = await waysOut(url);
  expect(ways.map((way) => [way.words, way.url])).toEqual([["The URL as it should be", resigned]]);
});

test("what was changed after signing can be signed, or taken back", async () => {
  const { ways, resigned } = await waysOut(signed("/a.jpg?width=200").replace("?", "?utm_source=mail&"));
  expect(ways.map((way) => [way.words, way.url])).toEqual([
    ["Sign what is sent", resigned],
    ["Send what was signed", signed("/a.jpg?width=200")],
  ]);
});

test("what was damaged on its way is not to be signed", async () => {
  const url = signed("/a.jpg?width=200&height=100");
  const { ways } = await waysOut(url.replace("&height", "&amp;height"));
  expect(ways.map((way) => [way.words, way.url])).toEqual([["Send what was signed", url]]);
});

test("what a “#” has cut off is sent whole again, and the hint says by what", async () => {
  const url = signed("/a.jpg?text=no%231&width=200");
  const { ways } = await waysOut(url.replace("%23", "#"));
  expect(ways.map((way) => way.url)).toEqual([url]);
  expect(ways[0]?.hint).toContain("%23");
});

test("a signature out of its place is put there, with the same digits", async () => {
  const digits = hmac("/a.jpg?width=200");
  const { ways } = await waysOut(`${HOST}/a.jpg?signature=${digits}&width=200`);
  expect(ways.map((way) => [way.words, way.url])).toEqual([
    ["Send it right", `${HOST}/a.jpg?width=200&signature=${digits}`],
  ]);
});

test("where another secret signed, the right URL depends on which one is the account’s", async () => {
  const { ways, resigned } = await waysOut(
    `${HOST}/a.jpg?width=200&signature=${hmac("/a.jpg?width=200", "changeme")}`,
  );
  expect(ways).toMatchObject([{ words: "Sign it with this secret", url: resigned }]);
  expect(ways[0]?.hint).toMatch(/^The right URL if /);
  expect(ways[0]?.isDoubtful).toBeUndefined();
});

test("where the secret entered here has more than the one that signed, the URL may be right as it is", async () => {
  const { ways } = await waysOut(signed("/a.jpg?width=200"), `whsec_${SECRET}`);
  expect(ways).toMatchObject([{ isDoubtful: true }]);
  expect(ways[0]?.words).toMatch(/^Only if /);
});
