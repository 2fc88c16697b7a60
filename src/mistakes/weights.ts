/*
 * How unlikely one way of a mistake is. Of two explanations of the same digits the lighter is told, and lighter ones are searched
 * first; the weights of a pair are added. What matters is the order of these values, and where two mistakes can give the same string,
 * which of the two is the lighter.
 */

/** The URL itself shows what was done: a tracker, or a parameter behind the signature. */
export const SHOWN = 0.5;
/** What one thinks of first. */
export const EXPECTED = 0.6;
/** The URL has the marks of it, such as “%25” of a second encoding. */
export const LIKELY = 0.8;
export const OFTEN = 0.9;
/** The weight of a way that names none. */
export const USUAL = 1;
export const LESS_USUAL = 1.1;
export const SELDOM = 1.2;
export const UNLIKELY = 1.25;
export const RARE = 1.3;
export const VERY_RARE = 1.4;
/** Rarer than any part of the secret, which the same key might be. */
export const RAREST = 1.6;
/** From this weight on a key is tried alone, but not in pairs. */
export const SINGLE_ONLY = 1.7;

/** Added where a way makes one small change more than another. */
export const LESS_LIKELY = 0.1;
export const MUCH_LESS_LIKELY = 0.2;
export const FAR_LESS_LIKELY = 0.4;
