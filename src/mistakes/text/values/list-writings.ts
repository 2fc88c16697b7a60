import { escapeText } from "../../../signing/escapes";
import { formDecode } from "../parameters";

/** A list as parameters of its name, from its values as they stand. */
export type Write = (name: string, values: readonly string[]) => readonly string[];

/** One way to write a list, with words for users. */
export type ListWriting = readonly [write: Write, detail: string];

const indexed =
  (open: string, close: string, first = 0): Write =>
  (name, values) =>
    values.map((value, at) => `${name}${open}${at + first}${close}=${value}`);
const each =
  (suffix: string): Write =>
  (name, values) =>
    values.map((value) => `${name}${suffix}=${value}`);
const together =
  (joint: string): Write =>
  (name, values) => [`${name}=${values.join(joint)}`];
const asOne =
  (write: (values: readonly string[]) => string): Write =>
  (name, values) => [`${name}=${write(values.map(formDecode))}`];

/** Escapes as JavaScript’s encodeURIComponent leaves them, which writes “'” as it is. */
const encode = (text: string) => encodeURIComponent(text.toWellFormed());
const spacesAsPlus = (text: string) => text.replaceAll("%20", "+");
const lowerEscapes = (text: string) => text.replace(/%[\dA-F]{2}/g, (digits) => digits.toLowerCase());
const ENCODES: readonly ((text: string) => string)[] = [
  encode,
  (text) => spacesAsPlus(encode(text)),
  (text) => spacesAsPlus(escapeText(text)),
  escapeText,
  (text) => lowerEscapes(encode(text)),
  (text) => lowerEscapes(spacesAsPlus(encode(text))),
  (text) => encodeURI(text.toWellFormed()),
  (text) => text,
];

/** A text as Python’s repr writes it. */
function python(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  const escaped = text
    .replaceAll("\\", "\\\\")
    .replaceAll("\n", "\\n")
    .replaceAll("\r", "\\r")
    .replaceAll("\t", "\\t");
  return quote + escaped.replaceAll(quote, `\\${quote}`) + quote;
}

const list = (values: readonly string[], write: (text: string) => string) => values.map(write).join(", ");
const tuple = (values: readonly string[]) => `(${list(values, python)}${values.length === 1 ? "," : ""})`;

const PYTHON = "As Python prints a list, which its urlencode does without doseq=True.";
const DOT_NET = "As .NET prints a list, which tells its type and not its values.";
export const IN_BRACES = "In braces.";
const PHP = "As “Array”, the text that PHP makes of a list.";

const ONE_TEXT: readonly [write: (values: readonly string[]) => string, name: string][] = [
  [(values) => JSON.stringify(values), "As JSON."],
  [
    (values) => `[${list(values, JSON.stringify)}]`,
    "As JSON with spaces; Ruby, Swift and Rust print a list so.",
  ],
  [(values) => `[${list(values, python)}]`, PYTHON],
  [tuple, "As Python prints a tuple."],
  [(values) => `[${values.join(", ")}]`, "As Java prints a list, and Python one of numbers."],
  [(values) => `[${values.join(" ")}]`, "As Go prints a list."],
  [(values) => `[${values.join(",")}]`, "In square brackets."],
  [(values) => `{${values.join(",")}}`, IN_BRACES],
  [(values) => values.join(", "), "Joined with a comma and a space."],
];

const asTexts = (texts: typeof ONE_TEXT): ListWriting[] =>
  texts.flatMap(([write, name]) =>
    ENCODES.map((spell): ListWriting => [asOne((values) => spell(write(values))), name]),
  );

/** The commonest ways to write a list, which come with other mistakes, too. */
export const COMMON_WRITINGS: readonly ListWriting[] = [
  [each("[]"), "As “name[]=…”."],
  [each("%5B%5D"), "As “name%5B%5D=…”."],
  [together(","), "As one value, joined with “,”."],
  [asOne((values) => encode(values.join(","))), "As one value, joined with “%2C”."],
  [each(""), "As “name=…” for each value."],
  [indexed("%5B", "%5D"), "As “name%5B0%5D=…”."],
];

/** Texts that programs make of a list without its values. */
const EMPTY: readonly ListWriting[] = [
  [(name) => [`${name}=Array`], PHP],
  [(name) => [`${name}%5B%5D=Array`], PHP],
  ...["System.String[]", "System.Collections.Generic.List`1[System.String]"].flatMap((type) =>
    [type, escapeText(type)].map((text): ListWriting => [(name) => [`${name}=${text}`], DOT_NET]),
  ),
];

export const JOINED_TO_ONE = "As one value, joined with nothing between them.";

/** Every way, the commonest first. */
export const LIST_WRITINGS: readonly ListWriting[] = [
  ...COMMON_WRITINGS,
  [indexed("[", "]"), "As “name[0]=…”."],
  [together("%2C"), "As one value, joined with “%2C”."],
  [indexed("", ""), "As “name0=…”."],
  [indexed(".", ""), "As “name.0=…”."],
  [indexed("_", ""), "As “name_0=…”."],
  [indexed("[", "]", 1), "As “name[1]=…”."],
  [indexed("%5B", "%5D", 1), "As “name%5B1%5D=…”."],
  [each("[0]"), "As “name[0]=…” for each value."],
  [each("%5b%5d"), "As “name%5b%5d=…”."],
  ...["|", "%7C", ";", "%3B", "+", "%20", ":", "", "%0A", "%2C+", "%2C%20", ",+", ",%20", "-", "/"].map(
    (joint): ListWriting => [
      together(joint),
      joint === "" ? JOINED_TO_ONE : `As one value, joined with “${joint}”.`,
    ],
  ),
  ...asTexts(ONE_TEXT),
  ...EMPTY,
  [(name, values) => [`${name}[]=${values.at(-1)}`], "Only the last value, as “name[]=…”."],
  [(name, values) => [`${name}%5B%5D=${values.at(-1)}`], "Only the last value, as “name%5B%5D=…”."],
];

/** What a list of one value shows: brackets behind its name, or a text around its value. */
export const WRITINGS_OF_ONE: readonly ListWriting[] = [
  [each("[]"), "As “name[]=…”."],
  [each("%5B%5D"), "As “name%5B%5D=…”."],
  [indexed("%5B", "%5D"), "As “name%5B0%5D=…”."],
  [indexed("[", "]"), "As “name[0]=…”."],
  [each("%5b%5d"), "As “name%5b%5d=…”."],
  [indexed(".", ""), "As “name.0=…”."],
  ...asTexts(ONE_TEXT.filter(([write]) => write(["a"]) !== "a")),
  ...EMPTY,
];
