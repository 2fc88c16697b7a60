import type { Mistake } from "../mistake";
import { bytesOf, PHOTO_URL, SECRET, SIGNED } from "../sample";

export const signatureInDecimal: Mistake = {
  id: "signature-in-decimal",
  group: "form",
  title: "The {signature}’s bytes were written as numbers.",
  why: "An array of bytes, or of larger numbers, was put into the URL as the language prints it, the whole digest was taken for one number, each number was written without a fixed count of digits, or a typed array’s map() made numbers of the digits again.",
  fix: "Write each byte as two hexadecimal digits, for example with “%02x” of the byte without its sign; in JavaScript with Array.from(bytes, …), as map() of a typed array gives numbers.",
  example: {
    url: PHOTO_URL,
    secret: SECRET,
    signed: SIGNED,
    form: (hex) => `%5B${Array.from(bytesOf(hex), (char) => char.charCodeAt(0)).join("+")}%5D`,
  },
  nearMiss: {
    url: PHOTO_URL,
    secret: SECRET,
    signed: SIGNED,
    form: (hex) => Array.from(bytesOf(hex), (char) => (char.charCodeAt(0) + 1) & 255).join(","),
  },
};
