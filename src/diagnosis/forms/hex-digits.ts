import type { Telling } from "../../mistakes/mistake";
import { fromHex } from "../../mistakes/text/bytes";
import { toHex } from "../../signing/hmac";
import type { FormStep, SignatureReading } from "./reading";

export function isHex(text: string): boolean {
  return /^[0-9a-f]+$/i.test(text);
}

/** The reading of digits in hex, in either case. */
export function hexTarget(digits: string, forms: readonly FormStep[]): SignatureReading {
  const hex = digits.toLowerCase();
  return { bytes: fromHex(hex.length % 2 === 0 ? hex : `${hex}0`), bits: hex.length * 4, hex, forms };
}

/** The mistake of form by which digits have capital letters. */
export function upperCase(text: string, detail?: string): FormStep[] {
  if (!/[A-F]/.test(text)) return [];
  return [{ id: "signature-in-uppercase", detail, ...(/[a-f]/.test(text) && { telling: SOME }) }];
}

/** What writes digits in upper case leaves none in lower case. */
const SOME: Telling = {
  title: "Some digits of the {signature} were written in upper case.",
  why: "It was typed, or a phone or an editor wrote what it took for the beginning of a sentence with a capital; the vendor compares with “a–f”.",
};

/** Whether hex is that of code which writes each byte, or each number of 32 bits, with as many digits as it needs. */
export function isUnpadded(hex: string, computed: Uint8Array): boolean {
  return [1, 4].some((size) => unpadded(computed, size) === hex);
}

function unpadded(bytes: Uint8Array, size: number): string {
  let hex = "";
  for (let at = 0; at < bytes.length; at += size)
    hex += toHex(bytes.subarray(at, at + size)).replace(/^0+(?=.)/, "");
  return hex;
}
