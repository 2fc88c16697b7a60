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

/** A character's name where it cannot be seen: in a short list of changes. */
export function visibleName(char: string): string {
  const known = NAMES[char];
  if (known) return known;
  const code = char.codePointAt(0) ?? 0;
  const unseen = code < 0x20 || /^[\p{Cc}\p{Cf}\p{Cs}\p{Zs}\p{M}]$/u.test(char);
  return unseen ? `U+${code.toString(16).toUpperCase().padStart(4, "0")}` : char;
}
