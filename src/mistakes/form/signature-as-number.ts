import type { Mistake } from "../mistake";
import { PHOTO_URL, SECRET, SIGNED } from "../sample";

export const signatureAsNumber: Mistake = {
  id: "signature-as-number",
  group: "form",
  title: "Zeros were put before the {signature}’s digits.",
  why: "The digest was written as one large number with a width of its own, as with Java’s BigInteger or a “%042x”.",
  fix: "Write each byte as two hexadecimal digits, and nothing before them.",
  example: { url: PHOTO_URL, secret: SECRET, signed: SIGNED, form: (hex) => `00${hex}` },
  nearMiss: { url: PHOTO_URL, secret: SECRET, signed: SIGNED, form: (hex) => `10${hex}` },
};
