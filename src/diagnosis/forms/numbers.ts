import { fromHex } from "../../mistakes/text/bytes";
import { percentDecode } from "../../mistakes/text/escapes";
import { toHex } from "../../signing/hmac";
import { DIGEST_LENGTHS } from "./raw-bytes";
import type { SignatureReading } from "./reading";

const ID = "signature-in-decimal";

/** Readings of a signature whose bytes were written as numbers, one by one. */
export function readNumbers(text: string): SignatureReading[] {
  const decoded = percentDecode(text.replaceAll("+", " "));
  return [
    ...list(decoded),
    ...hexList(decoded),
    ...bareHexList(decoded),
    ...words(decoded),
    ...integer(decoded),
    ...joined(decoded),
    ...description(decoded),
  ];
}

/** `[150 117 …]`, `[-106, 117, …]`, `150,117,…`, `{"0":150,"1":117,…}`. */
function list(text: string): SignatureReading[] {
  const values = text.replace(/"\d+"\s*:/g, "");
  const run = /-?\d{1,3}(?:\s*[,; |]\s*-?\d{1,3}){15,63}/.exec(values)?.[0] ?? "";
  const digits = run.split(/\D+/);
  if (DIGEST_LENGTHS.includes(digits.length) && digits.every((three) => /^[0-3][0-7]{2}$/.test(three)))
    return [
      whole(
        Uint8Array.from(digits, (three) => Number.parseInt(three, 8)),
        OCTAL,
      ),
    ];
  const numbers = run.split(/\s*[,; |]\s*/).map(Number);
  if (!DIGEST_LENGTHS.includes(numbers.length) || numbers.some((one) => one < -128 || one > 255)) return [];
  const signed = numbers.some((one) => one < 0);
  const detail = `Its ${numbers.length} bytes were written as ${signed ? "signed " : ""}decimal numbers.`;
  return [whole(Uint8Array.from(numbers), detail)];
}

const OCTAL = "Its bytes were written as octal numbers, as “od” does.";

/** `0x96, 0x75, …`. */
function hexList(text: string): SignatureReading[] {
  const bytes = Uint8Array.from(text.matchAll(/0x([\da-f]{1,2})\b/gi), ([, digits = ""]) =>
    Number.parseInt(digits, 16),
  );
  return DIGEST_LENGTHS.includes(bytes.length)
    ? [whole(bytes, "Its bytes were written one by one, each with “0x”.")]
    : [];
}

/** `[96, 7, fa, …]`, as Rust’s `{:x?}` writes bytes. */
function bareHexList(text: string): SignatureReading[] {
  if (!/^\s*\[?[\da-f]{1,2}(?:,\s*[\da-f]{1,2}){15,63}\]?\s*$/i.test(text) || !/[a-f]/i.test(text)) return [];
  const bytes = Uint8Array.from(text.match(/[\da-f]+/gi) ?? [], (digits) => Number.parseInt(digits, 16));
  if (!DIGEST_LENGTHS.includes(bytes.length)) return [];
  return [whole(bytes, "Its bytes were written one by one in hexadecimal, as Rust’s {:x?} writes them.")];
}

/** `-1768509237,1959…`: CryptoJS and others keep a digest in numbers of 32 bits. */
function words(text: string): SignatureReading[] {
  if (!/^\s*\[?-?\d{1,10}(?:\s*,\s*-?\d{1,10}){3,15}\]?\s*$/.test(text)) return [];
  const numbers = text
    .replace(/[[\]\s]/g, "")
    .split(",")
    .map(Number);
  if (!DIGEST_LENGTHS.includes(numbers.length * 4)) return [];
  const view = new DataView(new ArrayBuffer(numbers.length * 4));
  for (const [at, number] of numbers.entries()) view.setInt32(at * 4, number);
  return [whole(new Uint8Array(view.buffer), "Its bytes were written as numbers of 32 bits.")];
}

/** `842097…`: the whole digest as one number, as Python’s int(…, 16) and Java’s BigInteger print it. */
function integer(text: string): SignatureReading[] {
  const own = text.trim();
  if (!/^\d{36,155}$/.test(own)) return [];
  const hex = BigInt(own).toString(16);
  const length = DIGEST_LENGTHS.find((bytes) => hex.length <= bytes * 2);
  // A digest that begins with more than two zero bytes is rarer than another number.
  if (length === undefined || hex.length < length * 2 - 4) return [];
  return [whole(fromHex(hex.padStart(length * 2, "0")), "All of it was written as one decimal number.")];
}

function whole(bytes: Uint8Array, detail: string): SignatureReading {
  return { bytes, bits: bytes.length * 8, hex: null, forms: [{ id: ID, detail }] };
}

const WITH_SIGN = "Its bytes are signed numbers, and each was written in hexadecimal with its sign.";
const WITH_32_BITS =
  "Its bytes are signed numbers, and each was written with 32 bits: “ffffff” stands before those from 80 on.";

interface Writer {
  readonly write: (byte: number) => string;
  readonly detail: string;
  /** What every text that it writes looks like. */
  readonly looks: RegExp;
}

/** Ways in which languages with signed bytes write one in hexadecimal, joined with nothing between. */
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
];

const signedOf = (byte: number) => (byte > 127 ? byte - 256 : byte);
const wide = (byte: number) => signedOf(byte) >>> 0;

function joined(text: string): SignatureReading[] {
  const own = text.trim().toLowerCase();
  if (!/^-?[\da-z-]{24,}$/.test(own)) return [];
  return WRITERS.filter(({ looks }) => looks.test(own)).map(({ write, detail }) => ({
    bytes: new Uint8Array(),
    bits: 16 * 8,
    hex: null,
    forms: [{ id: ID, detail }],
    agrees: (computed: Uint8Array) => {
      if (!own.startsWith(write(computed[0] ?? 0)) || !DIGEST_LENGTHS.includes(computed.length)) return 0;
      return Array.from(computed, write).join("") === own ? computed.length * 8 : 0;
    },
  }));
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
