import type { Telling } from "../../mistake";
import { percentDecode } from "../escapes";
import type { Writing } from "./respelled-values";

const ONE_TEXT = "Build the query once, with the plain value, sign that text, and send the same text.";
/** How a placeholder leaves braces around a value, after “either”. */
export const BRACES_LEFT =
  "a placeholder kept a pair of its braces when it was filled in, as in a format that reads two as one";
const DOLLAR_LEFT =
  "a placeholder had a “$” before its braces, as JavaScript and shells have it, where Python’s f-strings and C#’s interpolated strings fill in the braces alone";

const IN_BRACES: Telling = {
  title: "A value was sent in braces and signed without them.",
  why: `Either ${BRACES_LEFT}; or code held the value as a list or a struct of one, and the URL has it as the language prints that; or the braces belong to the value, and a filter took them out of the string. The digits fit all of these.`,
  fix: ONE_TEXT,
  isDoubtful: true,
  mayBeMeant: true,
};

const IN_MANY_BRACES: Telling = {
  title: "A value was signed in more than one pair of braces, and sent without them.",
  why: `Most likely ${BRACES_LEFT}, or what fills it in reads others.`,
  fix: ONE_TEXT,
};

const DOLLAR_SENT: Telling = {
  title: "A value was sent with “$” before it, and signed without.",
  why: `Either ${DOLLAR_LEFT}; or the “$” belongs there, and a filter or what names variables with it took it out of the string. The digits fit both.`,
  fix: ONE_TEXT,
  isDoubtful: true,
  mayBeMeant: true,
};

const MONEY_SENT: Telling = {
  ...DOLLAR_SENT,
  why: `Either the URL got it as a sum of money, which formats for people write with “$”, and the string the number alone; or ${DOLLAR_LEFT}; or a filter took the “$” out of the string. The digits fit all of these.`,
};

const DOLLAR_SIGNED: Telling = {
  title: "A value was signed with “$” before it, and sent without.",
  why: `Most likely ${DOLLAR_LEFT}.`,
  fix: ONE_TEXT,
};

const IS_IN_BRACES = /^\{.*\}$/;
const isNumber = (value: string) => /^\d[\d.,]*$/.test(percentDecode(value));

/** What stands around a value that was signed without: braces, and a “$”. */
export const LEFT_IN_URL: readonly (readonly [write: Writing, detail: string, telling: Telling])[] = [
  [(value) => inside(value, "{", "}"), "Without its braces.", IN_BRACES],
  [(value) => inside(value, "{{", "}}"), "Without its braces.", IN_BRACES],
  [
    (value) => {
      const left = inside(value, "$", "");
      return left !== null && isNumber(left) ? left : null;
    },
    "Without “$” before it.",
    MONEY_SENT,
  ],
  [(value) => inside(value, "$", ""), "Without “$” before it.", DOLLAR_SENT],
];

/** What stood around a value when it was signed. One in a pair of braces may be a list, and a number with “$” a sum of money: those are told apart. */
export const LEFT_IN_STRING: typeof LEFT_IN_URL = [
  ...["{{}}", "%7B%7B%7D%7D", "{{{}}}", "%7B%7B%7B%7D%7D%7D"].map((braces): (typeof LEFT_IN_URL)[number] => [
    (value) => braces.slice(0, braces.length / 2) + value + braces.slice(braces.length / 2),
    "In braces.",
    IN_MANY_BRACES,
  ]),
  ...["$", "%24"].map((dollar): (typeof LEFT_IN_URL)[number] => [
    (value) => (value === "" || isNumber(value) ? null : dollar + value),
    "With “$” before it.",
    DOLLAR_SIGNED,
  ]),
];

/** A value without these signs around it, which may be percent-encoded; `null` where it has none, nothing is left, or another placeholder. */
function inside(value: string, before: string, after: string): string | null {
  for (const spell of [(signs: string) => signs, encodeURIComponent]) {
    const [first, last] = [spell(before), spell(after)];
    const isAround = value.toUpperCase().startsWith(first) && value.toUpperCase().endsWith(last);
    const left = isAround ? value.slice(first.length, value.length - last.length) : "";
    if (left !== "" && !IS_IN_BRACES.test(percentDecode(left))) return left;
  }
  return null;
}
