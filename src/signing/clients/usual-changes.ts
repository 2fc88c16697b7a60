import { unescapeText } from "../escapes";
import { decodeEntities } from "../find/html";
import { sortQuery } from "../sort-query";

/** Usual changes on the way that no client of the table makes. */
export const USUAL_CHANGES: readonly (readonly [who: string, change: (text: string) => string])[] = [
  ["HTML that was not decoded (“&” as “&amp;”)", (text) => text.replaceAll("&", "&amp;")],
  ["something that decodes HTML", decodeEntities],
  ["something that decodes the escapes once", unescapeText],
  ["something that escapes “%” once more", (text) => text.replaceAll("%", "%25")],
  ["something that writes a space as “+”", (text) => text.replaceAll("%20", "+")],
  ["something that writes “+” as a space", (text) => text.replaceAll("+", "%20")],
  [
    "something that writes the escapes in upper case",
    (text) => hexDigits(text, (digits) => digits.toUpperCase()),
  ],
  [
    "something that writes the escapes in lower case",
    (text) => hexDigits(text, (digits) => digits.toLowerCase()),
  ],
  ["something that sorts the parameters", sorted],
  [
    "something that drops empty parameters",
    (text) => text.replace(/(?<=[?&])[^=&]*=?(?:&|$)/g, "").replace(/[?&]$/, ""),
  ],
];

function hexDigits(text: string, write: (digits: string) => string): string {
  return text.replace(/%[0-9a-f]{2}/gi, write);
}

function sorted(text: string): string {
  return text.replace(/(?<=\?)[\s\S]*$/, sortQuery);
}
