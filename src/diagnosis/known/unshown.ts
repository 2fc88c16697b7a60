/** What programs show for a part of a text that is too long, at its end or in its middle. */
const CUT = /…|\.{2}|[[(<{]\s*(?:snip|cut|truncated|more)/i;

/** What loggers and people write over what others shall not read: a word, or the same sign again and again. */
const HIDDEN_WORD =
  /(?:filtered|redacted|hidden|masked|removed|deleted|censored|saniti[sz]ed|anonymi[sz]ed|obfuscated|scrubbed|omitted|withheld|stripped|sensitive|private|xxx|snip)/i;
const HIDDEN_SIGNS = /([*•●█▇■#_~?·×-])\1{2,}|\*\*|[•●█▇■]{2}|x{4,}/i;

/** What a template has in the place of a value. */
const PLACEHOLDER = /^(?:<.*>|\{.*\}|\[.*\]|\$.*|%[^%]*[sd}]|[@:_]+[a-z_]+)$/i;

/** How a decoded text in the place of a signature says that digits were left out of it; `null` where it does not. */
export function howUnshown(text: string): "cut" | "hidden" | null {
  if (HIDDEN_WORD.test(text) || HIDDEN_SIGNS.test(text)) return "hidden";
  return CUT.test(text) ? "cut" : null;
}

/** Whether a decoded text looks like what a template has in the place of a value. */
export function isPlaceholder(text: string): boolean {
  return PLACEHOLDER.test(text.trim());
}

/** Chance gives every digest more kinds of digits, and no period. */
const FEWEST_KINDS = 6;
const LONGEST_PERIOD = 20;
const RISING = "0123456789abcdef0123456789abcdef";

/** Whether somebody typed these hexadecimal digits: the same ones again and again, or in their order. Called for every line of a file. */
export function areMadeUp(digits: string): boolean {
  const own = digits.toLowerCase();
  if (own.length < 8) return false;
  if (RISING.includes(own.slice(0, 10)) || !hasKinds(own, Math.min(FEWEST_KINDS, own.length / 4)))
    return true;
  const longest = Math.min(LONGEST_PERIOD, own.length / 2);
  for (let period = 1; period <= longest; period++)
    if (own.charAt(period) === own.charAt(0) && own.startsWith(own.slice(period))) return true;
  return false;
}

/** Whether so many characters of a text differ from each other. */
function hasKinds(text: string, most: number): boolean {
  let kinds = "";
  for (let at = 0; at < text.length && kinds.length < most; at++)
    if (!kinds.includes(text.charAt(at))) kinds += text.charAt(at);
  return kinds.length >= most;
}
