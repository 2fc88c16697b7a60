/** The text that a JSON string, with its quotes, stands for; `null` where it is none. */
export function jsonText(quoted: string): string | null {
  try {
    const value: unknown = JSON.parse(quoted);
    return typeof value === "string" ? value : null;
  } catch {
    return null;
  }
}
