/** Percent-encodes everything but RFC 3986's unreserved characters, as UTF-8 with upper-case hex. */
export function escapeText(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replace(
    /[!'()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** Percent-decoded UTF-8, `+` as a plus; the text as it stands where that is none. */
export function unescapeText(text: string): string {
  return decodedOr(text, text);
}

/** A name or a value of a query as people read it: like `unescapeText`, but `+` is a space. */
export function unescapeValue(text: string): string {
  return decodedOr(text.replaceAll("+", " "), text);
}

function decodedOr(escaped: string, otherwise: string): string {
  try {
    return decodeURIComponent(escaped);
  } catch {
    return otherwise;
  }
}
