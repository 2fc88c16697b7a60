import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { judgeProbe, readProbe, signedText } from "./probe";

/** The line as code that is not ours prints it. */
function line(secret: string, signed: string | Buffer): string {
  const fingerprint = createHash("sha256").update(secret).digest("hex").slice(0, 4);
  return `countersign1 ${Buffer.byteLength(secret)} ${fingerprint} ${Buffer.from(signed).toString("hex")}`;
}

function judge(line: string, signingString: string, secret: string) {
  const probe = readProbe(line);
  if (!probe) throw new Error("no line");
  return judgeProbe(probe, signingString, secret);
}

const STRING = "/hero.jpg?width=1200";
const SECRET = "demo-auth-secret";

describe("the line is read", () => {
  test("whatever secret and string it speaks of", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme" }), (secret, signed) => {
        const probe = readProbe(line(secret, signed));
        expect(probe && signedText(probe)).toBe(signed);
        expect(judge(line(secret, signed), signed, secret)).toEqual({
          string: "same",
          secret: "same",
          secretChange: null,
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
    expect(probe && signedText(probe)).toBe(STRING);
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

  test("bytes that are no UTF-8 are no text", () => {
    const probe = readProbe(line(SECRET, Buffer.from([0x2f, 0xe9])));
    expect(probe && signedText(probe)).toBeNull();
  });
});

describe("one line decides", () => {
  test("the string differs", () => {
    expect(judge(line(SECRET, `https://h${STRING}`), STRING, SECRET)).toEqual({
      string: "differs",
      secret: "same",
      secretChange: null,
    });
  });

  test.each([
    [`${SECRET}\n`, "a line break at its end"],
    [`"${SECRET}"`, "double quotes around it"],
    ["", "lost all its characters"],
  ])("the secret differs, and how: %j", (used, secretChange) => {
    expect(judge(line(used, STRING), STRING, SECRET)).toEqual({
      string: "same",
      secret: "differs",
      secretChange,
    });
  });

  test("a secret of the same length is told apart, and no change of it is made up", () => {
    expect(judge(line("demo-auth-secreT", STRING), STRING, SECRET)).toEqual({
      string: "same",
      secret: "differs",
      secretChange: null,
    });
  });

  test("white space that the page's secret has and the code's has lost", () => {
    expect(judge(line(SECRET, STRING), STRING, `${SECRET} `).secretChange).toBe(
      "lost the white space around it",
    );
  });
});
