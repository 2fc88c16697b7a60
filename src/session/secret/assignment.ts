/** `NAME=value` as in a shell or a `.env` file, also with `export` before it; a name has no small letters, as a secret mostly has. */
const ASSIGNMENT = /^\s*(?:export\s+)?[A-Z][A-Z0-9_]*_[A-Z0-9_]*\s*=\s*[^\s=]/;

/** The line of a paste that assigns a value to a variable, the likeliest of these names first; `null` where none does. */
export function assignmentIn(text: string, names: readonly string[]): string | null {
  const lines = text.split(/[\r\n]+/).filter((line) => ASSIGNMENT.test(line));
  return (
    lines.find((line) => names.some((name) => line.includes(name))) ??
    lines.find((line) => /SECRET.*=/.test(line)) ??
    lines[0] ??
    null
  );
}
