import { textOfUtf8 } from "../../mistakes/text/bytes";
import { readLossyBytes } from "./lossy-bytes";
import type { SignatureReading } from "./reading";

/** How many bytes a digest of MD5, SHA-1, SHA-224, SHA-256, SHA-384 or SHA-512 has. */
export const DIGEST_LENGTHS: readonly number[] = [16, 20, 28, 32, 48, 64];

const ID = "signature-as-raw-bytes";

/** Readings of a signature that holds the digest's bytes themselves, however they came through as text. */
export function readRawBytes(text: string): SignatureReading[] {
  const once = text.replaceAll(/%25(?=[\da-f]{2})/gi, "%");
  if (once === text) return readEscaped(text);
  const more = readEscaped(once).map(({ forms, ...reading }) => ({
    ...reading,
    forms: forms.map(({ id, detail }) => ({ id, detail: `${detail} Their “%” was encoded once more.` })),
  }));
  return [...readEscaped(text), ...more];
}

function readEscaped(text: string): SignatureReading[] {
  if (!/[^\x21-\x7e]|%|\\/.test(text)) return [];
  // Forms write a space as “+”; JavaScript’s escape() leaves a plus as it is.
  const spellings = text.includes("+") ? [text.replaceAll("+", " "), text] : [text];
  return spellings.flatMap((spelling) =>
    readBytes(/%u[0-9a-f]{4}/i.test(spelling) ? escapedBytes(spelling) : percentBytes(spelling)),
  );
}

function readBytes(bytes: Uint8Array<ArrayBuffer>): SignatureReading[] {
  const decoded = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  const text = textOfUtf8(bytes);
  return [
    ...exact(bytes, "Its bytes were percent-encoded one by one."),
    ...exact(latin1(decoded), "Its bytes were taken for the characters of a text."),
    ...exact(literalBytes(decoded), "Its bytes were written as the literal of a byte string."),
    ...(text === null ? [] : readLossyBytes(text, ID)),
  ];
}

function exact(bytes: Uint8Array | null, detail: string): SignatureReading[] {
  if (bytes === null || !DIGEST_LENGTHS.includes(bytes.length)) return [];
  return [{ bytes, bits: bytes.length * 8, hex: null, forms: [{ id: ID, detail }] }];
}

/** The bytes that percent-encoded text stands for. */
function percentBytes(text: string): Uint8Array<ArrayBuffer> {
  const bytes: number[] = [];
  const utf8 = new TextEncoder();
  for (const [piece] of text.matchAll(/%[0-9a-f]{2}|[^%]+|%/gi)) {
    if (/^%[0-9a-f]{2}$/i.test(piece)) bytes.push(Number.parseInt(piece.slice(1), 16));
    else for (const byte of utf8.encode(piece)) bytes.push(byte);
  }
  return Uint8Array.from(bytes);
}

const UNIT = /%u([0-9a-f]{4})|%([0-9a-f]{2})/gi;

/** The same of JavaScript’s escape(), which writes “%uFFFD” and, for what Latin-1 has, “%F3”: no bytes, but characters. */
function escapedBytes(text: string): Uint8Array<ArrayBuffer> {
  const plain = text.replace(UNIT, (_, unit?: string, short?: string) =>
    String.fromCharCode(Number.parseInt(unit ?? short ?? "", 16)),
  );
  return new TextEncoder().encode(plain);
}

/** The numbers of the text's characters, or `null` where one is beyond Latin-1. */
function latin1(text: string): Uint8Array | null {
  if (!/[\u0080-\u00ff]/.test(text) || /[^\0-\u00ff]/.test(text)) return null;
  return Uint8Array.from(text, (char) => char.charCodeAt(0));
}

const CONTROLS: Readonly<Record<string, number>> = {
  n: 10,
  r: 13,
  t: 9,
  b: 8,
  f: 12,
  v: 11,
  a: 7,
  e: 27,
  "0": 0,
};

/** What `b'\x96u'`, `bytearray(b'\x96u')`, `"\u0096u"` and their like stand for; `null` where no escape is in it. */
function literalBytes(text: string): Uint8Array | null {
  const inner = /^(?:\w+\()?b?(["']?)(.*)\1\)?$/s.exec(text.trim())?.[2] ?? "";
  if (!/\\(?:x|u|[0-7]{3})/i.test(inner)) return null;
  const bytes = Array.from(
    inner.matchAll(/\\x([\da-f]{1,2})|\\u\{?([\da-f]{2,4})\}?|\\([0-3][0-7]{2})|\\(.)|(.)/gis),
    ([, hex, unit, octal, escaped, plain]) => {
      if (hex ?? unit) return Number.parseInt(hex ?? unit ?? "", 16);
      if (octal) return Number.parseInt(octal, 8);
      if (escaped !== undefined) return CONTROLS[escaped] ?? escaped.charCodeAt(0);
      return plain?.charCodeAt(0) ?? 256;
    },
  );
  return bytes.every((byte) => byte < 256) ? Uint8Array.from(bytes) : null;
}
