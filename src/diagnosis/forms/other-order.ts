import { fromHex } from "../../mistakes/text/bytes";
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

/** Readings of a whole digest in hex whose bytes were written in the order of a little-endian machine. */
export function readOtherOrder(text: string): SignatureReading[] {
  const own = text.trim();
  if (!/^[0-9a-f]{32,128}$/i.test(own) || !DIGEST_LENGTHS.includes(own.length / 2)) return [];
  const bytes = fromHex(own);
  return SPANS.filter(([span]) => span > bytes.length || bytes.length % span === 0).map(([span, detail]) => ({
    bytes: turned(bytes, Math.min(span, bytes.length)),
    bits: bytes.length * 8,
    hex: null,
    forms: [{ id: ID, detail }],
  }));
}

function turned(bytes: Uint8Array, span: number): Uint8Array {
  return bytes.map((_, at) => bytes[at - (at % span) + span - 1 - (at % span)] ?? 0);
}
