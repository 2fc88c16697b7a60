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
export function isUnset(value: string | null): boolean {
  return UNSET_VALUES.some(([text]) => text === value);
}
