import { toHex } from "../../signing/hmac";
import { isUnpadded } from "./hex-digits";
import type { FormStep, Target } from "./reading";

/** The steps that show only beside the HMAC, such as that a reading is shorter. */
export function truncation(target: Target, computed: Uint8Array): FormStep[] {
  if (target.formsOf) return target.formsOf(computed);
  if (target.agrees) return [];
  const full = computed.length * 8;
  if (target.bits >= full) return [];
  const unit = target.hex === null ? (target.bits % 6 === 0 ? 6 : 8) : 4;
  const left = Math.floor(target.bits / unit);
  const what = unit === 8 ? "bytes" : "characters";
  if (target.hex !== null && target.bits > full / 2 && isWithoutZeros(target.hex, computed))
    return [{ id: "signature-without-zeros", detail: missingZeros(full / 4 - left, full / 4) }];
  const detail = `${left} of ${Math.ceil(full / unit)} ${what} are left; their ${target.bits} bits all agree.`;
  return [{ id: "signature-truncated", detail }];
}

/** Whether the digits are those of code that writes each byte, each number of 32 bits, or the whole digest with as many as it needs. */
function isWithoutZeros(hex: string, computed: Uint8Array): boolean {
  return hex === toHex(computed).replace(/^0+/, "") || isUnpadded(hex, computed);
}

const missingZeros = (missing: number, all: number) =>
  missing === 1
    ? `Of its ${all} digits one is missing, a zero; all the others agree.`
    : `Of its ${all} digits ${missing} are missing, all of them zeros; the others agree.`;
