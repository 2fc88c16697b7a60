import type { Mistake, Telling, Variant } from "../mistake";
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
    for (let length = 1; length < own.length; length++)
      if (length < MOST || length >= own.length - MOST_AT_END) yield* shortened(own, length);
  },
};

function* shortened(own: string, length: number): Generator<Variant<string>> {
  const value = own.slice(0, length);
  const end = own.slice(length);
  const weight = USUAL_LENGTHS.includes(length) ? SELDOM : VERY_RARE;
  if (end.length > MOST_AT_END) {
    yield { value, detail: `Of its ${own.length} characters the first ${length} were signed.`, weight };
    return;
  }
  const [number, name, rest] = LAST_NUMBER.exec(value) ?? [];
  const lost =
    end.length === 1
      ? `Its last character, “${end}”, was not signed`
      : `Its last ${end.length} characters, “${end}”, were not signed`;
  const isNumber = number !== undefined && /^[\d.]+$/.test(end);
  yield {
    value,
    detail: isNumber ? `${lost}, or “${name?.slice(0, 40)}” was ${rest} when it was signed.` : `${lost}.`,
    telling: isNumber ? OR_ANOTHER_NUMBER : AT_ITS_END,
    weight,
  };
}

/** A number that ends the string. */
const LAST_NUMBER = /[?&]([^?&=]+)=(\d+(?:\.\d+)?)$/;

const CUTS =
  "Code that cuts off a last “&”, as substr and slice do, cuts off another character where there is none";

const AT_ITS_END: Telling = {
  title: "The end of the string was not signed.",
  why: `${CUTS}; or the end was added to the URL after signing.`,
  fix: "Sign all of it: join the parameters with “&”, so that none is left over, or cut it off only where it stands.",
};

const OR_ANOTHER_NUMBER: Telling = {
  title: "The end of the string was not signed, or its last number was another one.",
  why: `${CUTS}. Code for responsive images, a client or a person may as well have changed the number after signing. The digits fit both.`,
  fix: "Sign all of the string, with the values that it is sent with.",
  isDoubtful: true,
  mayBeEnough: true,
};

/** Less is cut by code that looks for a sign there. */
const MOST_AT_END = 5;

const USUAL_LENGTHS = [4, 8, 16, 20, 32, 50, 63, 64, 100, 127, 128, 200, 254, 255, 256, 500, 511, 512];

/** Longer beginnings than this are not tried. */
const MOST = 1100;
