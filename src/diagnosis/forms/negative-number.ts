import { fromHex } from "../../mistakes/text/bytes";
import { upperCase } from "./hex-digits";
import { DIGEST_LENGTHS } from "./raw-bytes";
import type { FormStep, SignatureReading } from "./reading";

const ID = "signature-as-negative-number";

/** `-35c78e…`: the whole digest as one number whose first bit is its sign. */
export function readNegativeNumber(text: string): SignatureReading[] {
  const own = text.trim();
  const [, hex] = /^-(?:0x)?0{0,4}([\da-f]{24,128})$/i.exec(own) ?? [];
  const [, decimal] = /^-(\d{36,155})$/.exec(own) ?? [];
  return [
    ...(hex ? reading(BigInt(`0x${hex}`), [{ id: ID, detail: "In hexadecimal." }, ...upperCase(hex)]) : []),
    ...(decimal ? reading(BigInt(decimal), [{ id: ID, detail: "In decimal." }]) : []),
  ];
}

function reading(number: bigint, forms: readonly FormStep[]): SignatureReading[] {
  const digits = number.toString(16).length;
  const length = DIGEST_LENGTHS.find((bytes) => digits <= bytes * 2);
  // The lower half of the numbers is negative, and one that begins with more zeros than these is rarer than another number.
  if (length === undefined || digits < length * 2 - 4 || number > 1n << BigInt(length * 8 - 1)) return [];
  const bytes = fromHex(((1n << BigInt(length * 8)) - number).toString(16).padStart(length * 2, "0"));
  return [{ bytes, bits: bytes.length * 8, hex: null, forms }];
}
