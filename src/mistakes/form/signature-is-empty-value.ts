import type { Mistake } from "../mistake";
import { PHOTO_URL, SECRET, SIGNED } from "../sample";

export const signatureIsEmptyValue: Mistake = {
  id: "signature-is-empty-value",
  group: "form",
  title: "Nothing, a word or a placeholder stands in the place of the {signature}.",
  why: "The variable was never set, a function returned nothing, its name was misspelled, or a placeholder was left as it was. Where it hides the digits from others, the real URL has them.",
  fix: "Find where the {signature} is computed, and stop with an error where it has no value.",
  example: { url: PHOTO_URL, secret: SECRET, signed: SIGNED, form: () => "undefined" },
  nearMiss: { url: PHOTO_URL, secret: SECRET, signed: SIGNED, form: (hex) => `undefined${hex}` },
};
