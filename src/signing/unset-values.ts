import { unescapeText, unescapeValue } from "./escapes";
import type { UrlText } from "./types";
import { cutQuery, type Parameter } from "./url-text";

/** What code that does not leave it out writes for a value that was never set, and whose code does. */
export const UNSET_VALUES: readonly (readonly [text: string, maker: string])[] = [
  ["null", "JavaScript and Java write null so"],
  ["undefined", "JavaScript writes so what is undefined"],
  ["None", "Python writes None so"],
  ["nil", "Swift and Lua write nil so"],
  ["NaN", "JavaScript and Java write so what is no number"],
  ["<nil>", "Go writes nil so"],
  ["%3Cnil%3E", "Go writes nil so"],
  ["NULL", "databases write NULL so"],
  ["[object Object]", "JavaScript writes an object so"],
  ["%5Bobject%20Object%5D", "JavaScript writes an object so"],
  ["%5Bobject+Object%5D", "JavaScript writes an object so"],
];

/** True of a value that nobody has set. */
function isUnset(value: string | null): boolean {
  return UNSET_VALUES.some(([text]) => text === value);
}

/** A placeholder that a template, a mail tool, a shell or a script would have filled in. */
const PLACEHOLDER =
  /^(?:\{{1,3} ?[\w.]+ ?(?:\|[^{}]*)?\}{1,3}|\{\{ ?\$\{\w+\} ?\}\}|\{\$\w+\}|#\{[\w.]+\}|\*\|[\w:]+\|\*|%%[\w=@. ()]+%%|%[a-z][\w.]*%|\[[\w ]+,fallback=[^\]]*\]|\[\[[\w: ]+\]\]|\$\{[\w.]+\}|\$[a-z_]\w*|\[object \w+\]|<%=? ?[\w.@]+ ?%>|%\([a-z]\w*\)[sd])$/i;
/** Options that mean nothing without a value. */
const NEEDS_VALUE =
  /^(?:url|src|w|h|width|height|thumb_width|thumb_height|dpr|q|quality|blur|rotate|delay|ttl)$/;
const LONGEST = 40;
/** No placeholder is longer, and a search asks this of the same parameter often. */
const MOST_CHARACTERS = 200;

/** Whether a value looks like one that nobody has filled in. */
export function looksUnset({ name, value }: Parameter): boolean {
  if (value === "") return NEEDS_VALUE.test(name);
  if (value === null || value.length > MOST_CHARACTERS) return false;
  return isUnset(value) || PLACEHOLDER.test(unescapeValue(value));
}

/** What of a URL looks as if its value had never been filled in: `height=undefined`, or `/undefined` in the path. */
export function unsetIn({ path, query }: UrlText): string[] {
  const ofPath = path
    .split("/")
    .filter((segment) => OF_PATH.test(unescapeText(segment)))
    .map((segment) => `/${segment}`);
  const ofQuery = cutQuery(query ?? "")
    .filter(looksUnset)
    .map(({ text }) => text);
  return [...new Set([...ofPath, ...ofQuery])].map((text) => unescapeText(text).slice(0, LONGEST));
}

/** A tag of a mail tool or a template, wherever it stands. */
const TAG = /\*\|[\w:]+\|\*|%%[a-z]\w*%%|\{\{ ?(?:[\w.]+|\$\{\w+\}) ?\}\}|\[\w+,fallback=[^\]]*\]/gi;

/** Such tags within values that hold more than one: a greeting, or the query of an address. */
export function tagsIn({ query }: UrlText): string[] {
  const values = cutQuery(query ?? "").filter((parameter) => !looksUnset(parameter));
  const tags = values.flatMap(({ value }) => unescapeText(value ?? "").match(TAG) ?? []);
  return [...new Set(tags)].map((tag) => tag.slice(0, LONGEST));
}

/** A folder may well be called “null”. */
const OF_PATH = /^(?:undefined|NaN|\[object \w+\]|\{ ?[\w.]+ ?\})$|\{{2} ?[\w.]+ ?\}{2}|\$\{[\w.]+\}/;

/** The same URL without the parameters that look unset. */
export function withoutUnset(url: UrlText): UrlText {
  const left = cutQuery(url.query ?? "").filter((parameter) => !looksUnset(parameter));
  return { ...url, query: left.length === 0 ? null : left.map(({ text }) => text).join("&") };
}
