import { fromHex } from "../../mistakes/text/bytes";
import { percentDecode } from "../../mistakes/text/escapes";
import { readBase64 } from "./base64";
import { upperCase } from "./hex-digits";
import { DIGEST_LENGTHS } from "./raw-bytes";
import type { SignatureReading } from "./reading";

const ID = "signature-bytes-reversed";

/** How many bytes were turned round together, and what that is. */
const SPANS: readonly (readonly [bytes: number, detail: string])[] = [
  [2, "In each number of 16 bits the last byte was written first, as “od -x” and “hexdump” do."],
  [4, "In each number of 32 bits the last byte was written first."],
  [8, "In each number of 64 bits the last byte was written first."],
  [Number.POSITIVE_INFINITY, "All of them were turned round: the last one was written first."],
];

/** Readings of a whole digest in hex or base64 whose bytes, or digits, were written in another order. */
export function readOtherOrder(text: string): SignatureReading[] {
  const own = text.trim();
  if (/^[0-9a-f]{32,128}$/i.test(own))
    return [...otherBytes(fromHex(own), upperCase(own)), ...otherDigits(own)];
  return readBase64(percentDecode(own), []).flatMap(({ bytes, bits, forms }) =>
    bits % 8 === 0 ? otherBytes(bytes.subarray(0, bits / 8), forms) : [],
  );
}

/** Bytes in the order of a little-endian machine. */
function otherBytes(bytes: Uint8Array, forms: SignatureReading["forms"]): SignatureReading[] {
  if (!DIGEST_LENGTHS.includes(bytes.length)) return [];
  return SPANS.filter(([span]) => span > bytes.length || bytes.length % span === 0).map(([span, detail]) =>
    reading(turned(bytes, Math.min(span, bytes.length)), forms, detail),
  );
}

/** Perl’s and PHP’s “h*”, the twin of “H*”; the digits read from the end as “rev” and `[::-1]` write them. */
function otherDigits(own: string): SignatureReading[] {
  if (!DIGEST_LENGTHS.includes(own.length / 2)) return [];
  const swapped = fromHex(own.replace(/(.)(.)/g, "$2$1"));
  const all = fromHex([...own].toReversed().join(""));
  return [
    reading(
      swapped,
      upperCase(own),
      'The two digits of each byte changed places, as unpack("h*") of Perl, PHP and Ruby writes them.',
    ),
    reading(all, upperCase(own), "All its digits were turned round: the last one was written first."),
  ];
}

function reading(bytes: Uint8Array, forms: SignatureReading["forms"], detail: string): SignatureReading {
  return { bytes, bits: bytes.length * 8, hex: null, forms: [...forms, { id: ID, detail }] };
}

function turned(bytes: Uint8Array, span: number): Uint8Array {
  return bytes.map((_, at) => bytes[at - (at % span) + span - 1 - (at % span)] ?? 0);
}
