import type { Mistake } from "../mistake";
import { base64Of, PHOTO_URL, SECRET, SIGNED } from "../sample";

export const signatureInUppercase: Mistake = {
  id: "signature-in-uppercase",
  group: "form",
  title: "The {signature} was written in upper-case digits.",
  why: ".NET’s Convert.ToHexString and BitConverter, Java’s %X and SQL’s HEX write “A–F”; the vendor compares with “a–f”.",
  fix: "Lower-case the digits.",
  example: { url: PHOTO_URL, secret: SECRET, signed: SIGNED, form: (hex) => hex.toUpperCase() },
  nearMiss: { url: PHOTO_URL, secret: SECRET, signed: SIGNED, form: base64Of },
};
