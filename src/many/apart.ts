/** A copy of the text. A piece that was cut out of a longer text makes the engine keep all of that text in memory. */
export function apart(text: string): string {
  return ` ${text}`.slice(1);
}
