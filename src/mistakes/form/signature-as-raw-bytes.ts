import type { Mistake } from "../mistake";
import { bytesOf, PHOTO_URL, SECRET, SIGNED } from "../sample";

export const signatureAsRawBytes: Mistake = {
  id: "signature-as-raw-bytes",
  group: "form",
  title: "The {signature} was sent as raw bytes, not as digits.",
  why: "PHP’s hash_hmac with “true”, Python’s and Ruby’s “digest” and Node’s “binary” give bytes, and text cannot carry all of them.",
  fix: "Ask for hexadecimal digits: hexdigest(), digest('hex'), or hash_hmac without “true”.",
  example: {
    url: PHOTO_URL,
    secret: SECRET,
    signed: SIGNED,
    form: (hex) => hex.replace(/../g, (digits) => `%${digits.toUpperCase()}`),
  },
  nearMiss: { url: PHOTO_URL, secret: SECRET, signed: SIGNED, form: (hex) => btoa(bytesOf(hex)) },
};
