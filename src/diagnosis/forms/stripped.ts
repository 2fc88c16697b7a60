import { DIGEST_LENGTHS } from "./raw-bytes";
import type { FormStep, SignatureReading } from "./reading";

/** More bytes of white space at the ends of a digest are too rare. */
const MOST_STRIPPED = 3;

/** Bytes of a digest from whose ends code took white space (Python’s `strip`) or zeros as well (PHP’s `trim`), as of a text. */
export function readStripped(bytes: Uint8Array, forms: readonly FormStep[]): SignatureReading[] {
  const whole = DIGEST_LENGTHS.find(
    (length) => length > bytes.length && length <= bytes.length + MOST_STRIPPED,
  );
  if (whole === undefined) return [];
  const detail = `White space was taken off its ${whole} bytes before they were encoded: the ${bytes.length} that are left all agree.`;
  const agrees = (computed: Uint8Array) =>
    computed.length === whole && isInside(bytes, computed) ? bytes.length * 8 : 0;
  return [
    {
      bytes,
      bits: bytes.length * 8,
      hex: null,
      forms: [...forms, { id: "signature-truncated", detail }],
      agrees,
    },
  ];
}

const SPACE = [0, 9, 10, 11, 12, 13, 32];

/** Whether nothing but white space stands around them. */
function isInside(bytes: Uint8Array, computed: Uint8Array): boolean {
  const start = computed.findIndex((byte) => !SPACE.includes(byte));
  const end = computed.findLastIndex((byte) => !SPACE.includes(byte)) + 1;
  if (end - start !== bytes.length) return false;
  return bytes.every((byte, at) => computed[start + at] === byte);
}
