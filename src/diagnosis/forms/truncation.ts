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
  const detail = `${left} of ${Math.ceil(full / unit)} ${what} are left; their ${target.bits} bits all agree.`;
  return [{ id: "signature-truncated", detail }];
}
