/** A `'` at the beginning of a word, or of a literal with its prefix, that none has closed. */
const OPEN = /(?:^|[^\w%'\\])[fFrRbBuU$@]{0,2}'(?:[^'\n]|(?<=\w)'(?=\w)){0,400}$/;

/**
 * A word up to the `'` that closes what another opened before it. Every other apostrophe is its own, for a URL may hold them
 * (RFC 3986, 2.2): `/it's.jpg`, `text=L'Or%C3%A9al`, `js=f('x')`.
 *
 * @param text the word with all that follows
 */
export function untilQuote(before: string, word: string, text: string): string {
  if (!word.includes("'") || !isInQuotes(before)) return word;
  const end = closingQuote(text.slice(0, word.length + LOOK_AHEAD));
  return end < 0 ? word : word.slice(0, end);
}

/** Whether a text ends inside of single quotes, by its last line. */
function isInQuotes(before: string): boolean {
  return OPEN.test(before.slice(-LOOK_AHEAD));
}

const LOOK_AHEAD = 400;

/**
 * The offset of the `'` that closes what another opened before the text; −1 where there is none. One that a word or a parameter
 * follows is the text's own, one that is escaped or doubled as well, and so are two that stand inside as a pair.
 */
export function closingQuote(text: string): number {
  let isPair = false;
  let isDoubled = false;
  for (const { 0: quote, index } of text.matchAll(QUOTE)) {
    if (quote.length > 2 || quote === "\\'") continue;
    const after = text.slice(index + quote.length, index + LOOK_AHEAD);
    if (quote === "''") isDoubled ||= /^[\w%]/.test(after);
    if (quote === "''" && isDoubled) continue;
    if (/^[\w%]/.test(after)) isPair ||= /[^\w%]/.test(text.charAt(index - 1));
    else if (isPair) isPair = false;
    else if (!goesOn(/^[^\s"'`<>]*/.exec(after)?.[0] ?? "")) return index;
  }
  return -1;
}

/** A quote, and one inside a literal as shells, code, and SQL and YAML write it. */
const QUOTE = /'\\''|'"'"'|\\'|''?/g;

/** Whether a parameter follows, which shows that a bracket, a comma or a quote before it is the URL's own. No other URL may stand before it. */
export function goesOn(after: string): boolean {
  return /^(?:(?!https?[:%])[^?&])*[?&][\w.%~-]{1,60}=/i.test(after);
}

/** What a literal in single quotes stands for. */
export function fromSingleQuotes(literal: string): string {
  return literal.replace(QUOTE, "'");
}
