/** The same text, apart from the one that it was cut out of: engines keep the whole of that for as long as a piece of it is kept. */
export function apart(text: string): string {
  return ` ${text}`.slice(1);
}
