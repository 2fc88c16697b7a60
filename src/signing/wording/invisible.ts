const NAMES: Readonly<Record<string, string>> = {
  "\n": "LF",
  "\r": "CR",
  "\t": "TAB",
  "\0": "NUL",
  "\u00a0": "NBSP",
  "\u00ad": "SHY",
  "\u200b": "ZWSP",
  "\u200c": "ZWNJ",
  "\u200d": "ZWJ",
  "\u200e": "LRM",
  "\u200f": "RLM",
  "\u2028": "LS",
  "\u2029": "PS",
  "\u202f": "NNBSP",
  "\u2060": "WJ",
  "\u3000": "IDSP",
  "\ufeff": "BOM",
};

/** The usual short name of a character that cannot be seen, such as "LF"; `null` for one that can, and for a space. */
export function invisibleName(char: string): string | null {
  const known = NAMES[char];
  if (known) return known;
  if (!/^[\p{Cc}\p{Cf}\p{Zs}\p{Zl}\p{Zp}]$/u.test(char) || char === " ") return null;
  return `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}
