import type { Mistake } from "../mistake";
import { base64Of, PHOTO_URL, SECRET, SIGNED, urlSafe } from "../sample";

export const signatureInBase64: Mistake = {
  id: "signature-in-base64",
  group: "form",
  title: "The {signature} was written in base64.",
  why: "Many other vendors want base64, and digest('base64'), Convert.ToBase64String or “openssl -binary | base64” give it.",
  fix: "Write the bytes as lower-case hexadecimal digits.",
  example: { url: PHOTO_URL, secret: SECRET, signed: SIGNED, form: base64Of },
  nearMiss: { url: PHOTO_URL, secret: SECRET, signed: SIGNED, form: (hex) => urlSafe(base64Of(hex)) },
};
