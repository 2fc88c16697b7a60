import { invisibleName } from "../../signing/wording/invisible";
import type { Key, Mistake, Telling, Variant } from "../mistake";
import { signedWithKey } from "../sample";
import { withInside } from "../text/inside";
import { RARE, VERY_RARE } from "../weights";

export const secretWithInvisibleCharacter: Mistake = {
  id: "secret-with-invisible-character",
  group: "secret",
  answerTells: "addition",
  title: "The secret had a character that cannot be seen or that looks like another.",
  enteredTitle: "The secret entered here has a character that cannot be seen or that looks like another.",
  why: "A byte order mark, a zero-width space, a dash or a smart quote comes along from Windows editors, chats, PDFs and word processors.",
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
  yield enteredWith("a no-break space", "a space", key.replaceAll("\u00a0", " "));
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
  const straight = key.replace(/[“”„″]/g, '"').replace(/[‘’‚]/g, "'");
  yield enteredWith("smart quotes", "straight ones", straight);
  yield {
    value: key
      .replaceAll("'", "’")
      .replace(/(^|[\s([{])"/g, "$1“")
      .replaceAll('"', "”"),
    detail: "The secret that signed has smart quotes where the one entered here has straight ones.",
  };
  yield enteredWith("a dash", "a hyphen", key.replace(/[‐‑‒–—−]/g, "-"));
  yield enteredWith("a dash", "“--”", key.replace(/[–—]/g, "--"));
  for (const form of ["NFC", "NFD"] as const)
    yield {
      value: key.normalize(form),
      detail:
        "An accented letter is one character in one of the two secrets, and a letter and its accent in the other.",
      telling: COMPOSED,
    };
  yield enteredWith("letters of another width or joined ones", "plain ones", key.normalize("NFKC"));
}

/** What was typed or copied here, where the secret that signed has something plain. */
function enteredWith(has: string, had: string, value: string): Variant<Key> {
  const detail = `The secret entered here has ${has} where the one that signed has ${had}.`;
  return { value, detail, entered: true, telling: TYPOGRAPHY };
}

const TYPOGRAPHY: Telling = {
  why: "Word processors, chats, PDFs and keyboards for Asian scripts put other characters in the place of plain ones when text is typed or copied there. Or what is entered here is the account’s secret, and it was changed where it is signed.",
  fix: "Enter the secret as the vendor’s dashboard shows it, and look at it where it is signed, too.",
};

const COMPOSED: Telling = {
  why: "macOS writes accented letters in two characters in the names of files, most keyboards in one; they look the same.",
  fix: "Write the secret in the same way in both places, or ask the vendor for one in plain ASCII.",
};

/** What web pages, chats and PDFs put into text where a line may break. */
const INSIDE = [
  ["\u{200b}", "A zero-width space"],
  ["\u{ad}", "A soft hyphen"],
  ["\u{feff}", "A byte order mark"],
  ["\u{a0}", "A no-break space"],
] as const;

/** What signed, where plain characters are entered. */
const LOOKALIKES: readonly [from: string, to: string, detail: string][] = [
  ["--", "–", "a dash for “--”"],
  ["--", "—", "a dash for “--”"],
  ["-", "–", "a dash for each hyphen"],
  ["-", "—", "a dash for each hyphen"],
  ["-", "‑", "a hyphen that does not break for each hyphen"],
  ["-", "−", "a minus sign for each hyphen"],
  ["'", "’", "a smart quote for each apostrophe"],
  ['"', "”", "a smart quote for each quotation mark"],
  ["...", "…", "one character for three dots"],
  [" ", "\u00a0", "a no-break space for each space"],
].map(([from = "", to = "", has]) => [from, to, `The secret that signed has ${has}.`]);
