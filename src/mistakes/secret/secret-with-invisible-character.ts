import { invisibleName } from "../../signing/invisible";
import type { Key, Mistake, Variant } from "../mistake";
import { signedWithKey } from "../sample";
import { withInside } from "../text/inside";
import { RARE, VERY_RARE } from "../weights";

export const secretWithInvisibleCharacter: Mistake = {
  id: "secret-with-invisible-character",
  group: "secret",
  answerTells: "addition",
  title: "The secret had a character that cannot be seen or that looks like another.",
  why: "A byte order mark, a zero-width space or a smart quote comes along from Windows editors, chats, PDFs and word processors.",
  fix: "Copy the secret again from the vendor’s dashboard, or type the doubtful part by hand.",
  example: signedWithKey("s3cretKey", "\u{feff}s3cretKey"),
  nearMiss: signedWithKey("s3cretKey", " s3cretKey"),
  *keys(key) {
    yield* invisibleVariants(key);
  },
};

const INVISIBLE: readonly [char: string, name: string, mark: string][] = [
  ["\u{feff}", "A byte order mark", "BOM"],
  ["\u{200b}", "A zero-width space", "ZWSP"],
  ["\u{200c}", "A zero-width non-joiner", "ZWNJ"],
  ["\u{200d}", "A zero-width joiner", "ZWJ"],
  ["\u{2060}", "A word joiner", "WJ"],
  ["\u{ad}", "A soft hyphen", "SHY"],
  ["\u{200e}", "A left-to-right mark", "LRM"],
  ["\u{200f}", "A right-to-left mark", "RLM"],
  ["\u{202c}", "A direction mark", "PDF"],
  ["\u{202f}", "A narrow no-break space", "NNBSP"],
  ["\u{3000}", "An ideographic space", "IDSP"],
  ["\u{2002}", "An en space", "ENSP"],
  ["\u{2003}", "An em space", "EMSP"],
  ["\u{2009}", "A thin space", "THSP"],
  ["ï»¿", "A byte order mark read as Latin-1", "ï»¿"],
  ["\u{2028}", "A line separator", "LS"],
  ["\0", "A zero byte", "NUL"],
];

/** They come in pairs, as from address books and chats (Unicode, UAX #9). */
const DIRECTIONS: readonly (readonly [open: string, close: string])[] = [
  ["\u{202a}", "\u{202c}"],
  ["\u{202b}", "\u{202c}"],
  ["\u{202d}", "\u{202c}"],
  ["\u{2066}", "\u{2069}"],
  ["\u{2067}", "\u{2069}"],
  ["\u{2068}", "\u{2069}"],
];

const SMART: readonly [open: string, close: string][] = [
  ["“", "”"],
  ["‘", "’"],
  ["„", "“"],
  ["«", "»"],
  ["”", "”"],
  ["’", "’"],
  ["‚", "‘"],
  ["″", "″"],
];

/** Invisible characters around it or taken out of it, typographic substitutes, and other spellings of the same text. */
function* invisibleVariants(key: string): Generator<Variant<Key>> {
  for (const [char, name, mark] of INVISIBLE) {
    yield { value: char + key, detail: `${name} at the start.`, before: [mark] };
    yield { value: key + char, detail: `${name} at the end.`, after: [mark] };
    yield {
      value: char + key + char,
      detail: `${name} at either end.`,
      before: [mark],
      after: [mark],
      weight: RARE,
    };
  }
  for (const [open, close] of DIRECTIONS)
    yield {
      value: open + key + close,
      detail: "Direction marks stood around it.",
      before: [invisibleName(open) ?? ""],
      after: [invisibleName(close) ?? ""],
      weight: RARE,
    };
  yield* withInside(key, INSIDE);
  const visible = key.replace(/[\p{Cf}\p{Zl}\p{Zp}\u202f\u3000]/gu, "").replaceAll("\0", "");
  for (const value of [visible, visible.replaceAll("\u00a0", ""), key.replaceAll("\u00a0", "")])
    yield {
      value,
      detail: "The secret entered here has one, the secret that signed had none.",
      entered: true,
    };
  yield {
    value: visible.trim(),
    detail: "The secret entered here has one, and white space at an end; the secret that signed had neither.",
    entered: true,
  };
  yield { value: key.replaceAll("\u00a0", " "), detail: "A no-break space in it was a space." };
  yield {
    value: key.replace(/^[“”‘’„«‚″]|[“”‘’«»″]$/g, ""),
    detail: "The secret entered here has smart quotes, the secret that signed had none.",
    entered: true,
  };
  for (const [open, close] of SMART) {
    yield {
      value: open + key + close,
      detail: "Smart quotes stood around it.",
      before: [open],
      after: [close],
    };
    yield {
      value: key + close,
      detail: "A smart quote stood at the end.",
      after: [close],
      weight: VERY_RARE,
    };
    yield {
      value: open + key,
      detail: "A smart quote stood at the start.",
      before: [open],
      weight: VERY_RARE,
    };
  }
  for (const [from, to, detail] of LOOKALIKES) yield { value: key.replaceAll(from, to), detail };
  yield {
    value: key.replace(/[“”„″]/g, '"').replace(/[‘’‚]/g, "'"),
    detail: "Smart quotes in it were straight ones.",
  };
  yield { value: key.replace(/[‐‑‒–—−]/g, "-"), detail: "A long dash in it was a hyphen." };
  for (const form of ["NFC", "NFD", "NFKC"] as const)
    yield { value: key.normalize(form), detail: "Its accented letters were composed otherwise." };
}

/** What web pages, chats and PDFs put into text where a line may break. */
const INSIDE = [
  ["\u{200b}", "A zero-width space"],
  ["\u{ad}", "A soft hyphen"],
  ["\u{feff}", "A byte order mark"],
  ["\u{a0}", "A no-break space"],
] as const;

const LOOKALIKES: readonly [from: string, to: string, detail: string][] = [
  ["--", "–", "“--” in it had become a dash."],
  ["--", "—", "“--” in it had become a dash."],
  ["-", "–", "A hyphen in it had become a dash."],
  ["-", "—", "A hyphen in it had become a dash."],
  ["-", "‑", "A hyphen in it had become one that does not break."],
  ["-", "−", "A hyphen in it had become a minus sign."],
  ["'", "’", "An apostrophe in it had become a smart quote."],
  ['"', "”", "A quotation mark in it had become a smart quote."],
  ["...", "…", "Three dots in it had become one character."],
  [" ", "\u00a0", "A space in it had become a no-break space."],
];
