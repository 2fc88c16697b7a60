import { DIGEST_LENGTHS } from "./raw-bytes";
import type { SignatureReading } from "./reading";

const ID = "signature-in-decimal";

/** Readings of a list of numbers, each of them one byte of a digest or several, in whatever a language prints around them. */
export function readNumberLists(text: string): SignatureReading[] {
  const values = text.replace(KEY, "");
  const bare = bareHexadecimal(text);
  // Some of its numbers in a row may have no letter.
  if (bare.length > 0) return bare;
  return [
    ...[...values.matchAll(DECIMALS)].flatMap(([run]) => [...octal(run), ...decimal(run)]),
    ...hexadecimal(
      Array.from(text.matchAll(/(-?)0x([\da-f]{1,16})(?=0x|\b)/gi), ([, sign, digits]) => `${sign}${digits}`),
    ),
  ];
}

/** What stands before each value: `"0":` in JSON, `'0':` in JavaScript, `0 =>` in PHP and Ruby, `[1] =>` of print_r. */
const KEY = /(?:"\d+"|'\d+')\s*:|(?:\[\d+\]|\b\d+)\s*=>/g;

/** `172, 10, …`, `172 10 …`, `-1408610883,279475870,…`: four numbers at least. */
const DECIMALS = /-?\d{1,20}(?:(?:\s*[,;|]\s*|\s+)-?\d{1,20}){3,63}/g;

function decimal(run: string): SignatureReading[] {
  const numbers = run.split(/\s*[,;|]\s*|\s+/).map(BigInt);
  const signed = numbers.some((one) => one < 0n);
  return ofNumbers(numbers, `${signed ? "signed " : ""}decimal numbers`);
}

function octal(run: string): SignatureReading[] {
  const digits = run.split(/\D+/);
  if (!DIGEST_LENGTHS.includes(digits.length) || !digits.every((three) => /^[0-3][0-7]{2}$/.test(three)))
    return [];
  const bytes = Uint8Array.from(digits, (three) => Number.parseInt(three, 8));
  return [inDecimal(bytes, "Its bytes were written as octal numbers, as “od” does.")];
}

/** `0xac, 0x0a, …`, `0xac0a4dbd, 0x10a8769e, …`. */
function hexadecimal(digits: readonly string[]): SignatureReading[] {
  return ofNumbers(digits.map(fromDigits), "numbers in hexadecimal, each with “0x”");
}

/** `[ac, a, 4d, …]`, as Rust’s `{:x?}` writes bytes; `ac0a4dbd,10a8769e,…`. */
function bareHexadecimal(text: string): SignatureReading[] {
  if (!/^\s*\[?-?[\da-f]{1,16}(?:,\s*-?[\da-f]{1,16}){1,63}\]?\s*$/i.test(text) || !/[a-f]/i.test(text))
    return [];
  return ofNumbers((text.match(/-?[\da-f]+/gi) ?? []).map(fromDigits), "numbers in hexadecimal");
}

function fromDigits(digits: string): bigint {
  const size = BigInt(`0x${digits.replace("-", "")}`);
  return digits.startsWith("-") ? -size : size;
}

/** How many bytes the numbers may have that a digest was kept in. */
const SIZES = [1, 2, 4, 8];

function ofNumbers(numbers: readonly bigint[], what: string): SignatureReading[] {
  return SIZES.filter((size) => DIGEST_LENGTHS.includes(numbers.length * size)).flatMap((size) => {
    const [least, beyond] = [-(1n << BigInt(8 * size - 1)), 1n << BigInt(8 * size)];
    if (numbers.some((one) => one < least || one >= beyond)) return [];
    if (size === 1)
      return [
        inDecimal(bytesOf(numbers, size, false), `Its ${numbers.length} bytes were written as ${what}.`),
      ];
    const detail = `Its bytes were written as numbers of ${8 * size} bits.`;
    return [
      inDecimal(bytesOf(numbers, size, false), detail),
      lastByteFirst(bytesOf(numbers, size, true), detail),
    ];
  });
}

function bytesOf(numbers: readonly bigint[], size: number, lastFirst: boolean): Uint8Array {
  return Uint8Array.from({ length: numbers.length * size }, (_, at) => {
    const place = lastFirst ? at % size : size - 1 - (at % size);
    return Number(BigInt.asUintN(8, (numbers[Math.floor(at / size)] ?? 0n) >> BigInt(8 * place)));
  });
}

function lastByteFirst(bytes: Uint8Array, detail: string): SignatureReading {
  const { forms, ...reading } = inDecimal(bytes, detail);
  return {
    ...reading,
    forms: [
      ...forms,
      { id: "signature-bytes-reversed", detail: "In each number the last byte was taken first." },
    ],
  };
}

/** The reading of a whole digest whose bytes were written as numbers. */
export function inDecimal(bytes: Uint8Array, detail: string): SignatureReading {
  return { bytes, bits: bytes.length * 8, hex: null, forms: [{ id: ID, detail }] };
}
