import type { Mistake } from "../mistake";
import { HOST, SECRET } from "../sample";
import { inQueryAndPath } from "../text/respell";
import { LIKELY, OFTEN } from "../weights";

export const punctuationMadeTypographic: Mistake = {
  id: "punctuation-made-typographic",
  group: "change",
  undoes: true,
  title: "Plain punctuation became typographic after signing.",
  why: "Word, mail programs, telephones and WordPress put curly quotes for straight ones, a dash for “--” and one character for “...”.",
  fix: "Switch the replacement off where URLs are written, or copy the URL from where it was made.",
  example: {
    url: `${HOST}/a.jpg?text=It%E2%80%99s&signature={}`,
    secret: SECRET,
    signed: "/a.jpg?text=It's",
  },
  nearMiss: {
    url: `${HOST}/a.jpg?text=It%E2%80%99s&signature={}`,
    secret: SECRET,
    signed: "/a.jpg?text=Its",
  },
  *urls(url) {
    for (const [quote, double, dash] of WRITINGS) {
      const plain = (text: string) =>
        text
          .replace(/%E2%80%(?:98|99|9A|B2)/gi, quote)
          .replace(/%E2%80%(?:9C|9D|9E|B3)/gi, double)
          .replace(/%E2%80%9[34]/gi, dash)
          .replace(/%E2%80%A6/gi, "...");
      const detail = "It was signed with the plain characters.";
      yield* inQueryAndPath(url, plain, detail, quote === "'" ? LIKELY : OFTEN);
    }
  },
};

/** A single quote, a double quote and a dash as they may have been signed. */
const WRITINGS = [
  ["'", "%22", "--"],
  ["'", "%22", "-"],
  ["'", "%22", "---"],
  ["%27", "%22", "--"],
  ["%27", "%22", "-"],
  ["'", '"', "--"],
] as const;
