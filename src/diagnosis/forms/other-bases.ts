import { fromHex } from "../../mistakes/text/bytes";
import { percentDecode } from "../../mistakes/text/escapes";
import { DIGEST_LENGTHS } from "./raw-bytes";
import type { SignatureReading } from "./reading";

const ID = "signature-in-another-base";

const DIGITS = "0123456789";
const UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const LOWER = UPPER.toLowerCase();

interface Base {
  readonly digits: string;
  /** What readers may know it by. */
  readonly name: string;
  /** True where letters of either case are the same digit. */
  readonly folds?: true;
}

/** Of 32 digits, each five bits of the bytes from the first on. */
const BITWISE: readonly Base[] = [
  { digits: `${UPPER}234567`, name: "base32", folds: true },
  { digits: DIGITS + UPPER.slice(0, 22), name: "base32 with the alphabet “0” to “V”", folds: true },
  { digits: `${DIGITS}ABCDEFGHJKMNPQRSTVWXYZ`, name: "base32 in Crockford’s alphabet", folds: true },
];

/** The whole digest as one number. */
const NUMERIC: readonly Base[] = [
  { digits: DIGITS + LOWER, name: "base 36", folds: true },
  { digits: DIGITS + LOWER.slice(0, 22), name: "base 32", folds: true },
  { digits: DIGITS + LOWER + UPPER, name: "base 62" },
  { digits: DIGITS + UPPER + LOWER, name: "base 62" },
  { digits: (DIGITS + UPPER + LOWER).replace(/[0OIl]/g, ""), name: "base 58" },
];

/** Readings of a digest in digits of another base than 16 and 64. */
export function readOtherBases(text: string): SignatureReading[] {
  const own = percentDecode(text).trim().replace(/=+$/, "");
  const bits = own.replace(/[\s+]/g, "");
  if (/^[01]{128,512}$/.test(bits)) return inBits(bits);
  const in85 = BASE85.flatMap((base) => reading(bytesBy85(base.digits, percentDecode(text).trim()), base));
  if (in85.length > 0) return in85;
  if (!/^[0-9A-Za-z]{21,110}$/.test(own) || /^(?:[0-9a-f]+|[0-9A-F]+)$/.test(own)) return [];
  return [
    ...BITWISE.flatMap((base) => reading(bytesByBits(valuesIn(base, own)), base)),
    ...NUMERIC.flatMap((base) => reading(bytesByNumber(valuesIn(base, own), base.digits.length), base)),
  ];
}

/** Five digits for four bytes. */
const BASE85: readonly Base[] = [
  {
    digits: `${DIGITS}${UPPER}${LOWER}!#$%&()*+-;<=>?@^_\`{|}~`,
    name: "base 85, as Python’s b85encode and git have it",
  },
  { digits: Array.from({ length: 85 }, (_, at) => String.fromCharCode(33 + at)).join(""), name: "Ascii85" },
];

const FEWEST_SIGNS = 3;

function bytesBy85(alphabet: string, own: string): Uint8Array | null {
  const digits = own.replace(/^<~|~>$/g, "");
  if (!DIGEST_LENGTHS.includes((digits.length / 5) * 4)) return null;
  // A digest has some seven signs; another text may be read so, too.
  if (digits.replace(/\w/g, "").length < FEWEST_SIGNS) return null;
  const bytes: number[] = [];
  for (let at = 0; at < digits.length; at += 5) {
    let number = 0;
    for (const digit of digits.slice(at, at + 5)) {
      if (!alphabet.includes(digit)) return null;
      number = number * 85 + alphabet.indexOf(digit);
    }
    if (number > 0xffffffff) return null;
    bytes.push(number >>> 24, (number >>> 16) & 255, (number >>> 8) & 255, number & 255);
  }
  return Uint8Array.from(bytes);
}

/** `10101100…`: “B*” of Perl’s and Ruby’s unpack; “b*” has the last bit of each byte first. */
function inBits(bits: string): SignatureReading[] {
  const byByte = bits.match(/.{8}/g) ?? [];
  const turned = byByte.map((byte) => [...byte].toReversed().join(""));
  return [
    ...reading(bytesOfBits(byByte), { name: "base 2" }),
    ...reading(bytesOfBits(turned), { name: "base 2, the last bit of each byte first" }),
  ];
}

function bytesOfBits(byByte: readonly string[]): Uint8Array | null {
  const isWhole = DIGEST_LENGTHS.includes(byByte.length);
  return isWhole ? Uint8Array.from(byByte, (byte) => Number.parseInt(byte, 2)) : null;
}

function reading(bytes: Uint8Array | null, { name }: Pick<Base, "name">): SignatureReading[] {
  if (bytes === null) return [];
  const detail = `It was written in ${name}.`;
  return [{ bytes, bits: bytes.length * 8, hex: null, forms: [{ id: ID, detail }] }];
}

/** The value of each digit; `null` where one is none of this base, or where letters that are the same have both cases. */
function valuesIn({ digits, folds }: Base, own: string): number[] | null {
  const inOneCase = folds && [own.toLowerCase(), own.toUpperCase()].includes(own);
  if (folds && !inOneCase) return null;
  const alphabet = folds ? digits.toLowerCase() : digits;
  const values = Array.from(folds ? own.toLowerCase() : own, (digit) => alphabet.indexOf(digit));
  return values.includes(-1) ? null : values;
}

function bytesByBits(values: readonly number[] | null): Uint8Array | null {
  const length = values && Math.floor((values.length * 5) / 8);
  if (!values || !length || !DIGEST_LENGTHS.includes(length)) return null;
  if (values.length !== Math.ceil((length * 8) / 5)) return null;
  const all = values.reduce((number, value) => number * 32n + BigInt(value), 0n);
  const spare = values.length * 5 - length * 8;
  return fromHex((all >> BigInt(spare)).toString(16).padStart(length * 2, "0"));
}

function bytesByNumber(values: readonly number[] | null, base: number): Uint8Array | null {
  const hex = values?.reduce((number, value) => number * BigInt(base) + BigInt(value), 0n).toString(16);
  const length = DIGEST_LENGTHS.find((bytes) => hex && hex.length <= bytes * 2);
  // A digest that begins with two zero bytes or more is rarer than another number.
  if (!hex || !length || hex.length < length * 2 - 3) return null;
  return fromHex(hex.padStart(length * 2, "0"));
}
