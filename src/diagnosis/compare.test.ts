import { createHmac } from "node:crypto";
import { expect, it } from "vitest";
import { compareSignedString } from "./compare";
import { inputOf } from "./testing";

const hmac = (hash: string, message: string) => createHmac(hash, "s3cret").update(message).digest("hex");
const compare = (signature: string, codeSigned: string) =>
  compareSignedString(
    inputOf(`https://images.example.net/a.jpg?w=1&signature=${signature}`, { secret: "s3cret" }),
    codeSigned,
  );

it("tells a wrong string from a wrong secret", async () => {
  expect(await compare(hmac("sha1", "/b.jpg?w=1"), "/b.jpg?w=1")).toMatchObject({ kind: "string-differs" });
  expect(await compare(hmac("sha1", "/b.jpg?w=1"), "/c.jpg?w=1")).toMatchObject({
    kind: "secret-or-hash-differs",
  });
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

it("finds the line break that copying lost or added", async () => {
  const lost = await compare(hmac("sha1", "/a.jpg?w=1\n"), "/a.jpg?w=1");
  expect(lost).toMatchObject({ kind: "string-differs", signed: "/a.jpg?w=1\n" });
  expect(lost.sentence).toContain("line break");
  expect(await compare(hmac("sha1", "/b.jpg"), "/b.jpg\n")).toMatchObject({ signed: "/b.jpg" });
});

it("names another hash", async () => {
  expect((await compare(hmac("sha256", "/a.jpg?w=1"), "/a.jpg?w=1")).sentence).toContain("SHA-256");
});
