import type { Mistake } from "../mistake";
import { base64Of, PHOTO_URL, SECRET, SIGNED } from "../sample";

export const signatureBase64OfHex: Mistake = {
  id: "signature-base64-of-hex",
  group: "form",
  title: "The hexadecimal digits of the {signature} were themselves written in base64.",
  why: "The {computation} function gives digits already (PHP’s hash_hmac, hexdigest), and their text was encoded once more.",
  fix: "Use the hexadecimal digits as they are.",
  example: { url: PHOTO_URL, secret: SECRET, signed: SIGNED, form: (hex) => btoa(hex) },
  nearMiss: { url: PHOTO_URL, secret: SECRET, signed: SIGNED, form: base64Of },
};
