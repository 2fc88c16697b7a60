import type { Telling } from "../../mistake";
import { OTHER_DIGITS, withDigits } from "../characters/digits";
import { percentDecode } from "../escapes";
import {
  FOR_PEOPLE,
  FOR_PEOPLE_SIGNED,
  OF_DATES,
  OF_DOLLAR,
  OF_EXPONENT,
  OF_FLOATS,
  OF_HEX,
  OF_LITERAL,
  OF_PLACES,
  OF_POINT,
  OF_ROUNDING,
  OF_SIGN,
  OF_TIME,
  OF_UNITS,
  OF_ZEROS,
} from "./number-words";
import type { Writing } from "./respelled-values";

/** How a number is written: as digits, with a decimal point, or with an exponent; escapes are read. More digits are no number that anyone means. */
const NUMBER = /^[+-]?\d{1,40}(?:\.\d{1,40})?$/;
const whole =
  (write: (digits: string) => string): Writing =>
  (value) =>
    /^\d{1,40}$/.test(value) ? write(value) : null;
const number =
  (write: (number: number, text: string) => string): Writing =>
  (value) =>
    NUMBER.test(value) ? write(Number(value), value) : null;
const read =
  (pattern: RegExp, write: (text: string) => string): Writing =>
  (value) => {
    const text = percentDecode(value);
    return pattern.test(text) ? write(text) : null;
  };
/** With so many decimals; not where that is one character less, which may as well have been cut off. */
const toPlaces = (places: number) =>
  read(/^\d+\.\d+$/, (text) => {
    const fixed = Number(text).toFixed(places);
    return fixed === text.slice(0, -1) ? text : fixed;
  });
const thousands = (separator: string): Writing =>
  whole((digits) => digits.replace(/\B(?=(?:\d{3})+$)/g, separator));

/** A number with an exponent, with at most so many digits, as C's %G and PHP write it. */
function exponent(digits: number, mark: string): Writing {
  return number((value, text) => {
    const [mantissa = "", power = ""] = value.toExponential(digits - 1).split("e");
    const short = mantissa.includes(".") ? mantissa.replace(/\.?0+$/, "") : mantissa;
    return text === "0" ? text : `${short}${mark.replace("{}", power.replace(/^\+/, ""))}`;
  });
}

const MARKS = ["E+{}", "e+{}", "E{}", "e{}", "e+0{}", "E+0{}"];
const PRECISIONS = [15, 14, 12, 6, 17, 16, 13, 11, 10, 9, 8, 7, 5, 4, 3, 2];

/** A number as it is written for people: three digits between two of its signs. */
const FOR_READERS = /^\d{1,3}(?:[ '’_\u{a0}\u{2009}\u{202f}]\d{3})+$/u;
/** These signs stand in lists, versions and addresses, too, but not in a size or a sum of money. */
const OF_SIZES = /^\d{1,3}(?:[.,]\d{3})+$/;
const OF_MONEY = /^[$€£¥] ?\d{1,3}(?:[.,]\d{3})+$/;
const SIZE = /^(?:w|h|max_?[wh])$|width|height|size|delay|timeout|ttl/i;

/** A number for people as its digits alone. */
export const DIGITS_ALONE: Writing = (value, name) => {
  const text = percentDecode(value);
  const isNumber = FOR_READERS.test(text) || OF_MONEY.test(text) || (SIZE.test(name) && OF_SIZES.test(text));
  return isNumber ? text.replace(/\D/g, "") : null;
};

const dates = (separator: string): Writing =>
  read(/^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/, (text) =>
    [text.slice(0, 4), text.slice(4, 6), text.slice(6)].join(separator),
  );

/** The ways in which code and formats write a number or a date, the likelier first. */
export const NUMBER_WRITINGS: readonly (readonly [write: Writing, detail: string, telling?: Telling])[] = [
  [whole((digits) => `${digits}.0`), "With “.0” after it.", OF_PLACES],
  [read(/^\d+\.0+$/, (text) => text.replace(/\.0+$/, "")), "Without “.0” after it.", OF_PLACES],
  [thousands(","), "With “,” between the thousands.", FOR_PEOPLE_SIGNED],
  [thousands("."), "With “.” between the thousands.", FOR_PEOPLE_SIGNED],
  [thousands(" "), "With a space between the thousands.", FOR_PEOPLE_SIGNED],
  [thousands("\u{a0}"), "With a no-break space between the thousands.", FOR_PEOPLE_SIGNED],
  [thousands("\u{202f}"), "With a narrow space between the thousands.", FOR_PEOPLE_SIGNED],
  [thousands("'"), "With an apostrophe between the thousands.", FOR_PEOPLE_SIGNED],
  [thousands("’"), "With an apostrophe between the thousands.", FOR_PEOPLE_SIGNED],
  [thousands("_"), "With “_” between the thousands.", OF_LITERAL],
  [read(/^1\d{12}$/, (text) => text.slice(0, 10)), "In seconds, not in milliseconds.", OF_TIME],
  [read(/^1\d{9}$/, (text) => `${text}000`), "In milliseconds, not in seconds.", OF_TIME],
  [whole((digits) => `${digits}.00`), "With “.00” after it.", OF_PLACES],
  [whole((digits) => `${digits}.`), "With a dot after it.", OF_PLACES],
  [whole((digits) => `${digits}.000`), "With “.000” after it.", OF_PLACES],
  [whole((digits) => `${digits}.000000`), "With six zeros after a dot, as “%f” writes it.", OF_PLACES],
  [whole((digits) => `${digits},00`), "With “,00” after it.", FOR_PEOPLE_SIGNED],
  [whole((digits) => `${digits},0`), "With “,0” after it.", FOR_PEOPLE_SIGNED],
  [whole((digits) => `0${digits}`), "With a zero before it.", OF_ZEROS],
  [whole((digits) => digits.padStart(4, "0")), "With zeros before it.", OF_ZEROS],
  [whole((digits) => digits.padStart(5, "0")), "With zeros before it.", OF_ZEROS],
  [read(/^0+\d/, (text) => text.replace(/^0+(?=\d)/, "")), "Without the zeros before it.", OF_ZEROS],
  ...PRECISIONS.flatMap((digits) =>
    MARKS.map((mark): [Writing, string, Telling] => [
      exponent(digits, mark),
      "With an exponent.",
      OF_EXPONENT,
    ]),
  ),
  [
    whole((digits) => BigInt(Number(digits)).toString()),
    "Rounded, as JavaScript’s numbers are beyond 2⁵³.",
    OF_FLOATS,
  ],
  [read(/^[\d.]+e\+?\d+$/i, (text) => String(Number(text))), "Without an exponent.", OF_EXPONENT],
  [DIGITS_ALONE, "As digits alone.", FOR_PEOPLE],
  [dates("-"), "With “-” between year, month and day.", OF_DATES],
  [dates("/"), "With “/” between year, month and day.", OF_DATES],
  [dates("."), "With “.” between year, month and day.", OF_DATES],
  [read(/^(?:19|20)\d\d([-/.])\d\d\1\d\d$/, (text) => text.replace(/\D/g, "")), "As digits alone.", OF_DATES],
  ...OTHER_DIGITS.map(([zero, of]): [Writing, string] => [
    number((_, text) => withDigits(text, zero)),
    `In the digits of ${of}, such as “${withDigits("640", zero)}” for 640.`,
  ]),
  [number((_, text) => `${text}px`), "With “px” after it.", OF_UNITS],
  [read(/^\d+(?:\.\d+)?\D{1,3}$/, (text) => text.replace(/[^\d.]+$/, "")), "Without its unit.", OF_UNITS],
  [number((_, text) => `${text}%`), "With “%” after it.", OF_UNITS],
  [number((_, text) => `"${text}"`), "In double quotes."],
  [number((_, text) => `'${text}'`), "In single quotes."],
  [read(/^["'].*["']$/, (text) => text.slice(1, -1)), "Without quotes."],
  [number((_, text) => ` ${text}`), "With a space before it.", OF_SIGN],
  [number((_, text) => `${text} `), "With a space after it."],
  [number((_, text) => `+${text}`), "With “+” before it.", OF_SIGN],
  [number((_, text) => `${text}+`), "With “+” after it."],
  [number((_, text) => `$${text}`), "With “$” before it.", OF_DOLLAR],
  [number((_, text) => `-${text}`), "With “-” before it."],
  [number((_, text) => `${text}n`), "With “n” after it, as code writes a large number.", OF_LITERAL],
  [number((_, text) => `${text}L`), "With “L” after it, as code writes a large number.", OF_LITERAL],
  [number((_, text) => `${text}f`), "With “f” after it.", OF_LITERAL],
  [number((value) => `0x${value.toString(16)}`), "In hexadecimal.", OF_HEX],
  [number((value) => value.toString(16)), "In hexadecimal.", OF_HEX],
  [read(/^\d+\.\d+$/, (text) => String(Math.round(Number(text)))), "Rounded.", OF_ROUNDING],
  [read(/^\d+\.\d+$/, (text) => String(Math.trunc(Number(text)))), "Cut at its point.", OF_ROUNDING],
  [read(/^\d+\.\d+$/, (text) => Number(text).toFixed(2)), "With two decimals.", OF_PLACES],
  [read(/^\d+\.\d+$/, (text) => Number(text).toFixed(1)), "With one decimal.", OF_PLACES],
  [read(/^\d+\.\d+$/, (text) => Number(text).toFixed(6)), "With six decimals, as “%f” writes it.", OF_PLACES],
  [toPlaces(3), "With three decimals.", OF_PLACES],
  [toPlaces(4), "With four decimals.", OF_PLACES],
  [read(/^-?0\.\d+$/, (text) => text.replace("0.", ".")), "Without the “0” before its point.", OF_POINT],
  [read(/^-?\.\d+$/, (text) => text.replace(".", "0.")), "With a “0” before its point.", OF_POINT],
  [read(/^\d+\.\d+$/, (text) => text.replace(".", ",")), "With a decimal comma.", FOR_PEOPLE_SIGNED],
  [read(/^\d+,\d+$/, (text) => text.replace(",", ".")), "With a decimal point."],
  [read(/^\d+\.\d*0$/, (text) => String(Number(text))), "Without its last zeros.", OF_PLACES],
];
