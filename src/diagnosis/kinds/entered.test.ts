import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { search } from "../search";
import { inputOf } from "../testing";

const KEY = "s3cret-Key-42";

const mistakesWith = async (secret: string, key: string | Buffer) => {
  const signature = createHmac("sha1", key).update("/a.jpg?w=1").digest("hex");
  const pasted = `https://images.example.net/a.jpg?w=1&signature=${signature}`;
  const diagnosis = await search(inputOf(pasted, { secret }));
  return diagnosis.state === "explained" ? diagnosis.mistakes : [];
};

const base64 = (text: string) => Buffer.from(text).toString("base64");

describe("a secret entered in the form in which a file or a tool shows it", () => {
  it.each([
    ["Kubernetes", base64(KEY), KEY, "the base64 form of the one that signed."],
    ["a vault, of a secret with umlauts", base64("grün-Key-42"), "grün-Key-42", "the base64 form"],
    [
      "Kubernetes, of “echo”, trimmed by the code",
      base64(`${KEY}\n`),
      KEY,
      "the base64 form of the one that signed.",
    ],
    [
      "base64 for URLs",
      base64(`${KEY}?>~`).replace("+", "-").replace("/", "_"),
      `${KEY}?>~`,
      "the base64 form",
    ],
    ["xxd", Buffer.from(KEY).toString("hex"), KEY, "the hexadecimal form"],
    ["an app for one-time passwords", "OMZWG4TFOQWUWZLZFU2DE===", KEY, "the base32 form"],
    ["a Compose file", "ab$$cd9-K", "ab$cd9-K", "has “$$” where the one that signed has “$”"],
    ["double quotes", "ab\\$cd9-K", "ab$cd9-K", "has “\\$” where the one that signed has “$”"],
    ["a batch file", "ab%%cd9-K", "ab%cd9-K", "has “%%” where the one that signed has “%”"],
    ["a connection string", "a%2Bb%2Fc%3Dd9", "a+b/c=d9", "has percent-escapes"],
    ["a query", "a+b%2Fc%3Dd9", "a b/c=d9", "has percent-escapes"],
    ["JSON", 'ab\\"cd\\\\ef9', 'ab"cd\\ef9', "has backslashes"],
    ["JSON for a page", "ab\\u0026cd9-K", "ab&cd9-K", "has backslashes"],
    ["a line with a comment", `${KEY} #prod`, KEY, "goes on with a “#”"],
    ["a form that lost its “+”", "a b=k9Q2", "a+b=k9Q2", "has a space where the one that signed has “+”"],
    ["two columns", `${KEY} staging`, KEY, "has more words or lines"],
    ["two columns with a tab", `${KEY}\tstaging`, KEY, "has more words or lines"],
    ["two lines", `${KEY}\nother`, KEY, "has more words or lines"],
    ["a label", `Auth Secret ${KEY}`, KEY, "has more words or lines"],
    ["three columns", `libpixel ${KEY} 2024-01-01`, KEY, "has more words or lines"],
    ["a label with a colon", `Auth Secret: ${KEY}`, KEY, "has its name or wrapping around it"],
  ])("is told as entered, with the other story: %s", async (_, secret, key, title) => {
    const [told, ...more] = await mistakesWith(secret, key);
    expect(told).toMatchObject({ entered: true, title: expect.stringContaining(title), group: "secret" });
    expect(told?.why).toMatch(/ [Oo]r /);
    expect(told?.fix).toMatch(/^Enter /);
    expect(told?.detail ?? "").not.toMatch(/for a character|for escapes/);
    expect(more).toEqual([]);
  });

  it("has the line break of “echo” told, where the code kept it", async () => {
    const [told, ...more] = await mistakesWith(base64(`${KEY}\n`), `${KEY}\n`);
    expect(told).toMatchObject({
      entered: true,
      title: "The secret entered here is the base64 form of the one that signed, which ends in a line break.",
      fix: expect.stringMatching(/^Store it without the line break/),
    });
    expect(more).toEqual([]);
  });
});

describe("is told as a mistake of the code alone", () => {
  it.each([
    ["bytes decoded from base64", "pKvURIxJVi2CgRXROh/M", Buffer.from("pKvURIxJVi2CgRXROh/M", "base64")],
    ["bytes decoded from hexadecimal", "a90041f3117bd2c8", Buffer.from("a90041f3117bd2c8", "hex")],
    ["a secret cut at a “#” inside", "abc#def9-Key", "abc"],
    ["a name after “$” gone", "ab$cd9-K", "ab-K"],
    ["a “+” that became a space", "a+b=k9Q2", "a b=k9Q2"],
    ["escapes written", 'ab"cd9-K', 'ab\\"cd9-K'],
    ["a part of the secret", KEY, KEY.slice(0, 9)],
  ])("%s", async (_, secret, key) => {
    const [told, ...more] = await mistakesWith(secret, key);
    expect(told?.group).toBe("secret");
    expect(told?.entered).toBeUndefined();
    expect(more).toEqual([]);
  });
});

it.each([
  ["a space", `${KEY} `, "has white space"],
  ["a line break", `${KEY}\n`, "has a line break"],
  ["quotes", `"${KEY}"`, "has quotation marks"],
  ["a zero-width space", `${KEY}\u200b`, "cannot be seen"],
  ["a prefix", `whsec_${KEY}`, "another vendor’s prefix"],
  ["escapes of HTML", "a&amp;b-Key-42", "as HTML writes it"],
  ["a backslash of a shell", "ab\\!cd-Key", "has backslashes"],
  ["itself once more", KEY + KEY, "what is entered here"],
  ["a full stop", `${KEY}.`, "has more around it"],
  ["its name", `LIBPIXEL_SECRET=${KEY}`, "has its name or wrapping"],
])("the headline says that it is the one entered that has %s", async (_, secret, title) => {
  const key = secret.includes(KEY) ? KEY : secret.replace("&amp;", "&").replace("\\", "");
  const [told, ...more] = await mistakesWith(secret, key);
  expect(told?.title).toMatch(/entered here/);
  expect(told?.title).toContain(title);
  expect(more).toEqual([]);
  // The other way round it is the one that signed.
  const [signed] = await mistakesWith(key, secret);
  expect(signed?.title).not.toMatch(/^The secret entered here/);
});

it.each([
  ["a part of it", `xy${KEY}`, KEY, /or more than it is entered here/],
  ["another letter case", KEY.toLowerCase(), KEY.toUpperCase(), /than it is entered here/],
])("a title fits either place: %s", async (_, secret, key, title) => {
  expect((await mistakesWith(secret, key))[0]?.title).toMatch(title);
});
