import type { Mistake } from "../mistake";
import { PHOTO_URL, SECRET, SIGNED } from "../sample";
import { SELDOM, VERY_RARE } from "../weights";

export const stringTruncated: Mistake = {
  id: "string-truncated",
  group: "scope",
  title: "Only the beginning of the string was signed.",
  why: "A column, a buffer or a “%.64s” was too short for it, or C’s sizeof gave the 4 or 8 bytes of a pointer in place of the length.",
  fix: "Sign all of it: in C with strlen, elsewhere with room for the longest URL.",
  example: { url: PHOTO_URL, secret: SECRET, signed: SIGNED.slice(0, 8) },
  nearMiss: { url: PHOTO_URL, secret: SECRET, signed: SIGNED.slice(3, 11) },
  *manyAlone(url, { rule }) {
    const own = rule(url);
    const all = own.length;
    // What ends within the last value is that value cut short or another one.
    const last = own.lastIndexOf("=") < 0 ? all : own.lastIndexOf("=") + 1;
    for (let length = 1; length < Math.min(last, MOST); length++)
      yield {
        value: own.slice(0, length),
        detail: `Of its ${all} characters the first ${length} were signed.`,
        weight: USUAL_LENGTHS.includes(length) ? SELDOM : VERY_RARE,
      };
  },
};

const USUAL_LENGTHS = [4, 8, 16, 20, 32, 50, 63, 64, 100, 127, 128, 200, 254, 255, 256, 500, 511, 512];

/** Longer beginnings than this are not tried. */
const MOST = 1100;
