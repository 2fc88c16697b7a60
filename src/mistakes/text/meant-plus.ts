/** For a blank in the patterns below: a sign that no query has. */
const BLANK = "␠";

/** Blanks where a plus is written: in a time with its zone, in “C++”, before a phone number, behind a few characters, in an address of mail. */
const MEANT: readonly RegExp[] = [
  /(?<=\d\d(?::|%3A)\d\d(?:(?::|%3A)\d\d(?:\.\d{1,9})?)?)␠(?=\d\d(?::|%3A)?\d\d(?:&|$))/gi,
  /(?<=(?<![a-z\d])[cg])␠␠(?=&|$|␠)/gi,
  /(?<==)␠(?=\d[\d.␠-]{4,20}(?:&|$))/g,
  /(?<==[\da-z]{1,4})␠(?=&|$)/gi,
  /(?<==[\w.-]{1,40})␠(?=[\w.-]{1,40}(?:@|%40)[\w-]+\.)/g,
];

/** The query with “%2B” for each blank, written so, where a plus is likely meant; `null` where there is none. */
export function withMeantPlus(query: string, blank: "%20" | "+"): string | null {
  const marked = query.replaceAll(blank, BLANK);
  const meant = MEANT.reduce(
    (text, pattern) => text.replace(pattern, (blanks) => "%2B".repeat(blanks.length)),
    marked,
  );
  return meant === marked ? null : meant.replaceAll(BLANK, blank);
}
