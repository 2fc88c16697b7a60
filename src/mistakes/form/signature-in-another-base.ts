import type { Mistake } from "../mistake";
import { PHOTO_URL, SECRET, SIGNED } from "../sample";

export const signatureInAnotherBase: Mistake = {
  id: "signature-in-another-base",
  group: "form",
  title: "The {signature} was written with digits of another base.",
  why: "Functions for identifiers and one-time passwords write in base 32, 36, 58 or 62: base32 of most languages, toString(36), to_s(36). unpack with “B*” writes its bits.",
  fix: "Write the {signature} in hexadecimal, two digits a byte.",
  example: {
    url: PHOTO_URL,
    secret: SECRET,
    signed: SIGNED,
    form: (hex) => BigInt(`0x${hex}`).toString(36),
  },
  nearMiss: {
    url: PHOTO_URL,
    secret: SECRET,
    signed: SIGNED,
    form: (hex) => (BigInt(`0x${hex}`) + 1n).toString(36),
  },
};
