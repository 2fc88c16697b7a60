import type { Mistake } from "../mistake";
import { signedWithKey } from "../sample";

export const secretBase32Decoded: Mistake = {
  id: "secret-base32-decoded",
  group: "secret",
  answerTells: "name",
  title: "The secret was decoded from base32 before it was used.",
  why: "Secrets for one-time passwords are written in base32, and their libraries decode any secret that they are given.",
  fix: "Use the secret’s characters as they stand, as UTF-8.",
  example: signedWithKey("NBSWY3DPEB3W64TMMQ======", "hello world"),
  nearMiss: signedWithKey("NBSWY3DPEB3W64TMMQ======", "hello worl"),
  *keys(key) {
    const bytes = fromBase32(key);
    if (bytes) yield { value: bytes };
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
