import type { Telling } from "../../mistakes/mistake";
import { fromHex } from "../../mistakes/text/bytes";
import { percentDecode } from "../../mistakes/text/escapes";
import { upperCase } from "./hex-digits";
import type { FormStep, SignatureReading } from "./reading";

const UUID = /^(?:urn:uuid:)?\{?([\da-f]{8})-([\da-f]{4})-([\da-f]{4})-([\da-f]{4})-([\da-f]{12})\}?$/i;
/** Without hyphens it is one only by its version and its variant. */
const BARE = /^[\da-f]{12}[1-8][\da-f]{3}[89ab][\da-f]{15}$/i;

const BYTES = 16;
/** Of its bits four tell a version and two a variant (RFC 9562). */
const BITS_OF_KIND = 6;

/** In what order its bytes stand, and what writes them so. */
const ORDERS: readonly (readonly [order: readonly number[], detail: string])[] = [
  [[0, 1, 2, 3, 4, 5, 6, 7], ""],
  [
    [3, 2, 1, 0, 5, 4, 7, 6],
    "The bytes of its first three groups stand reversed, as .NET’s Guid writes them.",
  ],
];

/** `558b6502-3984-5ed4-b28c-4184ad9378e9`: what code makes of the first bytes of a digest when it needs a UUID. */
export function readUuid(text: string): SignatureReading[] {
  const own = percentDecode(text).trim();
  const digits = BARE.test(own) ? own : UUID.exec(own)?.slice(1).join("");
  if (!digits) return [];
  const isBare = digits === own;
  return ORDERS.flatMap(([order, detail]) => {
    const bytes = fromHex(digits).map((byte, at, all) => all[order[at] ?? at] ?? byte);
    // Without hyphens they are read as digits that were cut off, too.
    const whole = isBare && detail === "" ? [] : [reading(bytes, digits, detail, same)];
    const version = (bytes[6] ?? 0) >> 4;
    const isOfKind = version > 0 && version < 9 && (bytes[8] ?? 0) >> 6 === 2;
    const kind = `Version ${version} has overwritten six of its bits.`;
    return isOfKind ? [...whole, reading(bytes, digits, `${kind} ${detail}`.trim(), withoutKind)] : whole;
  });
}

const same = (byte: number) => byte;
const withoutKind = (byte: number, at: number) => (at === 6 ? byte & 15 : at === 8 ? byte & 63 : byte);

/** @param left what is left of a byte of the digest */
function reading(
  bytes: Uint8Array,
  digits: string,
  detail: string,
  left: (byte: number, at: number) => number,
): SignatureReading {
  const bits = BYTES * 8 - (left === same ? 0 : BITS_OF_KIND);
  const own = bytes.map(left);
  const isOwn = (computed: Uint8Array) => bytes.every((byte, at) => byte === computed[at]);
  // Where those bits agree, too, nothing has overwritten them.
  const agrees = (computed: Uint8Array) =>
    own.every((byte, at) => byte === left(computed[at] ?? 0, at)) && (left === same || !isOwn(computed));
  const forms = upperCase(digits);
  const words = (full: number) =>
    `${detail} ${bits === full ? "All" : `${bits} of ${full}`} bits are left, and all of those agree.`.trim();
  const step = (full: number): FormStep => ({
    id: "signature-truncated",
    detail: words(full),
    telling: MADE,
  });
  return {
    bytes: new Uint8Array(),
    bits,
    hex: null,
    forms,
    agrees: (computed) => (agrees(computed) ? bits : 0),
    formsOf: (computed) => [step(computed.length * 8)],
  };
}

const MADE: Telling = {
  title: "The {signature} was made into a UUID.",
  why: "A UUID has 128 bits: new Guid(bytes) of .NET, uuid.UUID(bytes=…) of Python and new UUID(…) of Java take the first 16 bytes of a digest. Where they set a version and a variant, these overwrite six bits.",
  fix: "Send all bytes of the digest as lower-case hexadecimal digits, without hyphens.",
};
