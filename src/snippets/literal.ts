/**
 * The inside of a string literal: a backslash before each match of `special`, and `spell` for each character that is not
 * printable ASCII, so that a snippet survives every editor, clipboard and source encoding.
 */
export function escapeLiteral(text: string, special: RegExp, spell: (char: string) => string): string {
  return text.replace(special, "\\$&").replace(/[^\x20-\x7e]/gu, spell);
}

/** `\uXXXX` for each UTF-16 unit: JavaScript, Java, C#. */
export function utf16Escape(char: string): string {
  let escaped = "";
  for (let index = 0; index < char.length; index++) escaped += `\\u${hex(char.charCodeAt(index), 4)}`;
  return escaped;
}

/** `\uXXXX`, or `\UXXXXXXXX` beyond the basic plane: Python, Go. */
export function utf32Escape(char: string): string {
  const code = char.codePointAt(0) ?? 0;
  return code > 0xffff ? `\\U${hex(code, 8)}` : `\\u${hex(code, 4)}`;
}

/** `\u{X}`: Ruby, PHP. */
export function bracedEscape(char: string): string {
  return `\\u{${hex(char.codePointAt(0) ?? 0, 1)}}`;
}

/** Three octal digits for each UTF-8 byte: the `printf` of every shell. */
export function octalEscape(char: string): string {
  let escaped = "";
  for (const byte of new TextEncoder().encode(char)) escaped += `\\${byte.toString(8).padStart(3, "0")}`;
  return escaped;
}

function hex(code: number, digits: number): string {
  return code.toString(16).padStart(digits, "0");
}
