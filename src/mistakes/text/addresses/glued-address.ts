/** A mark or a blank, and an address with a query of its own behind it. */
const GLUED = /(?:[,;|]|%2C|%3B|%7C|%20|%09|\+)+https?:\/\/[^/?&]+[^?&]*\?/i;

/**
 * Where a second URL begins that stands behind another one in one text, with the mark before it, in UTF-16 units; `null` where there
 * is none. A list of addresses, which begins with one, is a value.
 */
export function gluedAddress(query: string): number | null {
  const at = query.search(GLUED);
  if (at < 0) return null;
  const value = query.slice(Math.max(query.lastIndexOf("&", at) + 1, 0), at).replace(/^[^=]*=/, "");
  return /^https?:/i.test(value) ? null : at;
}
