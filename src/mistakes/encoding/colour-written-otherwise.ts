import { escapeText } from "../../signing/escapes";
import type { UrlText } from "../../signing/types";
import type { Mistake, Variant } from "../mistake";
import { HOST, SECRET } from "../sample";
import { raw } from "../text/escapes";
import { formDecode, formEncode } from "../text/parameters";
import { type Writing, writtenSo } from "../text/values/respelled-values";
import { wholesOf } from "../text/whole";
import { USUAL } from "../weights";

const AMBER = `${HOST}/a.jpg?background=%23ffaa00&title=a%20b&signature={}`;

export const colourWrittenOtherwise: Mistake = {
  id: "colour-written-otherwise",
  group: "encoding",
  title: "A colour was written otherwise when it was signed.",
  why: "Code writes a colour in several ways, such as “#ffaa00”, “ffaa00”, “#fa0” and “rgb(255, 170, 0)”: colour pickers begin it with “#”, code such as ltrim($color, '#') takes that away, and browsers hand out “rgb(…)”.",
  fix: "Write the colour once, and use that text for the string and for the URL.",
  example: { url: AMBER, secret: SECRET, signed: "/a.jpg?background=ffaa00&title=a%20b" },
  nearMiss: { url: AMBER, secret: SECRET, signed: "/a.jpg?background=ffaa01&title=a%20b" },
  *urls(url) {
    if (!losesItsEscapes(url)) yield* writtenSo(url, written(BARE), "Without its “#”.", USUAL);
    yield* writtenSo(url, written(ESCAPED), "With “%23” before it.", USUAL);
  },
  *alone(url, { rule }) {
    yield* wholesOf(writings(url), rule);
  },
};

/** Where “#” is the only escape, a filter of escapes may have taken it: that is another mistake, and tells both stories. */
function losesItsEscapes({ query }: UrlText): boolean {
  return (query ?? "").replaceAll(/%(?!23)[\da-f]{2}/gi, "") === query;
}

/** Two hex digits each for red, green, blue and, where it is there, opacity. */
type Colour = readonly string[];

/** A way of writing a colour. @param digits those that it has in the URL, or all of them where it has none */
type Write = (colour: Colour, digits: string) => string;

const HEX = (colour: Colour) => colour.join("");
const BARE: Write = (_, digits) => digits;
const ESCAPED: Write = (_, digits) => `%23${digits}`;

function* writings(url: UrlText): Generator<Variant<UrlText>> {
  for (const [write, detail] of FORMS) yield* writtenSo(url, written(write), detail);
  for (const [write, detail] of TEXTS)
    for (const encode of [raw, escapeText, encodeURIComponent, formEncode])
      yield* writtenSo(
        url,
        written((colour) => encode(write(colour))),
        detail,
      );
}

const short = (colour: Colour) =>
  colour.every(([first, second]) => first === second) ? colour.map(([first]) => first).join("") : HEX(colour);
const numbers = (colour: Colour) => colour.slice(0, 3).map((digits) => String(Number.parseInt(digits, 16)));

const FORMS: readonly [write: Write, detail: string][] = [
  [BARE, "Without its “#”."],
  [(_, digits) => `#${digits}`, "With “#” before it."],
  [(colour) => `#${HEX(colour)}`, "With “#” before it and two digits for each part."],
  [short, "Without “#”, and with one digit for two that are alike."],
  [(colour) => `#${short(colour)}`, "With “#” before it and one digit for two that are alike."],
  [(colour) => `%23${short(colour)}`, "With “%23” before it and one digit for two that are alike."],
  [HEX, "Without “#”, and with two digits for each part."],
  [(colour) => `%23${HEX(colour)}`, "With “%23” before it and two digits for each part."],
  [(colour) => `0x${HEX(colour)}`, "With “0x” before it."],
  [(colour) => `${HEX(colour)}ff`, "With “ff” for its opacity after it."],
  [(colour) => `%23${HEX(colour)}ff`, "With “ff” for its opacity after it."],
];

const TEXTS: readonly [write: (colour: Colour) => string, detail: string][] = [
  [(colour) => `rgb(${numbers(colour).join(",")})`, "As “rgb(…)”."],
  [(colour) => `rgb(${numbers(colour).join(", ")})`, "As “rgb(…)” with spaces."],
  [(colour) => numbers(colour).join(","), "As three numbers."],
  [(colour) => `rgba(${numbers(colour).join(",")},1)`, "As “rgba(…)”."],
  [(colour) => `rgba(${numbers(colour).join(", ")}, 1)`, "As “rgba(…)” with spaces."],
];

const written =
  (write: Write): Writing =>
  (value, name) => {
    const text = value.length > LONGEST ? "" : formDecode(value);
    const colour = colourOf(text, name);
    return colour && write(colour, DIGITS.exec(text)?.[1] ?? HEX(colour));
  };

const LONGEST = 40;
const DIGITS = /^(?:#|0x)?([\da-f]+)$/i;
const NAMES = /colou?r|background|^bg|fill|tint|border|^fg/i;
const RGB = /^rgba?\((\d{1,3}),\s*(\d{1,3}),\s*(\d{1,3})(?:,\s*1)?\)$/;

/** The colour that this is; without “#” only what its name calls one. */
function colourOf(text: string, name: string): Colour | null {
  const parts = RGB.exec(text)?.slice(1);
  if (parts) return parts.map((part) => Number(part).toString(16).padStart(2, "0"));
  const [, mark = "", digits = ""] = /^(#|0x)?([\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})$/i.exec(text) ?? [];
  if (digits === "" || (mark === "" && !NAMES.test(name))) return null;
  return digits.length > 4 ? (digits.match(/../g) ?? []) : [...digits].map((digit) => digit + digit);
}
