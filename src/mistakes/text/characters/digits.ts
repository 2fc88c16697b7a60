/** Digits besides 0 to 9 in which locales and input methods write numbers: the zero, which nine more follow, and what has them. */
export const OTHER_DIGITS: readonly (readonly [zero: string, of: string])[] = [
  ["٠", "Arabic"],
  ["۰", "Persian and Urdu"],
  ["०", "Hindi, Marathi and Nepali"],
  ["০", "Bengali"],
  ["၀", "Burmese"],
  ["０", "East Asian input methods"],
];

/** The text with its digits 0 to 9 written in those that begin with this zero. */
export function withDigits(text: string, zero: string): string {
  return text.replace(/\d/g, (digit) => String.fromCharCode(zero.charCodeAt(0) + Number(digit)));
}

/** The digit from 0 to 9 of which this one is another; `null` where it is none. */
export function plainDigit(unit: string): string | null {
  for (const [zero] of OTHER_DIGITS) {
    const digit = unit.charCodeAt(0) - zero.charCodeAt(0);
    if (digit >= 0 && digit <= 9) return String(digit);
  }
  return null;
}
