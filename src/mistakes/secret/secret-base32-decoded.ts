import type { Mistake } from "../mistake";
import { signedWithKey } from "../sample";
import { decodedWays } from "../text/stored-forms";

export const secretBase32Decoded: Mistake = {
  id: "secret-base32-decoded",
  group: "secret",
  answerTells: "name",
  title: "The secret was decoded from base32 before it was used.",
  why: "Secrets for one-time passwords are written in base32, and their libraries decode any secret that they are given.",
  fix: "Use the secret’s characters as they stand, as UTF-8.",
  example: signedWithKey("JBSWY3DPEHPK3PXP", Uint8Array.of(72, 101, 108, 108, 111, 33, 222, 173, 190, 239)),
  nearMiss: signedWithKey("JBSWY3DPEHPK3PXP", "JBSWY3DPEHPK3PX"),
  *keys(key) {
    const bytes = fromBase32(key);
    if (bytes)
      yield* decodedWays(
        [{ value: bytes }],
        "the base32 form",
        "Apps for one-time passwords show their secrets in base32.",
        "a library for one-time passwords decoded it",
      );
  },
};

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
const FEWEST = 8;

/** The bytes that base32 (RFC 4648, 6) stands for; spaces and hyphens between its groups are skipped. */
function fromBase32(text: string): Uint8Array<ArrayBuffer> | null {
  const digits = text.replace(/[\s-]/g, "").replace(/=+$/, "").toUpperCase();
  if (digits.length < FEWEST || [...digits].some((digit) => !ALPHABET.includes(digit))) return null;
  const bits = Array.from(digits, (digit) => ALPHABET.indexOf(digit).toString(2).padStart(5, "0")).join("");
  return Uint8Array.from(bits.match(/.{8}/g) ?? [], (byte) => Number.parseInt(byte, 2));
}
