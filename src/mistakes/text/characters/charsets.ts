import { latin1Bytes, windows1252Bytes } from "../bytes";

/** What code makes of text beyond ASCII instead of UTF-8. */
export interface Charset {
  /** As a sentence about the characters. */
  readonly detail: string;
  /** The bytes of a text; `null` where it cannot hold it. */
  readonly bytes: (text: string) => Uint8Array<ArrayBuffer> | null;
  /** True where each character has bytes of its own, so that the text can be read of them again. */
  readonly isMapped?: true;
}

const utf8 = new TextEncoder();

/** The likelier first. */
export const CHARSETS: readonly Charset[] = [
  { detail: "As Latin-1.", bytes: latin1Bytes, isMapped: true },
  { detail: "As Windows-1252.", bytes: windows1252Bytes, isMapped: true },
  { detail: "As Shift_JIS.", bytes: (text) => charsetBytes(text, "shift_jis"), isMapped: true },
  { detail: "As GBK.", bytes: (text) => charsetBytes(text, "gbk"), isMapped: true },
  { detail: "As EUC-KR.", bytes: (text) => charsetBytes(text, "euc-kr"), isMapped: true },
  { detail: "As Windows-1251.", bytes: (text) => charsetBytes(text, "windows-1251"), isMapped: true },
  { detail: "As CESU-8, which writes an emoji in two halves.", bytes: cesu8 },
  {
    detail: "Of each character only the low byte.",
    bytes: (text) => Uint8Array.from(text, (char) => char.charCodeAt(0) & 255),
  },
  { detail: "Each character became “?”.", bytes: (text) => utf8.encode(text.replace(/[^\0-\x7f]/gu, "?")) },
  {
    detail: "Each half of an emoji became “?”.",
    bytes: (text) => utf8.encode(text.replace(/[^\0-\x7f]/g, "?")),
  },
  {
    detail: "Each byte became “?”.",
    bytes: (text) =>
      utf8.encode(text.replace(/[^\0-\x7f]/gu, (char) => "?".repeat(utf8.encode(char).length))),
  },
  {
    detail: "Each character became U+FFFD.",
    bytes: (text) => utf8.encode(text.replace(/[^\0-\x7f]/gu, "\ufffd")),
  },
  {
    detail: "Each byte became U+FFFD.",
    bytes: (text) =>
      utf8.encode(text.replace(/[^\0-\x7f]/gu, (char) => "\ufffd".repeat(utf8.encode(char).length))),
  },
  {
    detail: "They were left out.",
    // Accents alone are left out by what makes plain letters, too.
    bytes: (text) => (/[^\0-\x7f\p{M}]/u.test(text) ? utf8.encode(text.replace(/[^\0-\x7f]/gu, "")) : null),
  },
];

/** Bytes as escapes; what is an unreserved character of ASCII stays as it stands, and the rest of ASCII, too, where `all` is false. */
export function escapeBytes(bytes: Uint8Array, lowerCase = false, all = true): string {
  return Array.from(bytes, (byte) => {
    const char = String.fromCharCode(byte);
    if (byte < 0x80 && (!all || /[\w.~-]/.test(char))) return char;
    const digits = byte.toString(16).padStart(2, "0");
    return `%${lowerCase ? digits : digits.toUpperCase()}`;
  }).join("");
}

/** The text in a charset that the browser reads, or `null` where it has characters that this has not. */
function charsetBytes(
  text: string,
  charset: "shift_jis" | "gbk" | "euc-kr" | "windows-1251",
): Uint8Array<ArrayBuffer> | null {
  const table = tableOf(charset);
  const bytes: number[] = [];
  for (const char of text) {
    const found = char <= "\x7f" ? [char.charCodeAt(0)] : table.get(char);
    if (!found) return null;
    bytes.push(...found);
  }
  return Uint8Array.from(bytes);
}

const tables = new Map<string, Map<string, readonly number[]>>();

/** Browsers only read these charsets: the table is what they read of one byte and of two, each on a line of its own. */
function tableOf(charset: string): Map<string, readonly number[]> {
  const present = tables.get(charset);
  if (present) return present;
  const codes: number[][] = [];
  for (let first = 0x80; first < 0x100; first++) codes.push([first]);
  if (charset !== "windows-1251")
    for (let first = 0x81; first < 0xff; first++)
      for (let second = 0x40; second < 0xff; second++) codes.push([first, second]);
  const lines = Uint8Array.from(codes.flatMap((code) => [...code, LINE_FEED]));
  const table = new Map<string, readonly number[]>();
  for (const [at, char] of new TextDecoder(charset).decode(lines).split("\n").entries()) {
    const code = codes[at];
    if (code && [...char].length === 1 && char !== "\ufffd" && !table.has(char)) table.set(char, code);
  }
  tables.set(charset, table);
  return table;
}

const LINE_FEED = 10;

/** CESU-8 (Unicode Technical Report 26): each half of a surrogate pair in three bytes of its own. */
function cesu8(text: string): Uint8Array<ArrayBuffer> {
  const bytes: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 0x80) bytes.push(unit);
    else if (unit < 0x800) bytes.push(0xc0 | (unit >> 6), 0x80 | (unit & 63));
    else bytes.push(0xe0 | (unit >> 12), 0x80 | ((unit >> 6) & 63), 0x80 | (unit & 63));
  }
  return Uint8Array.from(bytes);
}
