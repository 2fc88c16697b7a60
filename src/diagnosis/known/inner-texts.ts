import { percentDecode } from "../../mistakes/text/escapes";
import { withoutBreaks } from "../../signing/url-text";

/** Signs that a copy takes along, but no digit or letter, which would belong to what was written. */
const AROUND = /^[^0-9a-z%]+|[^0-9a-z%]+$/gi;
/** The next column or line of a text may stand behind the digits, where reading did not see that the URL ends. */
const NEXT = /(?:[\s,|]|[-=]>).*$/s;
/** What editors and pages put into a long word, to show or to break it. */
const WITHIN = /[\u00ad\u200b-\u200d\u2060\ufeff]|-?\s+|<[^<>]*>/g;

/** What stands in the place of a signature without the next column or line. */
export function withoutNext(text: string): string {
  return text.replace(NEXT, "");
}

/** What the digits may be in a text in which more stands than they, its escapes undone. */
export function innerTexts(text: string): readonly string[] {
  const whole = percentDecode(text);
  const around = percentDecode(withoutBreaks(text)).replace(AROUND, "");
  return [around, withoutNext(whole), whole.replace(WITHIN, "").replace(AROUND, "")];
}
