import type { Mistake, Telling } from "../mistake";
import { PHOTO_URL, SECRET, SIGNED } from "../sample";
import { SELDOM, USUAL } from "../weights";

export const stringWithInvisibleCharacter: Mistake = {
  id: "string-with-invisible-character",
  group: "encoding",
  title: "The string was signed with a character before or after it that nobody sees.",
  why: "A file read as text begins with a byte order mark, C counts the zero byte at a string’s end, and copied text brings spaces that have no width or do not break.",
  fix: "Sign exactly the bytes of the string, and compare its length in bytes where the two differ.",
  example: { url: PHOTO_URL, secret: SECRET, signed: `${SIGNED}\0` },
  nearMiss: { url: PHOTO_URL, secret: SECRET, signed: `${SIGNED}0` },
  *alone(url, { rule }) {
    const text = rule(url);
    for (const [char, name] of CHARACTERS) {
      yield { value: char + text, detail: `${name} before it.`, weight: USUAL };
      yield { value: text + char, detail: `${name} after it.`, weight: USUAL };
      yield { value: char + text + char, detail: `${name} before and after it.`, weight: SELDOM };
    }
    for (const [end, name] of LINE_ENDS)
      yield {
        value: `\ufeff${text}${end}`,
        detail: `${OF_FILES} before it, and ${name} after it.`,
        telling: OF_A_FILE,
      };
  },
};

const OF_FILES = "A byte order mark";

const LINE_ENDS = [
  ["\r\n", "a Windows line break"],
  ["\n", "a line feed"],
  ["\r", "a carriage return"],
] as const;

const OF_A_FILE: Telling = {
  title: "The string was signed with a byte order mark before it and a line break after it.",
  why: "A file that an editor or PowerShell saved as UTF-8 may begin with a byte order mark, and ends with a line break, and what reads the whole file has both.",
  fix: "Sign exactly the bytes of the string, or save the file without both.",
};

const CHARACTERS: readonly [char: string, name: string][] = [
  ["\ufeff", OF_FILES],
  ["\0", "A zero byte"],
  ["\u200b", "A space without width"],
  ["\u00a0", "A space that does not break"],
  ["\u200e", "A mark of direction"],
  ["\u2060", "A joiner without width"],
];
