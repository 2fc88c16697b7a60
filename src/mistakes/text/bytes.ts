import { toHex } from "../../signing/hmac";
import type { Key, Variant } from "../mistake";

const utf8 = new TextEncoder();

/** Lower-case hex of the text's UTF-8 bytes. */
export function utf8Hex(text: string): string {
  return toHex(utf8.encode(text));
}

/** Base64 with padding of the text's UTF-8 bytes. */
export function toBase64(text: string): string {
  return bytesToBase64(utf8.encode(text));
}

/** The bytes that base64 in either alphabet stands for; other characters are skipped, as Node and PHP do. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> | null {
  const digits = (text.split("=")[0] ?? "")
    .replaceAll("-", "+")
    .replaceAll("_", "/")
    .replace(/[^A-Za-z0-9+/]/g, "");
  const whole = digits.length % 4 === 1 ? digits.slice(0, -1) : digits;
  if (whole === "") return null;
  return Uint8Array.from(atob(whole), (char) => char.charCodeAt(0));
}

const strictUtf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** The text of which these bytes are the UTF-8, a byte order mark and all; `null` where they are none. */
export function textOfUtf8(bytes: Uint8Array): string | null {
  try {
    return strictUtf8.decode(bytes);
  } catch {
    return null;
  }
}

/** The bytes of hex digits; a last odd digit is dropped. */
export function fromHex(digits: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(digits.length >> 1);
  for (let at = 0; at < bytes.length; at++) bytes[at] = Number.parseInt(digits.slice(2 * at, 2 * at + 2), 16);
  return bytes;
}

/** A key that decoding a secret gave, and what became of its bytes where they are not used as they are. */
export type Reading = Readonly<Pick<Variant<Key>, "value" | "detail">>;

/** What code that decodes a hex secret ends up with: its bytes, or those bytes read as text. */
export function hexReadings(key: string): Reading[] {
  const digits = /^(?:0x|\\x)?([0-9a-f]*)/i.exec(key.trim())?.[1] ?? "";
  const whole = key.trim().replace(/[\s:-]/g, "");
  const readings: Reading[] = [];
  if (/^[0-9a-f]{4,}$/i.test(whole)) readings.push(...asKeys(fromHex(whole)));
  if (digits.length >= 4) readings.push(...asKeys(fromHex(digits)));
  return readings;
}

/** What code that decodes a base64 secret ends up with. */
export function base64Readings(key: string): Reading[] {
  const bytes = fromBase64(key);
  if (!bytes) return [];
  const strict = fromBase64(/^[A-Za-z0-9+/]*/.exec(key)?.[0] ?? "");
  // openssl base64 -d drops a last group that is not whole.
  const groups = fromBase64(key.slice(0, key.length - (key.length % 4)));
  return [
    ...asKeys(bytes),
    ...(strict ? [{ value: strict, detail: UP_TO_FIRST }] : []),
    ...(groups ? [{ value: groups, detail: WHOLE_GROUPS }] : []),
  ];
}

const UP_TO_FIRST = "It was read up to the first character that is no digit of base64.";
const WHOLE_GROUPS = "A last group of less than four digits was left out.";

/** As bytes, as what shells and C leave of these, as UTF-8 text with U+FFFD for what isn't, and as Latin-1 text written in UTF-8. */
function asKeys(bytes: Uint8Array<ArrayBuffer>): Reading[] {
  const latin1 = readAsLatin1(bytes);
  const isPlain = bytes.every((byte) => byte < 0x80);
  const written = isPlain
    ? undefined
    : "Each of its bytes was then taken for a character, and the characters were written in UTF-8.";
  const trimmed = "White space at its ends was removed.";
  return [
    { value: bytes },
    {
      value: new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes),
      detail: "Its bytes were then read as UTF-8, with “�” for those that are none.",
    },
    { value: latin1, detail: written },
    { value: latin1.trim(), detail: written ? `${written} ${trimmed}` : trimmed },
    ...leftOf(bytes),
  ];
}

/** Bytes that cannot pass: NUL in a variable of a shell and in a string of C, a line break at the end of “$(…)”. */
function leftOf(bytes: Uint8Array<ArrayBuffer>): Reading[] {
  const readings: Reading[] = [];
  const filled = bytes.filter((byte) => byte !== 0);
  const end = filled.findLastIndex((byte) => byte !== 0x0a) + 1;
  const inShell = "NUL bytes or line feeds at their end were lost, as a shell’s variable loses both.";
  if (end > 0 && end < bytes.length) readings.push({ value: filled.slice(0, end), detail: inShell });
  const nul = bytes.indexOf(0);
  if (nul > 0) readings.push({ value: bytes.slice(0, nul), detail: "They ended before the first NUL byte." });
  return readings;
}

/** Base64 with padding of raw bytes. */
export function bytesToBase64(bytes: Uint8Array): string {
  return btoa(readAsLatin1(bytes));
}

/** One after the other. */
export function concat(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** Each byte as the character of its number, as code does that takes bytes for Latin-1. */
export function readAsLatin1(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
}

/** The text in UTF-16, two bytes a unit; a byte order mark only where the text has one. */
export function utf16(text: string, order: "little" | "big"): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let at = 0; at < text.length; at++) view.setUint16(2 * at, text.charCodeAt(at), order === "little");
  return new Uint8Array(view.buffer);
}

/** The text in Latin-1, or `null` where it has characters beyond. */
export function latin1Bytes(text: string): Uint8Array<ArrayBuffer> | null {
  if (/[^\0-\u00ff]/.test(text)) return null;
  return Uint8Array.from(text, (char) => char.charCodeAt(0));
}

/** The text in Windows-1252, or `null` where it has characters beyond (WHATWG Encoding, index windows-1252). */
export function windows1252Bytes(text: string): Uint8Array<ArrayBuffer> | null {
  const bytes = Array.from(text, (char) => windows1252Byte(char));
  return bytes.every((byte) => byte !== undefined) ? Uint8Array.from(bytes) : null;
}

/** Bytes 80 to 9F (WHATWG Encoding, index windows-1252); the others are those of Latin-1. */
const WINDOWS_1252 = "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ";

/** Each byte as the character that Windows-1252 has for it. Node’s own decoder reads Latin-1 in its place. */
export function readAsWindows1252(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => WINDOWS_1252[byte - 0x80] ?? String.fromCharCode(byte)).join("");
}

function windows1252Byte(char: string): number | undefined {
  const at = WINDOWS_1252.indexOf(char);
  if (at >= 0) return 0x80 + at;
  const code = char.charCodeAt(0);
  return char.length === 1 && (code < 0x80 || (code >= 0xa0 && code <= 0xff)) ? code : undefined;
}
