import { percentDecode } from "../../mistakes/text/escapes";
import { toHex } from "../../signing/hmac";
import { readAlteredBase64 } from "./altered-base64";
import { readBytesAsText } from "./bytes-as-text";
import { readFloatingPoint } from "./floating-point";
import { isHex, isUnpadded } from "./hex-digits";
import { readInside, readPartInside } from "./inside";
import { readNearDigits } from "./near-digits";
import { readNegativeNumber } from "./negative-number";
import { readNumbers } from "./numbers";
import { readOtherBases } from "./other-bases";
import { readOtherOrder } from "./other-order";
import { readRawBytes } from "./raw-bytes";
import type { Target } from "./reading";
import { readShortened } from "./shortened";
import { readTypedMap } from "./typed-map";
import { readUuid } from "./uuid";
import { readWhole } from "./whole";

/** Fewer bits than this may agree by chance, so they prove nothing. */
export const FEWEST_BITS = 80;

/** No form of a signature is nearly as long; longer texts are not read. */
const MOST_CHARACTERS = 4096;

/** Readings of what went through more than one encoder, or none that is meant for it. */
const READERS = [
  readRawBytes,
  readNumbers,
  readNegativeNumber,
  readAlteredBase64,
  readBytesAsText,
  readOtherBases,
  readOtherOrder,
  readTypedMap,
];

/** Every reading of a pasted signature with bits enough for a proof. */
export function readTargets(text: string): Target[] {
  if (text.length > MOST_CHARACTERS) return [];
  const targets = readWhole(text);
  const decoded = percentDecode(text);
  // A digit written as an escape is no digit of the signature, and no mistake of the catalogue either.
  if (decoded !== text) targets.push(...readWhole(decoded).filter(({ forms }) => forms.length > 0));
  for (const read of READERS) targets.push(...read(text));
  for (const inside of readInside(decoded))
    if (!targets.some(({ bytes }) => isSame(bytes, inside.bytes))) targets.push(inside);
  if (targets.length === 0 && !isHex(decoded)) targets.push(...readPartInside(decoded));
  // What these say of the digits that are missing, no other reading knows.
  targets.unshift(...readShortened(text), ...readUuid(text));
  return targets.filter(({ bits }) => bits >= FEWEST_BITS).map((target) => ({ ...target, text }));
}

const isSame = (a: Uint8Array, b: Uint8Array) =>
  a.length === b.length && a.every((byte, at) => byte === b[at]);

/** Readings that a slip of a few digits has made, or that hold few bits; compared with the right digits alone. */
export function readNearTargets(text: string): Target[] {
  const few = [...readTypedMap(text), ...readShortened(text)].filter(({ bits }) => bits < FEWEST_BITS);
  const near = [...readNearDigits(text), ...readFloatingPoint(text), ...few];
  return near.map((target) => ({ ...target, text }));
}

/**
 * How many bits of a computed HMAC the reading has in common with it: all that the reading has, or 0. A reading in hex may
 * also be a part from the end, or hex whose bytes lost their leading zeros.
 */
export function agreement(target: Target, computed: Uint8Array): number {
  if (target.agrees) return target.agrees(computed);
  if (target.bits > computed.length * 8) return 0;
  if (startsAlike(target, computed)) return target.bits;
  if (target.hex === null || target.bits === computed.length * 8) return 0;
  const last = Number.parseInt(target.hex.slice(-1), 16);
  if (((computed[computed.length - 1] ?? 0) & 15) !== last) return 0;
  if (toHex(computed).endsWith(target.hex)) return target.bits;
  if (target.hex.length < computed.length * FEWEST_UNPADDED) return 0;
  return isUnpadded(target.hex, computed) ? target.bits : 0;
}

function startsAlike({ bytes, bits }: Target, computed: Uint8Array): boolean {
  const whole = bits >> 3;
  for (let at = 0; at < whole; at++) if (bytes[at] !== computed[at]) return false;
  const rest = bits & 7;
  if (rest === 0) return true;
  return ((bytes[whole] ?? 0) ^ (computed[whole] ?? 0)) >> (8 - rest) === 0;
}

/** Digits a byte: only one in sixteen loses its leading zero, so that half of them never do. */
const FEWEST_UNPADDED = 1.5;
