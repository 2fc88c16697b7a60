import type { Mistake } from "../mistake";
import { PHOTO_URL, SECRET, SIGNED } from "../sample";

/** What `new BigInteger(bytes).toString(16)` writes of a digest that begins with an “8” or more. */
const negative = (hex: string) => (BigInt(`0x${hex}`) - (1n << BigInt(hex.length * 4))).toString(16);

export const signatureAsNegativeNumber: Mistake = {
  id: "signature-as-negative-number",
  group: "form",
  title: "The {signature} was written as a negative number.",
  why: "Java’s new BigInteger(bytes) and Python’s int.from_bytes(…, signed=True) take the first bit of a digest for a sign.",
  fix: "Write each byte as two hexadecimal digits: “%02x”, HexFormat.of().formatHex(bytes) in Java, .hex() in Python.",
  example: { url: `${PHOTO_URL}`, secret: SECRET, signed: SIGNED, form: negative },
  nearMiss: { url: PHOTO_URL, secret: SECRET, signed: SIGNED, form: (hex) => `-${hex}` },
};
