import type { Mistake } from "../mistake";
import { PHOTO_URL, SECRET, SIGNED } from "../sample";

export const signatureIsPrintedObject: Mistake = {
  id: "signature-is-printed-object",
  group: "form",
  title: "What stands in the place of the {signature} is how a program prints an object.",
  why: "Code puts the value that holds the digest into a text as it is, and does not turn it into digits first.",
  fix: "Turn the digest into lower-case hexadecimal digits before it goes into the URL.",
  example: { url: PHOTO_URL, secret: SECRET, signed: SIGNED, form: () => "[B@2aa3cd93" },
  nearMiss: { url: PHOTO_URL, secret: SECRET, signed: SIGNED, form: (hex) => `[${hex}]` },
};
