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

/** Fewer kinds of digits than chance gives any digest. */
const FEWEST_KINDS = 6;
const LONGEST_PERIOD = 20;
const RISING = "0123456789abcdef0123456789abcdef";

/** Whether somebody typed these hexadecimal digits: the same ones again and again, or in their order. */
export function areMadeUp(digits: string): boolean {
  const own = digits.toLowerCase();
  if (own.length < 8) return false;
  const isRepeated = periodOf(own) <= Math.min(LONGEST_PERIOD, own.length / 2);
  const hasFewKinds = new Set(own).size < Math.min(FEWEST_KINDS, own.length / 4);
  return isRepeated || hasFewKinds || RISING.includes(own.slice(0, 10));
}

/** After so many digits they come again, to the end. */
function periodOf(digits: string): number {
  let period = 1;
  while (period < digits.length && !digits.startsWith(digits.slice(period))) period++;
  return period;
}
