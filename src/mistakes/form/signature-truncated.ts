import type { Mistake } from "../mistake";
import { PHOTO_URL, SECRET, SIGNED } from "../sample";

export const signatureTruncated: Mistake = {
  id: "signature-truncated",
  group: "form",
  cutsSignature: true,
  title: "The {signature} was cut short.",
  why: "A copy missed characters, a column or a log cut it, or code took a part of it.",
  fix: "Look whether only the copy or the log has cut it: then the URL that was sent may be right. Else send all of its digits.",
  example: { url: PHOTO_URL, secret: SECRET, signed: SIGNED, form: (hex) => hex.slice(0, 32) },
  nearMiss: { url: PHOTO_URL, secret: SECRET, signed: SIGNED, form: (hex) => hex.slice(0, 18) },
};
