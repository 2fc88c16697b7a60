/** At most so many are told. */
const MOST = 3;

/**
 * How two spellings of the same characters differ, in words: “%7E” was signed, “~” sent. Empty where they do not, or where they
 * are not the same characters.
 */
export function differences(signed: string, sent: string): string {
  if (signed === sent) return "";
  const [ours, theirs] = [unitsOf(signed), unitsOf(sent)];
  if (ours.length !== theirs.length) return "";
  const seen = new Map<string, string>();
  for (const [at, unit] of ours.entries()) {
    const other = theirs[at] ?? "";
    if (unit !== other && seen.size < MOST) seen.set(unit, other);
  }
  return [...seen].map(([unit, other]) => `“${unit}” was signed, “${other}” sent`).join("; ");
}

/** Characters and escapes, the escapes of one character beyond ASCII together. */
function unitsOf(text: string): string[] {
  return text.match(/(?:%[89a-f][0-9a-f])+|%[0-7][0-9a-f]|[^\0-\x7f]+|[\s\S]/gi) ?? [];
}
