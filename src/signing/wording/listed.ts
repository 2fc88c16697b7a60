/** “a, b and c”. */
export function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

/** The same, each in quotes. */
export function listedQuoted(texts: readonly string[]): string {
  return listed(texts.map((text) => `“${text}”`));
}
