import { createHash, createHmac, randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { search } from "./search";
import { idsOf, inputOf } from "./testing";
import { Together } from "./together-testing";

const { secret: SECRET } = inputOf("");
const HOST = "https://images.example.net";
const hmac = (message: string, key = SECRET) => createHmac("sha1", key).update(message).digest("hex");

describe("what must stay unexplained", () => {
  it("a random signature, with the count of what was tried", async () => {
    const diagnosis = await search(inputOf(`${HOST}/a.jpg?w=1&signature=${randomBytes(20).toString("hex")}`));
    expect(diagnosis.state).toBe("unexplained");
    expect(diagnosis.tried).toBeGreaterThan(10_000);
    expect(diagnosis.state === "unexplained" && diagnosis.excluded.length).toBeGreaterThan(3);
  });
});

describe("what looks like a mistake and is none", () => {
  const string = "/a.jpg?width=200&height=100";
  const digits = hmac(string);
  const bytes = [...Buffer.from(digits, "hex")].reverse().join(" ");
  const sorted = "height=100&width=200";
  const signatures = [
    ["the right string with an unknown secret", hmac(string, "never-seen")],
    ["three numbers, printed", "[150 117 172]"],
    ["its bytes from the last to the first", encodeURIComponent(`[${bytes}]`)],
    ["its digits with another end", digits.replace(/.{9}$/, "000000000")],
    ["a word that only begins like an empty value", "undefinedx"],
    ["another vendor's recipe with another secret", hmac(sorted, "another one")],
    ["another vendor's recipe of other values", hmac(sorted.replace("200", "9871"))],
    [
      "a digest with another secret before it",
      createHash("sha1").update(`another one${sorted}`).digest("hex"),
    ],
    [
      "a digest of other values",
      createHash("sha1")
        .update(SECRET + sorted.replace("200", "9871"))
        .digest("hex"),
    ],
  ] as const;
  const cases = signatures.map(
    ([what, signature]) => [what, inputOf(`${HOST}${string}&signature=${signature}`)] as const,
  );
  const together = new Together(cases.map(([, input]) => input));
  it.each(cases)("%s", async (_, input) => {
    expect(await together.explains(input)).toBe(false);
  });
});

describe("URLs of any size", () => {
  const parameters = (count: number) => Array.from({ length: count }, (_, at) => `p${at}=${at}`).join("&");
  it("with 60 parameters are searched to the end", async () => {
    const diagnosis = await search(inputOf(`${HOST}/a.jpg?${parameters(60)}&signature=${"ab".repeat(20)}`));
    expect(diagnosis.tried).toBeLessThan(900_000);
  });
  it.each([
    ["10,000 parameters", parameters(10_000)],
    ["a megabyte", `src=${"https%3A%2F%2Fa".repeat(70_000)}`],
  ])(
    "with %s are searched as far as the time allows, and say so",
    async (_, query) => {
      const explained = await idsOf(
        `${HOST}/a.jpg?${query}&signature=${hmac(`/a.jpg?${query}`, `${SECRET}\n`)}`,
      );
      expect(explained).toEqual(["secret-with-newline"]);
      const diagnosis = await search(inputOf(`${HOST}/a.jpg?${query}&signature=${"ab".repeat(20)}`));
      expect(diagnosis.limits).toHaveLength(1);
    },
    120_000,
  );
});
