import type { Mistake } from "../mistake";
import { PHOTO_URL, SECRET } from "../sample";
import { RARE, SELDOM } from "../weights";

export const signedNothing: Mistake = {
  id: "signed-nothing",
  group: "scope",
  title: "Nothing of the URL was signed: the string was empty, or only a word or a sign such as “undefined”.",
  why: "The variable that should hold the string was empty, misspelled or not yet filled, the string was never handed over, or a decoder made nothing of it.",
  fix: "Print the string where it is signed, and see that it is filled and handed over as text.",
  example: { url: PHOTO_URL, secret: SECRET, signed: "" },
  nearMiss: { url: PHOTO_URL, secret: SECRET, signed: "/" },
  *messages() {
    yield { value: "", detail: "It was empty.", weight: SELDOM };
    yield { value: "undefined", detail: "It was “undefined”.", weight: SELDOM };
  },
  *alone() {
    for (const word of WORDS) yield { value: word, detail: `It was “${word}”.`, weight: RARE };
    for (const end of ["\n", "\r\n"]) yield { value: end, detail: "It was a line break.", weight: RARE };
  },
};

/** What languages write for nothing, and for something that is no text. */
const WORDS = [
  "null",
  "None",
  "nil",
  "NULL",
  "NaN",
  "false",
  "true",
  "0",
  "{}",
  "[]",
  "()",
  "''",
  '""',
  "undefined?undefined",
  "undefinedundefined",
  "nullnull",
  "null?null",
  "NoneNone",
  "None?None",
  "?",
  "[object Object]",
  "[object Promise]",
  "[object Undefined]",
  "[object Null]",
  "[object Request]",
  "System.Object",
  "<nil>",
  "%!s(<nil>)",
  "%!v(MISSING)",
  "%!s(MISSING)",
];
