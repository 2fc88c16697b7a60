import { unescapeText } from "../../signing/escapes";
import type { Digits, Phrases, UsedHash } from "./phrases";

/**
 * Whether what stands in the place of a signature is written as a line writes it. That its digits are right the search has proved.
 * @param name of the hash, as `sha1`
 * @param used the hash that was computed
 */
export function isWrittenSo(
  signature: string,
  written: Digits,
  say: Phrases,
  name: string,
  used: UsedHash,
): boolean {
  const bytes = BYTES[used];
  const shape = say.shape?.(written, name, bytes) ?? shapeOf(written, name, bytes);
  return shape.test(unescapeText(signature));
}

const BYTES: Readonly<Record<UsedHash, number>> = {
  MD5: 16,
  "SHA-1": 20,
  "SHA-224": 28,
  "SHA-256": 32,
  "SHA-384": 48,
  "SHA-512": 64,
};

function shapeOf(written: Digits, name: string, bytes: number): RegExp {
  switch (written) {
    case "base64":
      return base64(bytes, "+/");
    case "base64url":
      return base64(bytes, "_-");
    case "base64OfHex":
      return base64(bytes * 2, "");
    case "hexOfHex":
      return new RegExp(`^[\\da-f]{${bytes * 4}}$`);
    case "upper":
      return new RegExp(`^[\\dA-F]{${bytes * 2}}$`);
    case "prefix":
      return new RegExp(`^${name}=[\\da-f]{${bytes * 2}}$`);
  }
}

/** @param more digits besides letters and figures */
export function base64(bytes: number, more: string, fill = "="): RegExp {
  const digits = Math.ceil((bytes * 4) / 3);
  return new RegExp(`^[A-Za-z\\d${more}]{${digits}}${fill.repeat(-digits & 3)}$`);
}
