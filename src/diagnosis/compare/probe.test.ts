import { createHash, createHmac } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { inputOf } from "../testing";
import { compareSignedString } from "./compare";
import { judgeProbe, readProbe, signedMessage } from "./probe";

/** The line as code that is not ours prints it. */
function line(secret: string, signed: string | Buffer): string {
  const fingerprint = createHash("sha256").update(secret).digest("hex").slice(0, 4);
  return `countersign1 ${Buffer.byteLength(secret)} ${fingerprint} ${Buffer.from(signed).toString("hex")}`;
}

function judge(line: string, signingString: string, secret: string) {
  const probe = readProbe(line);
  if (!probe) throw new Error("no line");
  return judgeProbe(probe, signingString, secret, []);
}

const STRING = "/hero.jpg?width=1200";
const SECRET = "demo-auth-secret";

describe("the line is read", () => {
  test("whatever secret and string it speaks of", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme" }), (secret, signed) => {
        const probe = readProbe(line(secret, signed));
        expect(probe && signedMessage(probe)).toBe(signed);
        expect(judge(line(secret, signed), signed, secret)).toMatchObject({
          string: "same",
          secret: "same",
          changes: [],
        });
      }),
    );
  });

  test.each([
    `app-1  | 2026-01-02T03:04:05Z ${line(SECRET, STRING)}`,
    `${line(SECRET, STRING)}\r\nnext line`,
    `"${line(SECRET, STRING)}"`,
    line(SECRET, STRING).replace(/[0-9a-f]+$/, (hex) => hex.toUpperCase()),
  ])("in a log: %s", (pasted) => {
    const probe = readProbe(pasted);
    expect(probe && signedMessage(probe)).toBe(STRING);
  });

  test.each([
    "",
    "countersign1",
    "countersign2 16 abcd 2f",
    "countersign1 16 abc 2f",
    "countersign1 16 abcde 2f",
    line(SECRET, STRING).slice(0, -1),
  ])("and nothing else is: %j", (pasted) => {
    expect(readProbe(pasted)).toBeNull();
  });

  test("bytes that are no UTF-8 stay bytes", () => {
    const probe = readProbe(line(SECRET, Buffer.from([0x2f, 0xe9])));
    expect(probe && signedMessage(probe)).toEqual(Uint8Array.of(0x2f, 0xe9));
  });
});

const hmac = (key: string | Buffer, signed: string | Buffer, hash = "sha1") =>
  createHmac(hash, key).update(signed).digest("hex");
const compare = (signature: string, pasted: string, secret = SECRET, otherSecrets: string[] = []) =>
  compareSignedString(
    inputOf(`https://images.example.net${STRING}&signature=${signature}`, { secret, otherSecrets }),
    pasted,
  );
const idsOf = (comparison: Awaited<ReturnType<typeof compare>>) => comparison.mistakes.map(({ id }) => id);

describe("one line decides, proved by the signature where that can be", () => {
  test("the string differs, to the byte", async () => {
    const signed = `https://h${STRING}`;
    expect(await compare(hmac(SECRET, signed), line(SECRET, signed))).toMatchObject({
      kind: "string-differs",
      secret: "right",
      signed,
    });
    // A line break that was not signed is not tried, for the line tells every byte.
    const other = await compare(hmac(SECRET, `${STRING}\n`), line(SECRET, STRING));
    expect(other).toMatchObject({ kind: "secret-or-hash-differs", secret: "unknown", mistakes: [] });
  });

  test("bytes that are no text", async () => {
    const signed = Buffer.from("/caf\u00e9.jpg", "latin1");
    expect(await compare(hmac(SECRET, signed), line(SECRET, signed))).toMatchObject({
      kind: "string-differs",
      secret: "right",
      signed: "/caf<E9>.jpg",
    });
  });

  test("the hash differs", async () => {
    const comparison = await compare(hmac(SECRET, STRING, "sha256"), line(SECRET, STRING));
    expect(comparison).toMatchObject({ kind: "secret-or-hash-differs", secret: "right" });
    expect(comparison.sentence).toContain("SHA-256");
  });

  test("the secret was changed before the code held it, or after", async () => {
    const before = await compare(hmac(`${SECRET}\n`, STRING), line(`${SECRET}\n`, STRING));
    expect(before).toMatchObject({ kind: "secret-or-hash-differs", secret: "other" });
    expect(before.sentence).not.toContain("16 bits");
    const after = await compare(hmac(Buffer.from(SECRET).toString("hex"), STRING), line(SECRET, STRING));
    expect(after.sentence).toContain("Your code holds the secret entered here");
    expect([idsOf(before), idsOf(after)]).toEqual([["secret-with-newline"], ["secret-hex-encoded"]]);
  });
});

describe("where no computation gives the signature, it says what 16 bits tell, and that", () => {
  /** No signature: there is nothing to search for. */
  const unknown = "abc";

  test.each([
    [`${SECRET}\n`, SECRET, "secret-with-newline"],
    [`${SECRET}\r\n`, SECRET, "secret-with-newline"],
    [`"${SECRET}"`, SECRET, "secret-with-quotes"],
    [` ${SECRET}`, SECRET, "secret-with-space"],
    [SECRET.toUpperCase(), SECRET, "secret-wrong-case"],
    ["demo-auth", "demo-auth#secret", "secret-cut-at-hash"],
  ])("the secret differs, and how: %j", async (used, entered, id) => {
    const comparison = await compare(unknown, line(used, STRING), entered);
    expect(comparison).toMatchObject({ kind: "secret-or-hash-differs", secret: "unknown" });
    expect(idsOf(comparison)).toEqual([id]);
    expect(comparison.sentence).toMatch(/16 bits .* times in 65,536\. The string is the right one\./);
    expect(comparison.sentence).not.toContain(entered);
  });

  test("one of the other secrets", async () => {
    expect(idsOf(await compare(unknown, line("staging", STRING), SECRET, ["", "staging"]))).toEqual([
      "secret-of-another-environment",
    ]);
  });

  test("a secret of the same length is told apart, and no change of it is made up", async () => {
    const comparison = await compare(unknown, line("another-secret-x", STRING));
    expect(comparison.sentence).toContain("another one of the same length");
    expect(comparison.mistakes).toEqual([]);
    const longer = await compare(unknown, line("quite another secret", STRING));
    expect(longer.sentence).toContain("it has 20 bytes, the one entered here 16");
  });

  test("string and secret are right, so something else was computed, or in another run", async () => {
    const comparison = await compare(hmac("of another run", "/"), line(SECRET, STRING));
    expect(comparison).toMatchObject({ kind: "secret-or-hash-differs", secret: "unknown", mistakes: [] });
    expect(comparison.sentence).toMatch(/something else of them, or this URL was not signed in the run/);
  });

  test("a signature that cannot be read hinders nothing", async () => {
    expect(await compare("abc", line(SECRET, "/b"))).toMatchObject({ kind: "string-differs", signed: "/b" });
  });
});

test("a line that was cut decides nothing", async () => {
  const cut = line(SECRET, STRING).slice(0, -1);
  expect(await compare(hmac(SECRET, STRING), cut)).toMatchObject({ kind: "undecided" });
});
