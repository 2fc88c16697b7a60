import type { Mistake } from "../mistake";
import { PHOTO_URL, SECRET, SIGNED } from "../sample";
import { utf8Hex } from "../text/bytes";
import { stringsOf } from "../text/strings-of";

export const signedAsHex: Mistake = {
  id: "signed-as-hex",
  group: "encoding",
  title: "The string was signed in hexadecimal.",
  why: "Tools that print or read bytes as hex digits were given the string, and their digits were signed.",
  fix: "Sign the characters of the string, and write only the {signature} in hexadecimal.",
  example: { url: PHOTO_URL, secret: SECRET, signed: utf8Hex(SIGNED) },
  nearMiss: { url: PHOTO_URL, secret: SECRET, signed: SIGNED, key: utf8Hex(SECRET) },
  *alone(url, { rule }) {
    for (const [text, part] of stringsOf(url, rule)) {
      const hex = utf8Hex(text);
      for (const digits of [hex, hex.toUpperCase()])
        for (const end of ["", "\n"]) {
          yield {
            value: digits + end,
            detail: `${part}${end && "A line feed followed."}`.trim() || undefined,
          };
          yield { value: `0x${digits}${end}`, detail: `${part}With “0x” before it.` };
          yield { value: `${digits.replace(/..(?!$)/g, "$& ")}${end}`, detail: `${part}With spaces.` };
        }
    }
  },
};
