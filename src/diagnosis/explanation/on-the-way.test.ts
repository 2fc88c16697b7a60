import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { CLIENTS } from "../../signing/clients/clients";
import { search } from "../search";
import { inputOf } from "../testing";

const SECRET = "Wq7-fN2x.Lp4";
const HOST = "https://img.example.net";
const hmac = (signed: string) => createHmac("sha1", SECRET).update(signed).digest("hex");

/** What is told of a URL that was signed right, once this client has sent it. */
async function toldOf(name: string, signed: string) {
  const made = `${HOST}${signed}&signature=${hmac(signed)}`;
  const sent = CLIENTS.find((client) => client.name === name)?.sent(made);
  if (sent?.sends !== "changed") throw new Error(`${name} does not change ${signed}`);
  const found = await search(inputOf(HOST + sent.target, { secret: SECRET }));
  if (found.state !== "explained") throw new Error(`${sent.target} is ${found.state}`);
  const ids = found.mistakes.map(({ id }) => id);
  const words = [...found.mistakes.map(({ title, detail }) => `${title} ${detail}`), found.sender].join(" ");
  return { ids, words, repaired: found.repaired, made, signed: found.signed };
}

describe("a URL that was signed right, and that a client sent otherwise", () => {
  it.each([
    ["aiohttp", "/a.jpg?src=https%3A%2F%2Fx.test%2Fb.jpg%3Fv%3D1&w=1"],
    ["requests", "/a.jpg?text=%28a%29%7E%21&w=1"],
    ["aiohttp", "/a.jpg?text=%28a%29%7E%21&w=1"],
    ["Mono", "/a.jpg?text=%28a%29%7E%21&w=1"],
    ["requests", "/a.jpg?src=https%3a%2f%2fx.test&w=1"],
    ["httpx", "/a.jpg?src=https%3a%2f%2fx.test&w=1"],
    ["wget", "/a.jpg?text=a|b&w=1"],
    ["browsers", "/a.jpg?text=it's&w=1"],
    ["Ruby", "/a.jpg?text=it's&w=1"],
    ["Node’s fetch", '/a.jpg?text="it"&w=1'],
    ["httpx", "/a.jpg?text={a}|b&w=1"],
    ["Perl’s LWP", "/a.jpg?text={a}[b]&w=1"],
    ["wget", "/a.jpg?text=100%&w=1"],
  ])("by %s: %s names it", async (name, signed) => {
    const told = await toldOf(name, signed);
    expect(told.words).toContain(name);
    expect(told.signed).toBe(signed);
  });

  it.each([
    ["requests", "/a.jpg?src=https%3a%2f%2fx.test%2f%7e&text=a|b"],
    ["aiohttp", "/a.jpg?src=https%3a%2f%2fx.test%2f|b%2bc&w=1"],
    ["Mono", "/a.jpg?text=%28a%29%7e|b&w=1"],
    ["httpx", "/a.jpg?src=https%3a%2f%2fx.test&text={a}"],
  ])(
    "by %s in several ways at once: %s is one mistake, with the URL that was signed",
    async (name, signed) => {
      const told = await toldOf(name, signed);
      expect(told.ids).toEqual(["rewritten-by-client"]);
      expect(told.words).toContain(name);
      expect(told.words).toContain("the digits fit both");
      expect(told.repaired).toBe(told.made);
    },
  );
});

it("tells both stories of what a client and a signer's encoder alike may have done", async () => {
  const { ids, words } = await toldOf("aiohttp", "/a.jpg?src=https%3A%2F%2Fx.test&w=1");
  expect(ids).toEqual(["signed-with-another-encoder"]);
  expect(words).toContain(
    "Or the URL was signed as it was built, and a client sent it otherwise: aiohttp sends “%3A” as “:”",
  );
});

it("shows of a long URL the part that a client sends otherwise", async () => {
  const lead = "/a_picture_in_a_folder/of_a_shop.jpg?src=example.com&user_agent=";
  const url = `${HOST}${lead}My+crawler+1&w=1&signature=${hmac(`${lead}My%20crawler%201&w=1`)}`;
  const found = await search(inputOf(url, { secret: SECRET }));
  expect(found.state === "explained" && found.sender).toContain("axios with “params” sends “%20” as “+”.");
});

it.each([
  [
    "a decoded string, sent encoded: no client encodes it",
    "/?src=https%3A%2F%2Fx.test",
    "/?src=https://x.test",
  ],
  ["a plus for a space", "/?text=a%20b&w=1", "/?text=a+b&w=1"],
  ["a parameter that was added", "/?w=1&utm_source=mail", "/?w=1"],
])("names no client for %s", async (_, url, signed) => {
  const found = await search(inputOf(`${HOST}${url}&signature=${hmac(signed)}`, { secret: SECRET }));
  expect(found.state === "explained" && found.sender).toBe(undefined);
});
