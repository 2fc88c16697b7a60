/** Where base64 (RFC 7468 and RFC 2045) and terminals break a long line. */
export const WIDTHS = [64, 76, 80];

/** A text broken into lines, for each width that it exceeds. */
export function* wrappings(
  text: string,
  widths: readonly number[],
): Generator<[wrapped: string, width: number]> {
  for (const width of widths)
    if (text.length > width) yield [text.replace(new RegExp(`.{${width}}(?!$)`, "gs"), "$&\n"), width];
}
