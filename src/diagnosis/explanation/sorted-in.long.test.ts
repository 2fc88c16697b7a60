import { createHmac } from "node:crypto";
import { describe, expect, test } from "vitest";
import { search } from "../search";
import { inputOf } from "../testing";

const { secret: SECRET } = inputOf("");
const HOST = "https://img.example.net";
const hmac = (signed: string, key = SECRET) => createHmac("sha1", key).update(signed).digest("hex");

/** What is told of `sent`, with `{}` for the signature of the path with this query. */
async function toldOf(sent: string, query: string, key = SECRET) {
  const signed = `/a.jpg?${query}`;
  const found = await search(inputOf(`${HOST}/a.jpg?${sent.replace("{}", hmac(signed, key))}`));
  if (found.state !== "explained") throw new Error(`${sent} is ${found.state}`);
  const right = `${HOST}${signed}&signature=${hmac(signed)}`;
  return { found, right, ids: found.mistakes.map(({ id }) => id) };
}

const SIGNED = "width=640&height=480&mode=crop";
const SORTED = "height=480&mode=crop&signature={}&width=640";

describe("a URL that was sorted after signing, its signature with the others, has one mistake", () => {
  test.each([
    ["three parameters", SORTED, SIGNED],
    ["two", "mode=crop&signature={}&width=640", "width=640&mode=crop"],
    ["the signature at the front", "signature={}&src=a.png&width=640", "width=640&src=a.png"],
    [
      "whatever the case",
      "Height=480&mode=crop&Mx=1&signature={}&width=6",
      "width=6&Mx=1&Height=480&mode=crop",
    ],
    ["names that come twice", "a=1&a=2&signature={}&width=6", "width=6&a=1&a=2"],
  ])("%s", async (_, sent, query) => {
    const { found, right, ids } = await toldOf(sent, query);
    expect(ids).toEqual(["parameters-reordered"]);
    expect(found.mistakes[0]?.title).toContain("“signature” among them");
    expect(found.mistakes[0]?.fix).toContain("Switch the sorting off");
    expect([found.repaired, found.corrected]).toEqual([right, right]);
  });

  test.each([
    ["a tracker before the sorting", `fbclid=x&${SORTED}`],
    ["a tracker after it", `${SORTED}&utm_source=x`],
  ])("%s makes two", async (_, sent) => {
    const { found, right, ids } = await toldOf(sent, SIGNED);
    expect(ids).toEqual(["parameter-added-after-signing", "parameters-reordered"]);
    expect(found.mistakes[1]?.title).toContain("“signature” among them");
    expect(found.corrected).toBe(right);
  });

  test("another secret makes two, and the URL before the sorting is signed with the one entered", async () => {
    const { found, right, ids } = await toldOf(SORTED, SIGNED, `${SECRET}\n`);
    expect(ids).toEqual(["secret-with-newline", "parameters-reordered"]);
    expect(found.corrected).toBe(right);
  });

  test.each([
    ["that stand in no such order", "mode=crop&height=480&signature={}&width=640", SIGNED],
    ["of which one stands elsewhere", "height=480&signature={}&width=640&mode=crop", SIGNED],
  ])("near miss: parameters %s", async (_, sent, query) => {
    const { found, ids } = await toldOf(sent, query);
    expect(ids).toEqual(["parameters-reordered", "signature-not-last"]);
    expect(found.corrected).toBeNull();
  });

  test("near miss: a signature in its place", async () => {
    const { found, ids } = await toldOf("height=480&mode=crop&width=640&signature={}", SIGNED);
    expect(ids).toEqual(["parameters-reordered"]);
    expect(found.mistakes[0]?.title).toBe("The parameters were signed in another order than they stand in.");
    expect(found.corrected).toBeNull();
  });
});

describe("a signature among parameters that were signed sorted", () => {
  test("stands where code or a CDN that sorts puts it: both are told", async () => {
    const { found, right, ids } = await toldOf(SORTED, "height=480&mode=crop&width=640");
    expect(ids).toEqual(["signature-not-last"]);
    expect(found.mistakes[0]?.fix).toMatch(/^Where code sorts, .*where a CDN sorts/);
    expect(found.repaired).toBe(right);
  });

  test.each([
    ["one other parameter", "signature={}&width=640", "width=640"],
    ["at the front", "signature={}&src=a.png&width=640", "src=a.png&width=640"],
    ["others in no order", "mode=crop&signature={}&height=480", "mode=crop&height=480"],
  ])("near miss: %s", async (_, sent, query) => {
    const { found } = await toldOf(sent, query);
    expect(found.mistakes.map(({ fix }) => fix)).toEqual(["Add “signature” after all other parameters."]);
  });
});
