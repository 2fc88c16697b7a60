/** `NAME=value` as in a shell or a `.env` file, also with `export` before it; a name has no small letters, as a secret mostly has. */
const ASSIGNMENT = /^\s*(?:export\s+)?[A-Z][A-Z0-9_]*_[A-Z0-9_]*\s*=\s*(.+?)\s*$/m;

/** The line of a paste that assigns a value to a variable, the likeliest of these names first; `null` where none does. */
export function assignmentIn(text: string, names: readonly string[]): string | null {
  const lines = text.split(/[\r\n]+/).filter((line) => ASSIGNMENT.test(line));
  return lines.find((line) => names.some((name) => line.includes(name))) ?? lines[0] ?? null;
}

/** The value of such a line, without its quotes. */
export function assignedIn(line: string): string {
  const value = ASSIGNMENT.exec(line)?.[1] ?? line;
  return /^(["'])(.*)\1$/.exec(value)?.[2] ?? value;
}
