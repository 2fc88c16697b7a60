import type { Mistake } from "../mistake";
import { bytesOf, PHOTO_URL, SECRET, SIGNED } from "../sample";
import { toBase64 } from "../text/bytes";

export const signatureBytesAsText: Mistake = {
  id: "signature-bytes-as-text",
  group: "form",
  title:
    "The {signature}’s bytes were taken for a text, and that text’s bytes were written in base64 or hexadecimal.",
  why: "Node’s digest('binary') and toString(), and PHP’s utf8_encode, make text of bytes; an encoder then writes its UTF-8, which has more bytes or others.",
  fix: "Let no text stand between: ask for digits at once, as with digest('hex'), hexdigest(), or hash_hmac without “true”.",
  example: { url: PHOTO_URL, secret: SECRET, signed: SIGNED, form: (hex) => toBase64(bytesOf(hex)) },
  nearMiss: { url: PHOTO_URL, secret: SECRET, signed: SIGNED, form: (hex) => btoa(bytesOf(hex)) },
};
