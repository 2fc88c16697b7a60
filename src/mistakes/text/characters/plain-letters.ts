/** What becomes of one letter beyond ASCII; `null` where it stays. */
export type Letters = (letter: string) => string | null;

/** Letters that Unicode does not take apart, as most tables for slugs and file names write them. */
const WHOLE: Readonly<Record<string, string>> = {
  ß: "ss",
  ẞ: "SS",
  æ: "ae",
  Æ: "AE",
  œ: "oe",
  Œ: "OE",
  ø: "o",
  Ø: "O",
  ł: "l",
  Ł: "L",
  đ: "d",
  Đ: "D",
  ð: "d",
  Ð: "D",
  þ: "th",
  Þ: "TH",
  ı: "i",
};

const GERMAN: Readonly<Record<string, string>> = {
  ä: "ae",
  ö: "oe",
  ü: "ue",
  Ä: "Ae",
  Ö: "Oe",
  Ü: "Ue",
};

const DANISH: Readonly<Record<string, string>> = { å: "aa", Å: "Aa", ø: "oe", Ø: "Oe", Æ: "Ae" };

/** As libiconv writes an accent, before the letter. */
const MARKS: Readonly<Record<string, string>> = {
  "\u0300": "`",
  "\u0301": "'",
  "\u0302": "^",
  "\u0303": "~",
  "\u0308": '"',
};

/** The letter without its accents; `null` where it has none. */
const bare: Letters = (letter) => {
  const parts = letter.normalize("NFD");
  return /\p{M}/u.test(parts) ? parts.replace(/\p{M}/gu, "") : null;
};

const whole: Letters = (letter) => WHOLE[letter] ?? bare(letter);

/** The ways in which code writes letters beyond ASCII in ASCII, the likelier first. */
export const PLAIN_LETTERS: readonly Letters[] = [
  whole,
  bare,
  (letter) => GERMAN[letter] ?? whole(letter),
  (letter) => (letter === "ß" ? "s" : whole(letter)),
  (letter) => DANISH[letter] ?? GERMAN[letter] ?? whole(letter),
  (letter) => letter.normalize("NFKD").replace(/[^ -~]/g, ""),
  (letter) => {
    const [char = "", mark = "", ...more] = letter.normalize("NFD");
    const written = MARKS[mark];
    return written === undefined || more.length > 0 ? whole(letter) : written + char;
  },
];
