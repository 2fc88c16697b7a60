/** An “&” and what follows it without a “=”, to the next one. */
const WITHOUT_EQUALS = /&([^&=]*)(?=&|$)/g;

/** No parameter’s name has such a character: what has one is the rest of a value, as “ Roll” of “Rock & Roll”. A “;” may be HTML’s. */
const OF_NO_NAME = /[^\w.[\]~;-]/;

/** A value that is no address with a query of its own, of which it is told by itself. */
const OF_TEXT = /(?:^|&)[^&=]*=[^&=?]*(?:&[^=]*)?$/;

/** The query with “%26” for each “&” behind which no “=” stands: it may be a value’s own. */
export const withOwnAmpersands = (query: string): string => query.replaceAll(WITHOUT_EQUALS, "%26$1");

/** What an “&” of a value’s own has cut off it, where that can be no parameter, and the query with “%26” for it. */
export function restsOfValues(query: string): { readonly rests: readonly string[]; readonly whole: string } {
  const rests: string[] = [];
  const whole = query.replaceAll(WITHOUT_EQUALS, (text, rest: string, at: number) => {
    if (!OF_NO_NAME.test(rest) || !OF_TEXT.test(query.slice(0, at))) return text;
    rests.push(rest);
    return `%26${rest}`;
  });
  return { rests, whole };
}
