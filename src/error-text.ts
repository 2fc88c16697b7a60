/** What may be said of an error. Its text may quote what was typed, so that only its kind is said outside of development. */
export function errorText(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  return import.meta.env.DEV ? (error.stack ?? error.message) : error.name;
}
