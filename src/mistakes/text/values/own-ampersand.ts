import type { UrlText } from "../../../signing/types";
import { percentDecode } from "../escapes";

/** An “&” and what follows it without a “=”, to the next one. */
const WITHOUT_EQUALS = /&([^&=]*)(?=&|$)/g;

/** A text has a space or an escape, as “ Roll” of “Rock & Roll”; an option without a value, such as “!fit” and “c_fill,h_20”, has neither. */
const OF_TEXT_ALONE = /[\s+]|%[\da-f]{2}/i;

/** What a template begins a placeholder with, and what has neither a letter nor a digit. */
const OF_NO_TEXT = /^[{$<[%]|^[^\p{L}\p{N}]*$/u;

const isRest = (text: string) => OF_TEXT_ALONE.test(text) && !OF_NO_TEXT.test(percentDecode(text));

/** A value that is neither an address with a query of its own, of which it is told by itself, nor a number. */
const OF_TEXT = /(?:^|&)[^&=]*=(?![\d.,]+$)[^&=?]*(?:&[^=]*)?$/;

/** The query with “%26” for each “&” behind which no “=” stands: it may be a value’s own. */
export const withOwnAmpersands = (query: string): string => query.replaceAll(WITHOUT_EQUALS, "%26$1");

/** What an “&” of a value’s own has cut off it, where that can be no parameter, and the query with “%26” for it. */
export function restsOfValues(query: string): { readonly rests: readonly string[]; readonly whole: string } {
  const rests: string[] = [];
  const whole = query.replaceAll(WITHOUT_EQUALS, (text, rest: string, at: number) => {
    if (!isRest(rest) || !OF_TEXT.test(query.slice(0, at))) return text;
    rests.push(rest);
    return `%26${rest}`;
  });
  return { rests, whole };
}

/** Whether another URL lacks the rest of a value that its “&” has ended, or has it as an option: “R&D” of “R & D”. */
export function losesRest({ query }: Pick<UrlText, "query">, other: Pick<UrlText, "query">): boolean {
  const count = (text: string | null) => restsOfValues(text ?? "").rests.length;
  return count(other.query) < count(query) && !/%26/.test(other.query ?? "");
}
