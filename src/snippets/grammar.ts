/** How a language is coloured. No expression has a capturing group, and an unterminated literal reaches to the end. */
export interface Grammar {
  readonly comment: RegExp;
  readonly string?: RegExp;
  /** A string in which `hole`s are filled in; tried before `string`. */
  readonly template?: RegExp;
  readonly hole?: RegExp;
  /** Separated by spaces. */
  readonly keywords: string;
}

/** A literal between two of the same quotes, in which a backslash escapes; `prefix` is part of an expression. */
export function quoted(quote: string, prefix = ""): RegExp {
  return new RegExp(`${prefix}${quote}[^${quote}\\\\]*(?:\\\\[\\s\\S][^${quote}\\\\]*)*\\\\?(?:${quote}|$)`);
}
