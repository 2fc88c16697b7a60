import { percentDecode } from "../escapes";
import { type Run, UNSEEN } from "./foreign-characters";

/** These runs of a path and query and where they stand, for users: three of them, and how many more; what is said of several alike is said once. */
export function runsInWords(runs: readonly Run[], text: string): string {
  const all = [...new Set(runs.map((run) => `${charsOf(run)}, ${placeWords(run, text)}`))];
  const told = all.slice(0, 3);
  const more = all.length - told.length;
  return `${told.join("; ")}${more > 0 ? `; and ${more} more` : ""}`;
}

/** The characters of a run, the same one several times told once. */
function charsOf({ chars }: Run): string {
  const all = [...chars];
  const [first = ""] = all;
  if (all.every((char) => char === first))
    return all.length === 1 ? characterWords(first) : `${characterWords(first)}, ${timesOf(all.length)}`;
  const words = all.slice(0, 4).map(characterWords);
  return words.join(" and ") + (all.length > 4 ? ` and ${all.length - 4} more` : "");
}

const timesOf = (count: number) => (count === 2 ? "twice" : `${count} times`);

function placeWords({ start, end, place }: Run, text: string): string {
  const asked = text.indexOf("?");
  const where = { start: "at the beginning of", end: "at the end of", inside: "inside", whole: "as all of" };
  if (asked < 0 || start < asked) return `${where[place]} ${place === "whole" ? "a part of " : ""}the path`;
  const from = Math.max(text.lastIndexOf("&", start), asked) + 1;
  const to = text.indexOf("&", end);
  const parameter = text.slice(from, to < 0 ? undefined : to);
  const equals = parameter.indexOf("=");
  if (place === "whole" && equals < 0) return "as a parameter of its own";
  const name = equals < 0 ? parameter : parameter.slice(0, equals);
  const isInName = equals < 0 || start < from + equals;
  if (isInName)
    return `${where[place]} the name “${short(text.slice(from, start) + text.slice(end, from + name.length))}”`;
  return `${where[place]} the value of “${short(name)}”`;
}

/** A name without what nobody sees in it: each such place is told by itself. */
const short = (name: string) =>
  percentDecode(name)
    .replace(/[\p{C}\p{Z}]/gu, "")
    .slice(0, 40);

const NAMES: Readonly<Record<string, string>> = {
  "\n": "a line feed",
  "\r": "a carriage return",
  "\t": "a tab",
  "\0": "a zero byte",
  " ": "a space",
  '"': "a straight quotation mark",
  "'": "an apostrophe",
  "%": "a percent sign",
  "\u2018": "a curly quotation mark",
  "\u2019": "a curly apostrophe",
  "\u201c": "a curly quotation mark",
  "\u201d": "a curly quotation mark",
  "\u00a0": "a space that does not break",
  "\u00ad": "a soft hyphen",
  "\u200b": "a space without width",
  "\u200c": "a non-joiner without width",
  "\u200d": "a joiner without width",
  "\u200e": "a mark of direction",
  "\u200f": "a mark of direction",
  "\u2028": "a line separator",
  "\u202f": "a narrow space that does not break",
  "\u2060": "a joiner without width",
  "\ufeff": "a byte order mark",
  "\ufffd": "a replacement character",
};

/** What has no sign of its own though it is no space and no control: selectors, fillers, the empty cell of Braille. */
const BLANK = /^[\p{Default_Ignorable_Code_Point}\p{Cn}\p{Co}\p{Cs}\u2800]$/u;

function nameOf(char: string): string | undefined {
  if (/^[\p{Variation_Selector}]$/u.test(char)) return "a selector of a character’s variant";
  if (/^\p{M}$/u.test(char)) return "a mark on the character before it";
  return UNSEEN.test(char) || BLANK.test(char) ? "a character that nobody sees" : undefined;
}

/** One character in words: by its name where nobody sees it, with its number where the name is not all. */
export function characterWords(char: string): string {
  const code = `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
  const other = nameOf(char);
  const name = NAMES[char] ?? other;
  if (name === undefined) return `“${char}”`;
  return other !== undefined && char > "\u007f" ? `${name} (${code})` : name;
}
