import type { Mistake } from "../mistake";
import { PHOTO_URL, SECRET, SIGNED } from "../sample";

const withWrongDigits = (hex: string, count: number) =>
  Array.from(hex, (digit, at) => (at % 7 === 3 && at < 7 * count ? (digit === "0" ? "1" : "0") : digit)).join(
    "",
  );

export const signatureMistyped: Mistake = {
  id: "signature-mistyped",
  group: "form",
  title: "Not all digits of the {signature} are right.",
  why: "It was typed from a screen, read from a picture, or a keystroke slipped into it.",
  fix: "Copy the {signature} again, or use the right one.",
  example: { url: PHOTO_URL, secret: SECRET, signed: SIGNED, form: (hex) => withWrongDigits(hex, 2) },
  nearMiss: { url: PHOTO_URL, secret: SECRET, signed: SIGNED, form: (hex) => withWrongDigits(hex, 6) },
};
