import { createHash, createHmac } from "node:crypto";
import { expect, it } from "vitest";
import { inputOf } from "../testing";
import { compareSignedString } from "./compare";

const hmac = (hash: string, message: string) => createHmac(hash, "s3cret").update(message).digest("hex");
const compare = (signature: string, codeSigned: string) =>
  compareSignedString(
    inputOf(`https://images.example.net/a.jpg?w=1&signature=${signature}`, { secret: "s3cret" }),
    codeSigned,
  );

it("tells a wrong string from the right one", async () => {
  expect(await compare(hmac("sha1", "/b.jpg?w=1"), "/b.jpg?w=1")).toMatchObject({ kind: "string-differs" });
  expect(await compare(hmac("sha1", "/a.jpg?w=1").toUpperCase(), "/a.jpg?w=1")).toMatchObject({
    kind: "same",
  });
});

it.each(["", "abc", hmac("sha1", "/a.jpg?w=1").slice(0, 19), "z".repeat(5000)])(
  "decides nothing by the signature “%.20s”",
  async (signature) => {
    expect(await compare(signature, "/a.jpg?w=1")).toMatchObject({ kind: "undecided", signed: "/a.jpg?w=1" });
  },
);

it("counts what it has tried, and ends where its count is not taken", async () => {
  const counts: number[] = [];
  const input = inputOf(`https://images.example.net/a.jpg?w=1&signature=${"0".repeat(40)}`, {
    secret: "s3cret",
  });
  const stopped = compareSignedString(input, "/a.jpg?w=1", (count) => {
    counts.push(count);
    if (counts.length === 3) throw new Error("stopped");
  });
  await expect(stopped).rejects.toThrow("stopped");
  expect(counts).toEqual([...counts].sort((a, b) => a - b));
  expect(counts.at(-1)).toBeGreaterThan(0);
});

it("finds the line break that copying lost or added", async () => {
  const lost = await compare(hmac("sha1", "/a.jpg?w=1\n"), "/a.jpg?w=1");
  expect(lost).toMatchObject({ kind: "string-differs", signed: "/a.jpg?w=1\n" });
  expect(lost.sentence).toContain("line break");
  expect(await compare(hmac("sha1", "/b.jpg"), "/b.jpg\n")).toMatchObject({ signed: "/b.jpg" });
});

const OTHER = "/a.jpg?w=1&v=intern-7";

it.each([
  ["Python’s print of bytes", `b'${OTHER}'`, OTHER, /What stands around it/],
  ["quotes", `"${OTHER}"`, OTHER, /quotes around it/],
  ["a line of JSON", `{"level":"debug","toSign":"/a.jpg?w=1\\u0026v=intern-7"}`, OTHER, /out of the quotes/],
  ["JSON’s escape alone", "/a.jpg?w=1\\u0026v=intern-7", OTHER, /escapes were undone/],
  ["a line break as two characters", `${OTHER}\\n`, `${OTHER}\n`, /escapes were undone/],
  ["a label", `signing string: ${OTHER}`, OTHER, /before it on its line/],
  ["a label and quotes", `toSign = "${OTHER}"`, OTHER, /out of the quotes|before it/],
  ["hex", Buffer.from(OTHER).toString("hex"), OTHER, /from hex/],
  ["base64", Buffer.from(OTHER).toString("base64"), OTHER, /from base64/],
  [
    "a line break that is not shown",
    `stringToSign=> ${OTHER}`,
    `${OTHER}\n`,
    /A line break at its end was signed too/,
  ],
])("reads the string as logs show it: %s", async (_, shown, signed, words) => {
  const told = await compare(hmac("sha1", signed), shown);
  expect(told).toMatchObject({ kind: "string-differs", secret: "right", signed });
  expect(told.sentence).toMatch(words);
});

it.each([
  ["Latin-1", "latin1", /Latin-1/],
  ["UTF-16", "utf16le", /UTF-16/],
] as const)("tries it in %s", async (_, encoding, words) => {
  const shown = "/a.jpg?w=1&t=ö";
  const signature = createHmac("sha1", "s3cret").update(Buffer.from(shown, encoding)).digest("hex");
  const told = await compare(signature, shown);
  expect(told).toMatchObject({ kind: "string-differs", secret: "right" });
  expect(told.sentence).toMatch(words);
});

it("reads nothing into a string that was signed as it is shown", async () => {
  for (const shown of [`b'${OTHER}'`, `{"toSign":"${OTHER}"}`, `a: ${OTHER}`]) {
    const told = await compare(hmac("sha1", shown), shown);
    expect(told).toMatchObject({ signed: shown, secret: "right" });
    expect(told.sentence).not.toMatch(/not signed|read|undone/);
  }
});

it("names another hash", async () => {
  expect((await compare(hmac("sha256", "/a.jpg?w=1"), "/a.jpg?w=1")).sentence).toContain("SHA-256");
});

it.each<[string, string, Partial<Parameters<typeof inputOf>[1]>]>([
  ["secret-with-newline", createHmac("sha1", "s3cret\n").update("/a.jpg?w=1").digest("hex"), {}],
  [
    "secret-hashed",
    createHmac("sha1", createHash("sha256").update("s3cret").digest()).update("/a.jpg?w=1").digest("hex"),
    {},
  ],
  ["digest-instead-of-hmac", createHash("sha1").update("s3cret/a.jpg?w=1").digest("hex"), {}],
  [
    "secret-of-another-environment",
    createHmac("sha1", "0ther").update("/a.jpg?w=1").digest("hex"),
    { otherSecrets: ["0ther"] },
  ],
])("knows the string and names what else was wrong: %s", async (id, signature, more) => {
  const input = inputOf(`https://images.example.net/a.jpg?w=1&signature=${signature}`, {
    secret: "s3cret",
    ...more,
  });
  const { kind, mistakes } = await compareSignedString(input, "/a.jpg?w=1");
  expect(kind).toBe("secret-or-hash-differs");
  expect(mistakes.map((mistake) => mistake.id)).toEqual([id]);
});

it("names a wrong string and a wrong key at once", async () => {
  const signature = createHmac("sha1", '"s3cret"').update("/other.jpg").digest("base64url");
  const { kind, sentence, mistakes } = await compare(signature, "/other.jpg");
  expect(kind).toBe("string-differs");
  expect(sentence).toContain("another secret");
  expect(mistakes.map(({ id }) => id)).toEqual(["secret-with-quotes", "signature-in-base64url"]);
});
