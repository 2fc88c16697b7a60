import type { Mistake } from "../mistake";
import { base64Of, PHOTO_URL, SECRET, SIGNED, urlSafe } from "../sample";

export const signatureInBase64url: Mistake = {
  id: "signature-in-base64url",
  group: "form",
  title: "The {signature} was written in base64url.",
  why: "JWT libraries, digest('base64url') and urlsafe_b64encode write it like this; without “+” and “/” in it, it may be plain base64 without its “=”, as Perl’s Digest::SHA gives it.",
  fix: "Write the bytes as lower-case hexadecimal digits.",
  example: { url: PHOTO_URL, secret: SECRET, signed: SIGNED, form: (hex) => urlSafe(base64Of(hex)) },
  nearMiss: { url: PHOTO_URL, secret: SECRET, signed: SIGNED, form: base64Of },
};
