import { percentDecode } from "../../mistakes/text/escapes";
import { DIGEST_LENGTHS } from "./raw-bytes";
import type { SignatureReading } from "./reading";

const DETAIL =
  "Of each byte’s two hexadecimal digits a decimal number was made, and 0 where one is a letter: map() of a typed array gives numbers again.";

/** Fewer bits may agree by chance even with the right digits, which are the only ones that this is compared with. */
const FEWEST_BITS = 40;

/**
 * `000010076…`, `0,0,0,0,10,0,76,…`: what JavaScript makes of `new Uint8Array(mac).map((byte) => byte.toString(16))`, joined. Ten
 * bytes in twenty-six are left.
 */
export function readTypedMap(text: string): SignatureReading[] {
  const own = percentDecode(text).trim();
  if (!/^\d{14,130}$|^\d\d?(?:,\d\d?){15,63}$/.test(own)) return [];
  return DIGEST_LENGTHS.map((length) => ({
    bytes: new Uint8Array(),
    bits: Math.floor(bitsOf(own, length)),
    hex: null,
    forms: [{ id: "signature-in-decimal", detail: DETAIL }],
    agrees: (computed: Uint8Array) =>
      computed.length === length && isMapped(own, computed) ? bitsOf(own, length) : 0,
  })).filter(({ bits }) => bits >= FEWEST_BITS);
}

function isMapped(own: string, computed: Uint8Array): boolean {
  if (!own.startsWith(mapped(computed[0] ?? 0))) return false;
  return Array.from(computed, mapped).join(own.includes(",") ? "," : "") === own;
}

function mapped(byte: number): string {
  const tens = byte >> 4;
  return tens > 9 || (byte & 15) > 9 ? "0" : String(tens * 10 + (byte & 15));
}

/** So many bytes of 256 are written as 0: those with a letter, and 00. */
const ZEROS = 157;

/** How unlikely it is that so many bytes of chance are written like this, in bits. Without commas they may be parted in several ways. */
function bitsOf(own: string, length: number): number {
  const digits = own.replaceAll(",", "_");
  // chances[at]: of the numbers so far to have written the text up to there.
  let chances = new Map([[0, 1]]);
  for (let number = 0; number < length; number++) {
    const next = new Map<number, number>();
    for (const [at, chance] of chances) {
      const start = digits.charAt(at) === "_" ? at + 1 : at;
      for (const [end, share] of numbersAt(digits, start))
        next.set(end, (next.get(end) ?? 0) + chance * share);
    }
    chances = next;
  }
  const whole = chances.get(digits.length) ?? 0;
  return whole > 0 ? -Math.log2(whole) : 0;
}

function numbersAt(digits: string, start: number): [end: number, share: number][] {
  const one = digits.charCodeAt(start) - 48;
  if (one === 0) return [[start + 1, ZEROS / 256]];
  if (!(one > 0 && one < 10)) return [];
  return /^\d/.test(digits.charAt(start + 1))
    ? [
        [start + 1, 1 / 256],
        [start + 2, 1 / 256],
      ]
    : [[start + 1, 1 / 256]];
}
