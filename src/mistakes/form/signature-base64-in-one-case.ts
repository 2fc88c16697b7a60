import type { Mistake } from "../mistake";
import { base64Of, PHOTO_URL, SECRET, SIGNED } from "../sample";

export const signatureBase64InOneCase: Mistake = {
  id: "signature-base64-in-one-case",
  group: "form",
  title: "The {signature} was written in base64, and its letters lost their case.",
  why: "Something made the URL lower- or upper-case, or code did so with the digits as if they were hexadecimal.",
  fix: "Write the bytes as lower-case hexadecimal digits.",
  example: {
    url: PHOTO_URL,
    secret: SECRET,
    signed: SIGNED,
    form: (hex) => encodeURIComponent(base64Of(hex).toLowerCase()),
  },
  nearMiss: {
    url: PHOTO_URL,
    secret: SECRET,
    signed: SIGNED,
    form: (hex) => encodeURIComponent(base64Of(hex)),
  },
};
