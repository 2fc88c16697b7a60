/** What programs show for a part of a text that is too long, at its end or in its middle. */
const CUT = /…|\.{2}/;

/** What loggers and people write over what others shall not read: a word, or the same sign again and again. */
const HIDDEN_WORD =
  /^[^a-z]*(?:(?:value|param(?:eter)?|signature|token|sig)?[ _-]?)?(?:filtered|redacted|hidden|masked|removed|censored|sanitized|scrubbed|omitted|sensitive|private)[^a-z]*$/i;
const HIDDEN_SIGNS = /\*{2,}|[•●█▇■]{2,}|x{4,}|#{3,}|_{4,}|-{4,}/i;

/** How a decoded text in the place of a signature says that the digits were left out where it was shown; `null` where it does not. */
export function howUnshown(text: string): "cut" | "hidden" | null {
  if (HIDDEN_WORD.test(text) || HIDDEN_SIGNS.test(text)) return "hidden";
  return CUT.test(text) ? "cut" : null;
}
