const NAMES: Readonly<Record<string, string>> = {
  "\n": "LF",
  "\r": "CR",
  "\t": "TAB",
  " ": "space",
  "\u00a0": "NBSP",
  "\u200b": "ZWSP",
  "\u200c": "ZWNJ",
  "\u200d": "ZWJ",
  "\ufeff": "BOM",
  "\u007f": "DEL",
};

/** The usual name of a character that cannot be seen, otherwise its code point; `null` for one that can. */
export function invisibleName(char: string): string | null {
  const known = NAMES[char];
  if (known) return known;
  if (!/^[\p{Cc}\p{Cf}\p{Cs}\p{Zs}\p{Zl}\p{Zp}\p{M}]$/u.test(char)) return null;
  return `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}
