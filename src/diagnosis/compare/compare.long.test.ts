import { createHmac } from "node:crypto";
import { expect, it } from "vitest";
import { inputOf } from "../testing";
import { compareSignedString } from "./compare";

/** What neither the URL's string nor the code's explains is searched to the end. */
const compare = (signed: string, codeSigned: string) => {
  const signature = createHmac("sha1", "s3cret").update(signed).digest("hex");
  const input = inputOf(`https://images.example.net/a.jpg?w=1&signature=${signature}`, { secret: "s3cret" });
  return compareSignedString(input, codeSigned);
};

it("tells a wrong secret from a wrong string", async () => {
  expect(await compare("/b.jpg?w=1", "/c.jpg?w=1")).toMatchObject({ kind: "secret-or-hash-differs" });
});

it("does not blame the secret where the string may be the wrong one", async () => {
  const { sentence } = await compare("/unknown", "/a.jpg?w=1");
  expect(sentence).toMatch(/Another secret signed it, or it was not this string/);
});

it.each([
  ["in quotes", '"/a.jpg?w=1&h=2"'],
  ["behind its name", "string: /a.jpg?w=1&h=2"],
  ["as JSON escapes it", '"/a.jpg?w=1\\u0026h=2"'],
])("the right string that was copied %s differs from the one to sign in nothing", async (_, shown) => {
  const url = `https://images.example.net/a.jpg?w=1&h=2&signature=${createHmac("sha1", "another").update("/a.jpg?w=1&h=2").digest("hex")}`;
  const input = inputOf(url, { secret: "s3cret" });
  const { sentence, signed } = await compareSignedString(input, shown);
  expect(sentence).toContain(
    "This is the right string, but for how it is written here, and this secret does not make",
  );
  expect(signed).toBe("/a.jpg?w=1&h=2");
});
