import type { Mistake } from "../mistake";
import { signedWithKey } from "../sample";
import { SINGLE_ONLY } from "../weights";

export const secretPadded: Mistake = {
  id: "secret-padded",
  group: "secret",
  title: "The secret was filled up to a fixed length.",
  why: "A CHAR column of a database fills a text with spaces, and code for ciphers, whose keys have 16, 24 or 32 bytes, fills it with zeros.",
  fix: "Store the secret in a VARCHAR or TEXT column, and use it as it is, whatever its length.",
  example: signedWithKey("s3cretKey", "s3cretKey".padEnd(64)),
  nearMiss: signedWithKey("s3cretKey", "s3cretKey".padEnd(63, "-")),
  *keys(key) {
    for (const width of WIDTHS) {
      if (key.length >= width) continue;
      for (const [char, name] of FILLINGS) {
        const to = `It was filled up to ${width} characters with ${name}`;
        yield { value: key.padEnd(width, char), detail: `${to}.`, weight: SINGLE_ONLY };
        yield { value: key.padStart(width, char), detail: `${to} in front.`, weight: SINGLE_ONLY };
      }
    }
  },
};

const WIDTHS = [16, 20, 24, 30, 32, 36, 40, 48, 50, 60, 64, 80, 100, 128, 200, 255, 256];

const FILLINGS = [
  [" ", "spaces"],
  ["0", "“0”"],
  ["=", "“=”"],
] as const;
