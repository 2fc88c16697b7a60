import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { search } from "../search";
import { idsIn, inputOf } from "../testing";
import { readTargets } from "./targets";

const HEX = createHmac("sha1", "s3cret").update("/a.jpg?w=1").digest("hex");
const escaped = (at: number) => `${HEX.slice(0, at)}%${HEX.charCodeAt(at).toString(16)}${HEX.slice(at + 1)}`;

const diagnose = (signature: string) =>
  search(inputOf(`https://images.example.net/a.jpg?w=1&signature=${signature}`, { secret: "s3cret" }));
const idsOf = async (signature: string) => idsIn(await diagnose(signature));

it.each([0, 1, 19, 20, 21, 39])("does not take digits with an escape at %i for the right ones", (at) => {
  expect(readTargets(escaped(at))).toEqual([]);
});

it("never explains without a mistake", async () => {
  expect(await idsOf(escaped(0))).toEqual(["unexplained"]);
});

it("decodes the escapes of base64", async () => {
  const base64 = Buffer.from(HEX, "hex").toString("base64");
  expect(await idsOf(encodeURIComponent(base64))).toEqual(["signature-in-base64"]);
});

describe("white space", () => {
  it.each(["%09", "%0A", "%0a", "%0D%0A", "%20", "+"])(
    "as %s within the digits is all that is told",
    async (space) => {
      expect(await idsOf(HEX.slice(0, 20) + space + HEX.slice(20))).toEqual(["signature-with-prefix"]);
      expect(await idsOf(HEX.slice(0, 7) + space + HEX.slice(7))).toEqual(["signature-with-prefix"]);
      expect(await idsOf(HEX + space)).toEqual(["signature-with-prefix"]);
    },
  );
  it.each([
    [`${HEX}%0A`, "White space stood before or after its digits."],
    [`%20${HEX}`, "White space stood before or after its digits."],
    [`${HEX.slice(0, 7)}%20${HEX.slice(7)}`, "White space stood between its digits."],
    [`%22${HEX}%22`, '“"” stood before it, “"” after it.'],
    [`sha1=${HEX}`, "“sha1=” stood before it."],
  ])("or another sign in %s is told where it stands", async (text, detail) => {
    const told = await diagnose(text);
    expect(told.state === "explained" && told.mistakes.map((mistake) => mistake.detail)).toEqual([detail]);
  });
});

it("removes what stands around the digits", async () => {
  for (const around of [`${HEX}  -`, `${HEX} *-`, `"${HEX}";`, `SHA1(stdin)= ${HEX}\n`])
    expect(await idsOf(encodeURIComponent(around))).toEqual(["signature-with-prefix"]);
});

it.each([
  `${"ac:".repeat(1300)}x`,
  ".".repeat(50_000),
  `${" ".repeat(4000)}x`,
  `${".".repeat(4000)}x`,
  "a".repeat(500_000),
])("reads a signature of any length at once", (text) => {
  const started = performance.now();
  expect(readTargets(text)).toEqual([]);
  expect(performance.now() - started).toBeLessThan(50);
});

it("looks for numbers between any white space at once", () => {
  const started = performance.now();
  readTargets(`${`1${" ".repeat(1000)}`.repeat(4)}x`);
  expect(performance.now() - started).toBeLessThan(200);
});
