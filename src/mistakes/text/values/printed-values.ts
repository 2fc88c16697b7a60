import type { Telling } from "../../mistake";
import type { Writing } from "./respelled-values";

/** What stands around a value that a program prints with its type. */
const AROUND: readonly (readonly [before: string, after: string])[] = [
  ["Optional(", ")"],
  ["Optional[", "]"],
  ["Some(", ")"],
  ["%!s(int=", ")"],
  ["%!d(string=", ")"],
  ["%!s(float64=", ")"],
  ["%!s(bool=", ")"],
];

const escaped = (text: string) =>
  encodeURIComponent(text).replaceAll(/[()!]/g, (char) => `%${char.charCodeAt(0).toString(16)}`);

export const PRINTED: readonly (readonly [write: Writing, detail: string])[] = AROUND.flatMap(
  ([before, after]) =>
    [(text: string) => text, encodeURIComponent, escaped].map((encode): readonly [Writing, string] => [
      (value) => (value === "" ? null : encode(before) + value + encode(after)),
      `As “${before}…${after}”.`,
    ]),
);

export const AS_PRINTED: Telling = {
  title: "A value was signed as a program prints it with its type.",
  why: "Swift writes “Optional(…)” of an optional in a text, Java “Optional[…]”, Rust’s “{:?}” “Some(…)”, and Go “%!s(int=…)” where the format does not fit the value. The URL was made of the value itself.",
  fix: "Unwrap the value, or give the format that fits it, then make the string and the URL of the same text.",
};
