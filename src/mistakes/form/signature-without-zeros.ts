import type { Mistake } from "../mistake";
import { PHOTO_URL, SECRET, SIGNED } from "../sample";

export const signatureWithoutZeros: Mistake = {
  id: "signature-without-zeros",
  group: "form",
  cutsSignature: true,
  title: "Zeros were left out of the {signature}’s digits.",
  why: "Integer.toHexString, toString(16) and “%x” write a byte below 16 with one digit, and a large number without the zeros that it begins with.",
  fix: "Write each byte as two digits, as “%02x” does.",
  // Two bytes of this digest begin with a zero.
  example: {
    url: PHOTO_URL,
    secret: SECRET,
    signed: SIGNED,
    form: (hex) => hex.replace(/0(?=.(?:..)*$)/g, ""),
  },
  nearMiss: { url: PHOTO_URL, secret: SECRET, signed: SIGNED, form: (hex) => hex.slice(1) },
};
