import { fromHex } from "../../mistakes/text/bytes";
import { percentDecode } from "../../mistakes/text/escapes";
import { toHex } from "../../signing/hmac";
import { inDecimal, readNumberLists } from "./number-lists";
import { DIGEST_LENGTHS } from "./raw-bytes";
import type { SignatureReading } from "./reading";

const ID = "signature-in-decimal";

/** Readings of a signature whose bytes were written as numbers: one by one, all as one, or with nothing between them. */
export function readNumbers(text: string): SignatureReading[] {
  const decoded = percentDecode(text.replaceAll("+", " "));
  return [...readNumberLists(decoded), ...integer(decoded), ...joined(decoded), ...description(decoded)];
}

/** `842097…`: the whole digest as one number, as Python’s int(…, 16) and Java’s BigInteger print it. */
function integer(text: string): SignatureReading[] {
  const own = text.trim();
  if (!/^\d{36,155}$/.test(own)) return [];
  const hex = BigInt(own).toString(16);
  const length = DIGEST_LENGTHS.find((bytes) => hex.length <= bytes * 2);
  // A digest that begins with more than two zero bytes is rarer than another number.
  if (length === undefined || hex.length < length * 2 - 4) return [];
  return [inDecimal(fromHex(hex.padStart(length * 2, "0")), "All of it was written as one decimal number.")];
}

const WITH_SIGN = "Its bytes are signed numbers, and each was written in hexadecimal with its sign.";
const WITH_32_BITS =
  "Its bytes are signed numbers, and each was written with 32 bits: “ffffff” stands before those from 80 on.";

interface Writer {
  /** How many bytes of the digest make one number; 1 where none is told. */
  readonly size?: number;
  /** Writes one number, which has no sign. */
  readonly write: (number: number) => string;
  readonly detail: string;
  /** What every text that it writes looks like. */
  readonly looks: RegExp;
}

/** Ways in which languages write the bytes of a digest, or its numbers of 32 bits, joined with nothing between. */
const WRITERS: readonly Writer[] = [
  { write: (byte) => signedOf(byte).toString(16), detail: WITH_SIGN, looks: /-/ },
  {
    write: (byte) => (signedOf(byte) < 0 ? "-" : "") + Math.abs(signedOf(byte)).toString(16).padStart(2, "0"),
    detail: WITH_SIGN,
    looks: /-/,
  },
  { write: (byte) => wide(byte).toString(16), detail: WITH_32_BITS, looks: /ffffff/ },
  { write: (byte) => wide(byte).toString(16).padStart(2, "0"), detail: WITH_32_BITS, looks: /ffffff/ },
  {
    write: String,
    detail: "Its bytes were written as decimal numbers with nothing between them.",
    looks: /^\d{30,}$/,
  },
  {
    write: (byte) => byte.toString(36),
    detail: "Each of its bytes was written in base 36, with nothing between them.",
    looks: /[g-z]/,
  },
  {
    size: 4,
    write: (number) => (number | 0).toString(16),
    detail: "Its numbers of 32 bits were written in hexadecimal with their signs, with nothing between them.",
    looks: /-/,
  },
  {
    size: 4,
    write: (number) => String(number | 0),
    detail: "Its numbers of 32 bits were written in decimal with their signs, with nothing between them.",
    looks: /^[\d-]{30,}$/,
  },
  {
    size: 4,
    write: String,
    detail: "Its numbers of 32 bits were written in decimal with nothing between them.",
    looks: /^\d{30,}$/,
  },
];

const signedOf = (byte: number) => (byte > 127 ? byte - 256 : byte);
const wide = (byte: number) => signedOf(byte) >>> 0;

function joined(text: string): SignatureReading[] {
  const own = text.trim().toLowerCase();
  if (!/^-?[\da-z-]{24,}$/.test(own)) return [];
  return WRITERS.filter(({ looks }) => looks.test(own)).map(({ size = 1, write, detail }) => ({
    bytes: new Uint8Array(),
    bits: 16 * 8,
    hex: null,
    forms: [{ id: ID, detail }],
    agrees: (computed: Uint8Array) => {
      if (!own.startsWith(write(numberAt(computed, 0, size))) || !DIGEST_LENGTHS.includes(computed.length))
        return 0;
      const starts = Array.from({ length: computed.length / size }, (_, at) => at * size);
      const written = starts.map((at) => write(numberAt(computed, at, size))).join("");
      return written === own ? computed.length * 8 : 0;
    },
  }));
}

/** The number without a sign that so many bytes from there on make. */
function numberAt(bytes: Uint8Array, start: number, size: number): number {
  return bytes.subarray(start, start + size).reduce((number, byte) => number * 256 + byte, 0);
}

/** Apple’s description of data, `{length = 20, bytes = 0x967580cb … 5e}`, which leaves out the middle of longer ones. */
function description(text: string): SignatureReading[] {
  const [, start = "", end = ""] =
    /bytes\s*=\s*0x([\da-f ]+?)\s*(?:\.\.\.\s*([\da-f ]+))?\s*\}/i.exec(text) ?? [];
  const [head, tail] = [start, end].map((part) => part.replaceAll(" ", "").toLowerCase());
  if (!head) return [];
  const forms = [{ id: "signature-with-prefix", detail: "It was written as Apple’s description of data." }];
  if (!tail) return [{ bytes: fromHex(head), bits: head.length * 4, hex: head, forms }];
  const bits = (head.length + tail.length) * 4;
  const agrees = (computed: Uint8Array) => {
    const hex = toHex(computed);
    return hex.startsWith(head) && hex.endsWith(tail) ? bits : 0;
  };
  return [{ bytes: new Uint8Array(), bits, hex: null, forms, agrees }];
}
