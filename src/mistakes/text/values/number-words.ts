import type { Telling } from "../../mistake";

/** What writes the number of a string or of a URL otherwise, by the way in which it does. */
const PEOPLE =
  "Formatting for people writes a sign between the thousands: “1,280”, in German “1.280”, in French a narrow space, in Swiss an apostrophe; and in most of Europe a comma for the point of a fraction. Templates and Intl.NumberFormat do it for the language of whoever looks at the page.";

export const FOR_PEOPLE: Telling = {
  why: `${PEOPLE} The URL got the number so, and the string did not.`,
  mayBeMeant: true,
};
export const FOR_PEOPLE_SIGNED: Telling = {
  why: `${PEOPLE} The string got the number so, and the URL did not.`,
};
export const OF_PLACES: Telling = {
  why: "A division or a type for fractions writes “640.0” of 640 in Python and Java; toFixed, number_format, “%.2f”, “%f” and decimals of a database write a fixed count of digits behind the point; other code drops the zeros there.",
};
export const OF_POINT: Telling = {
  why: "CSS that was made small, bc and some databases, such as Oracle, write “.5” for 0.5, most languages “0.5”: the string and the URL were made by two of these.",
};
export const OF_TIME: Telling = {
  why: "JavaScript’s Date.now() and Java count milliseconds, PHP’s time(), Python and most others seconds: the two were made by different clocks or code.",
};
export const OF_UNITS: Telling = {
  why: "CSS writes a number with its unit, an attribute or an option of the vendor without: one of the two was put into the string.",
};
export const OF_DOLLAR: Telling = {
  why: "Either the string got it as a sum of money, which formats for people write with “$”, and the URL without; or a placeholder had a “$” before its braces, as JavaScript and shells have it, where Python’s f-strings and C#’s interpolated strings fill in the braces alone. The digits fit both.",
};
export const OF_ROUNDING: Telling = {
  title: "Another number was signed than the URL has now.",
  why: "Either a ratio or a device’s pixels made a fraction, and only one of the string and the URL was made of the rounded number; or code for responsive images, a client or a person changed the number after signing. The digits fit both.",
  fix: "Round each number once, before it is signed, and sign each URL with the values that it is sent with.",
  mayBeMeant: true,
};
export const OF_DATES: Telling = {
  title: "A date was written otherwise when it was signed.",
  why: "One format of a date has signs between its numbers and another has none: the string and the URL were made with two formats.",
  fix: "Turn each date into text once, and use that text for the string and for the URL.",
};
export const OF_DATE_TIMES: Telling = {
  ...OF_DATES,
  why: "Languages, databases and countries write dates each in their own way: in another order, with other signs, with a time, or as seconds since 1970. The string and the URL were made in two of these ways.",
};
export const OF_LITERAL: Telling = {
  why: "In code a number may have “_” between its digits, as Python’s “{:_}” writes it, too, or a letter behind it for its type: “n” in JavaScript, “L” or “f” in Java and C#. The string got it as it is written there or as a debugger prints it, and the URL did not.",
};
export const OF_EXPONENT: Telling = {
  why: "“%e”, “%g” and toExponential write a number with an exponent, and PHP, Excel and other programs do so with a large one.",
};
export const OF_ZEROS: Telling = {
  why: "Formats such as “%04d”, str_pad and zfill write zeros before a number, and what reads it as a number drops them.",
};
export const OF_SIGN: Telling = {
  why: "Formats such as “%+d” and “% d” write a sign or a space before a number.",
};
export const OF_HEX: Telling = {
  why: "“%x”, hex() and toString(16) write a number in hexadecimal.",
};
export const OF_FLOATS: Telling = {
  why: "JavaScript and many parsers of JSON hold each number with 53 bits: a larger one, such as the id of a post, is rounded.",
};
