/** `sha1`, `sha256`. */
export const lowerHash = (hash: string) => hash.replace("-", "").toLowerCase();

/** `SHA1`, `SHA256`. */
export const upperHash = (hash: string) => hash.replace("-", "");

/** A sum in parentheses, so that a method can be called on it. */
export const grouped = (text: string) => (text.includes(" + ") ? `(${text})` : text);

/** Matches nothing: what a language’s function makes of a text depends on characters that nobody here knows. */
export const NEVER = /(?!)/;
