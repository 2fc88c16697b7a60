import type { Mistake } from "../mistake";
import { PHOTO_URL, SECRET, SIGNED } from "../sample";

export const signatureIsLabel: Mistake = {
  id: "signature-is-label",
  group: "form",
  title: "What a tool prints beside the digits stands in the place of the {signature}.",
  why: "The tool’s line was cut at a space or at “=”, and the wrong part of it was taken: that part has no digits.",
  fix: "Take the part that has the digits, for example the last word with awk '{print $NF}', or the first one of “openssl dgst -r”.",
  example: { url: PHOTO_URL, secret: SECRET, signed: SIGNED, form: () => "SHA1(stdin)=" },
  nearMiss: { url: PHOTO_URL, secret: SECRET, signed: SIGNED, form: (hex) => `SHA1(stdin)=${hex}` },
};
