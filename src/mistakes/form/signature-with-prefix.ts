import type { Mistake } from "../mistake";
import { PHOTO_URL, SECRET, SIGNED } from "../sample";

export const signatureWithPrefix: Mistake = {
  id: "signature-with-prefix",
  group: "form",
  title: "Something besides its digits stood in the {signature}.",
  why: "Tools print more than the digits: openssl “SHA1(stdin)= ”, webhooks “sha1=”, Python “b'…'”, shells a line break.",
  fix: "Keep only the hexadecimal digits.",
  example: { url: PHOTO_URL, secret: SECRET, signed: SIGNED, form: (hex) => `sha1=${hex}` },
  nearMiss: { url: PHOTO_URL, secret: SECRET, signed: SIGNED, form: (hex) => hex.toUpperCase() },
};
