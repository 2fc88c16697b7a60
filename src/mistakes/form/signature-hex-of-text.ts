import type { Mistake } from "../mistake";
import { PHOTO_URL, SECRET, SIGNED } from "../sample";
import { utf8Hex } from "../text/bytes";

export const signatureHexOfText: Mistake = {
  id: "signature-hex-of-text",
  group: "form",
  title: "The {signature}, which was text already, was written in hexadecimal once more.",
  why: "Functions such as PHP’s hash_hmac give digits, and bin2hex or a hex encoder was applied to them as well.",
  fix: "Use the hexadecimal digits as they are.",
  example: { url: PHOTO_URL, secret: SECRET, signed: SIGNED, form: utf8Hex },
  nearMiss: { url: PHOTO_URL, secret: SECRET, signed: SIGNED, form: (hex) => btoa(hex) },
};
