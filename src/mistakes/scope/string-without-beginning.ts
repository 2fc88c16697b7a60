import type { Mistake, Telling } from "../mistake";
import { PHOTO_URL, SECRET, SIGNED } from "../sample";
import { VERY_RARE } from "../weights";

export const stringWithoutBeginning: Mistake = {
  id: "string-without-beginning",
  group: "scope",
  title: "The beginning of the string was not signed.",
  why: "Code that cuts off a host, a “?” or a “/” by their length cuts off other characters where they do not stand, or are longer or shorter.",
  fix: "Cut off only what stands there, or put the string together from its parts.",
  example: { url: PHOTO_URL, secret: SECRET, signed: SIGNED.slice(3) },
  nearMiss: { url: PHOTO_URL, secret: SECRET, signed: SIGNED.slice(3, -1) },
  *manyAlone(url, { rule }) {
    const own = rule(url);
    for (let from = 1; from < Math.min(own.length, MOST); from++) {
      const isName = own.startsWith("/") && own[from - 1] === "/" && !own.slice(0, from).includes("?");
      yield {
        value: own.slice(from),
        detail: lost(own, from),
        ...(isName && { telling: FILE_NAME }),
        weight: VERY_RARE,
      };
    }
  },
};

/** Longer beginnings than this are not left out. */
const MOST = 600;
const LONGEST = 60;

/** The file of a path without its folders. */
const FILE_NAME: Telling = {
  title: "The folders of the path were not signed.",
  why: "Code takes the file’s name alone, as basename does, or cuts off the folder below which the images are served, with its slash.",
  fix: "Sign the whole path, from its first “/” on.",
};

function lost(own: string, length: number): string {
  const start = length > LONGEST ? `${own.slice(0, LONGEST)}…` : own.slice(0, length);
  return length === 1
    ? `Its first character, “${start}”, was not signed.`
    : `Its first ${length} characters, “${start}”, were not signed.`;
}
