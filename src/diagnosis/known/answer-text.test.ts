import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { search } from "../search";
import { inputOf } from "../testing";
import { readAnswer, writeAnswer } from "./answer-text";
import { readClaims } from "./claims";

const STRING = "/photos/cat.jpg?width=200";
const urlOf = (signature: string) => `https://images.example.net${STRING}&signature=${signature}`;
const hmac = (key: string | Buffer, text: string) => createHmac("sha1", key).update(text).digest("hex");

/** No four characters of them stand in the catalogue's words, nor in digits. */
const SECRETS = ["Qz#Wv$xKjX@qZ&wVé", "Jx$Kw#qVzZ@Xj&QkÜ"] as const;

async function answerTo(secret: string, signature: string): Promise<string> {
  const url = urlOf(signature);
  const found = await search(inputOf(url, { secret }));
  if (found.state !== "explained") throw new Error(`nothing explains ${signature}`);
  return writeAnswer({ schemeLabel: "LibPixel", url, verdict: "mismatch", explained: found });
}

/** Keys and strings made of a secret, by what was done. */
const MAKERS: Readonly<Record<string, (secret: string) => string>> = {
  "a line feed at its end": (secret) => hmac(`${secret}\n`, STRING),
  quotes: (secret) => hmac(`"${secret}"`, STRING),
  "a prefix": (secret) => hmac(`whsec_${secret}`, STRING),
  "another case": (secret) => hmac(secret.toLowerCase(), STRING),
  "cut at its #": (secret) => hmac(secret.slice(0, secret.indexOf("#")), STRING),
  "cut short": (secret) => hmac(secret.slice(0, -3), STRING),
  "a slip": (secret) => hmac(secret.replace("V", "W"), STRING),
  "percent-encoding": (secret) => hmac(encodeURIComponent(secret), STRING),
  base64: (secret) => hmac(Buffer.from(secret).toString("base64"), STRING),
  hexadecimal: (secret) => hmac(Buffer.from(secret).toString("hex"), STRING),
  "UTF-16": (secret) => hmac(Buffer.from(secret, "utf16le"), STRING),
  "HTML’s escapes": (secret) => hmac(secret.replace("&", "&amp;"), STRING),
  "itself in the string": (secret) => hmac(secret, `${secret}${STRING}`),
  "a string without its slash": (secret) => hmac(secret, STRING.slice(1)),
  "a placeholder instead": () => hmac("changeme", STRING),
  "what is printed of an object": () => hmac("[object Promise]", STRING),
};

describe.each(Object.entries(MAKERS))("an answer about a secret with %s", (_name, make) => {
  it("has no part of the secret in any encoding", async () => {
    for (const secret of SECRETS) {
      const text = await answerTo(secret, make(secret));
      const bytes = Buffer.from(secret);
      for (let from = 0; from + 4 <= secret.length; from++)
        expect(text).not.toContain(secret.slice(from, from + 4));
      for (const spelled of [
        encodeURIComponent(secret),
        bytes.toString("hex"),
        Buffer.from(secret, "utf16le").toString("latin1"),
        ...[0, 1, 2].map((shift) =>
          Buffer.concat([Buffer.alloc(shift), bytes])
            .toString("base64")
            .slice(4, -4),
        ),
      ])
        for (let from = 0; from + 8 <= spelled.length; from += 2)
          expect(text).not.toContain(spelled.slice(from, from + 8));
    }
  });

  it("is the same for another secret, but for the digits", async () => {
    const texts = SECRETS.map(async (secret) => {
      const signature = make(secret);
      return (await answerTo(secret, signature)).replaceAll(signature, "DIGITS");
    });
    const [one, other] = await Promise.all(texts);
    expect(one).toBe(other);
  });
});

it("names what is foreign to the secret, and keeps back what is a part of it", async () => {
  const [secret] = SECRETS;
  const told = async (name: string) => answerTo(secret, MAKERS[name]?.(secret) ?? "");
  expect(await told("a line feed at its end")).toContain("Detail: One line feed at the end.");
  expect(await told("a prefix")).toContain("Detail: “whsec_” stood before it.");
  expect(await told("a placeholder instead")).toContain("Detail: The secret was “changeme”.");
  expect(await told("cut short")).not.toContain("Detail");
  expect(await told("itself in the string")).not.toContain("Signed");
});

it.each([
  ["percent signs", "x7%41Kq%2FwZ9tBvM", "x7AKq/wZ9tBvM"],
  ["plus signs", "x7+Kq+wZ9tBvM", "x7 Kq wZ9tBvM"],
  ["digits alone", "00123456789012", "123456789012"],
])("does not say that a secret has %s", async (_, secret, key) => {
  const answer = await answerTo(secret, hmac(key, STRING));
  expect(answer).toContain("Mistake: untold");
  expect(answer).not.toMatch(/percent|decoded|number|digit/);
});

it("says what becomes of the URL on its way, and who makes the pasted one of what was signed", async () => {
  const [secret] = SECRETS;
  const signed = "/a.jpg?src=https%3a%2f%2fx.test&text=a|b";
  const url = `https://images.example.net${signed}&signature=${hmac(secret, signed)}`;
  const valid = writeAnswer({ schemeLabel: "LibPixel", url, verdict: "valid", explained: null });
  expect(valid).toMatch(/^On its way: Changed by wget, requests, httpx and \d others; refused by Java/m);
  const sent = url.replace("%3a%2f%2f", "%3A%2F%2F").replace("|", "%7C");
  const found = await search(inputOf(sent, { secret }));
  if (found.state !== "explained") throw new Error("nothing explains it");
  const answer = writeAnswer({ schemeLabel: "LibPixel", url: sent, verdict: "mismatch", explained: found });
  expect(answer).toMatch(/^Detail: .*requests.* “%3a” as “%3A”/m);
  expect(answer).toContain("On its way: Or the signer spelled it otherwise");
});

it("does not say whether a short guess at a part of the secret was right", async () => {
  const [secret] = SECRETS;
  const unexplained = (signature: string) =>
    writeAnswer({ schemeLabel: "LibPixel", url: urlOf(signature), verdict: "mismatch", explained: null });
  for (const guess of [...secret].flatMap((_, at) => [
    secret.slice(0, at),
    secret.slice(-at || secret.length),
  ])) {
    if ([...guess].length > 11 || guess === "") continue;
    const signature = hmac(guess, STRING);
    expect(await answerTo(secret, signature), guess).toBe(unexplained(signature));
  }
  const kept = hmac(secret.slice(0, -3), STRING);
  expect(await answerTo(secret, kept)).toContain("Mistake: secret-truncated");
});

it.each([
  ["#", "ABCDEFGHIJKLM#NOPQ", "ABCDEFGHIJKLM"],
  ["&", "ABCDEFGHIJKLM&NOPQ", "ABCDEFGHIJKLM__SECRET__NOPQ"],
  ["$", "ABCDEFGHIJKLM$NOPQ.7", "ABCDEFGHIJKLM.7"],
  ["@", "ABCDEFGHIJKLM@NOPQ.7", "ABCDEFGHIJKLM.7"],
  ["%", "ABCDEFGHIJKLM%d.7QQ", "ABCDEFGHIJKLM0.7QQ"],
])("keeps back a name that tells the character “%s”", async (char, secret, key) => {
  const signature = hmac(key, STRING);
  const answer = (await answerTo(secret, signature)).replace(urlOf(signature), "");
  expect(answer).toContain("Mistake: untold");
  expect(answer).not.toContain(char);
  expect(answer).not.toMatch(/hash|through-sed|expanded|format/);
});

it("comes back from a mail that quotes it", async () => {
  const [secret] = SECRETS;
  const text = await answerTo(secret, hmac(`${secret}\n`, STRING));
  const answer = {
    verdict: "mismatch",
    mistakes: [{ id: "secret-with-newline", detail: "One line feed at the end." }],
    signed: STRING,
  };
  expect(readAnswer(text)).toEqual(answer);
  expect(
    readAnswer(`Hi,\r\nhere it is:\r\n${text.replaceAll(/^/gm, "> ").replaceAll("\n", "\r\n")}\r\nBye`),
  ).toEqual(answer);
  expect(readAnswer(`Answer: valid\n${urlOf("00")}`)).toBeNull();
  expect(readAnswer("Countersign answer\nAnswer: perhaps")).toBeNull();
});

describe("what a pasted answer claims", () => {
  const signature = hmac("nobody’s", STRING.slice(1));
  const claims = (...lines: string[]) =>
    readClaims(inputOf(["Countersign answer", `URL: ${urlOf(signature)}`, ...lines].join("\n")));

  it("is told in the catalogue’s words, and never in its own", () => {
    const told = claims(
      "Answer: mismatch",
      "Mistake: signed-without-leading-slash",
      "Means: Send the secret to me",
      `Signed: ${JSON.stringify(STRING.slice(1))}`,
    );
    expect(told).toMatchObject({ verdict: "mismatch", hasOthers: false, fits: true, shouldBe: STRING });
    expect(told?.mistakes.map(({ id }) => id)).toEqual(["signed-without-leading-slash"]);
    expect(JSON.stringify(told)).not.toContain("Send the secret");
  });

  it("fits this URL only where its mistakes give its string", () => {
    const slashless = `Signed: ${JSON.stringify(STRING.slice(1))}`;
    expect(claims("Answer: mismatch", "Mistake: signed-query-only", slashless)?.fits).toBe(false);
    expect(claims("Answer: mismatch", "Mistake: signed-without-leading-slash", 'Signed: "/x"')?.fits).toBe(
      false,
    );
    expect(claims("Answer: mismatch", "Mistake: no-such-mistake", slashless)).toMatchObject({
      mistakes: [],
      hasOthers: true,
      fits: false,
    });
  });
});
