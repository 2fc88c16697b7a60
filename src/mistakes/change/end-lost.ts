import type { Mistake } from "../mistake";
import { SECRET } from "../sample";
import { escapeChar } from "../text/escapes";
import { RARE, SELDOM, USUAL } from "../weights";

const LINK = "https://api.urlbox.com/v1/myApiKey/{}/png";

export const endLost: Mistake = {
  id: "end-lost",
  group: "change",
  title: "The last characters of the URL were lost after it was signed.",
  why: "Chats, mails and editors that make links of URLs take a “!”, “)” or “.” at the end for the punctuation of a sentence.",
  fix: "Percent-encode punctuation in values before signing, or put another parameter at the end.",
  example: {
    scheme: "urlbox",
    url: `${LINK}?url=https%3A%2F%2Fa.example&text=Hi`,
    secret: SECRET,
    signed: "url=https%3A%2F%2Fa.example&text=Hi!",
  },
  nearMiss: {
    scheme: "urlbox",
    url: `${LINK}?url=https%3A%2F%2Fa.example&text=Hi`,
    secret: SECRET,
    signed: "url=https%3A%2F%2Fa.example&text=Hix",
  },
  *alone(url, { rule }) {
    const string = rule(url);
    for (const [end, weight] of ENDS) yield { value: string + end, detail: `It ended in “${end}”.`, weight };
  },
};

const MARKS = "!).,;:?*_'~]}>\"-|(/%=+@$";

/** One to three of the marks, likelier ones first. */
const ENDS: readonly (readonly [end: string, weight: number])[] = [
  ...[...MARKS].map((mark) => [mark, USUAL] as const),
  ...[...MARKS].map((mark) => [escapeChar(mark), SELDOM] as const),
  ...[...MARKS].flatMap((first) => [...MARKS].map((second) => [first + second, SELDOM] as const)),
  ...[...MARKS].map((mark) => [mark.repeat(3), RARE] as const),
  ...[...MARKS].map((mark) => [escapeChar(mark).repeat(2), RARE] as const),
  ["...", RARE],
  ["!!!!", RARE],
  ["?!?", RARE],
  ["!?!", RARE],
];
