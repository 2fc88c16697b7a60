import { percentDecode } from "../../mistakes/text/escapes";
import { toHex } from "../../signing/hmac";
import { DIGEST_LENGTHS } from "./raw-bytes";
import type { SignatureReading } from "./reading";

/** Fewer bits may agree by chance even with the right digits, which are the only ones that this is compared with. */
const FEWEST_BITS = 40;
const BITS_OF_DIGIT = Math.log2(10);

/** `9.8226184757389e+47`: the whole digest as a number of floating point, as PHP’s hexdec and JavaScript’s parseInt give it. */
export function readFloatingPoint(text: string): SignatureReading[] {
  const own = percentDecode(text).trim().replace("e ", "e+").replace("E ", "E+");
  const [, first = "", more = ""] = /^(\d)\.(\d{1,16})e\+?\d{2,3}$/i.exec(own) ?? [];
  const count = first.length + more.length;
  const bits = Math.floor((count - 1) * BITS_OF_DIGIT);
  if (bits < FEWEST_BITS) return [];
  const detail = `All of it was read as one number with a floating point, as PHP’s hexdec and JavaScript’s parseInt do: its first ${count} decimal digits are left, and all of those agree.`;
  return [
    {
      bytes: new Uint8Array(),
      bits,
      hex: null,
      forms: [{ id: "signature-in-decimal", detail }],
      agrees: (computed) => {
        if (!DIGEST_LENGTHS.includes(computed.length)) return 0;
        return Number(Number(`0x${toHex(computed)}`).toPrecision(count)) === Number(own) ? bits : 0;
      },
    },
  ];
}
