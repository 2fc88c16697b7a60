import type { FormStep, SignatureReading } from "./reading";

const utf8 = new TextDecoder("utf-8", { ignoreBOM: true });
const encoder = new TextEncoder();

/** Of a digest of SHA-512. */
const MOST_BYTES = 64;

/** Text that may as well be digits and no bytes at all. */
const DIGITS = /^[\w+/=.~?\ufffd-]*$/;

/**
 * Readings of a digest's bytes that were read as text, which many of them are not: what is left of them is compared with what the
 * same reading leaves of a computed HMAC. A reading in more detail comes first.
 *
 * @param text as percent-decoded, with U+FFFD where a program wrote it
 * @param id the mistake's id
 */
export function readLossyBytes(text: string, id: string): SignatureReading[] {
  if (DIGITS.test(text) || text.length > MOST_BYTES) return [];
  return [
    ...inPlace(text, id),
    ...replaced(text, id),
    ...dropped(text, id, LOST),
    ...dropped(text, id, UNSHOWN),
  ];
}

/** The decoder of all browsers and of Node.js, byte for byte. That a byte is no text is nearly a bit: one in two is none. */
function inPlace(text: string, id: string): SignatureReading[] {
  const left = text.replaceAll("\ufffd", "");
  const lost = text.length - left.length;
  if (lost === 0) return [];
  const bits = encoder.encode(left).length * 8 + Math.floor(lost * BITS_OF_LOST);
  return [reading(id, "UTF-8", left, bits, (computed) => utf8.decode(computed) === text)];
}

const BITS_OF_LOST = 0.9;

/**
 * Programs differ in how many signs they write for bytes that are no text, and some write “?” for U+FFFD, so that a run of them
 * counts as one, and no bit: whatever bytes such a run was, no more than one digest in two has one there. All else stands in its
 * place, byte for byte, and counts whole.
 */
function replaced(text: string, id: string): SignatureReading[] {
  const own = inOne(text);
  if (!own.includes("\ufffd")) return [];
  const left = own.replaceAll("\ufffd", "");
  const first = own.charCodeAt(0);
  const isAscii = /^[\0-\x7f]*$/.test(left);
  const agrees = (computed: Uint8Array) =>
    (first > 127 || computed[0] === first) &&
    (inOne(utf8.decode(computed)) === own || (isAscii && inOne(asciiOf(computed)) === own));
  const bytes = encoder.encode(left).length;
  return [reading(id, isAscii ? "UTF-8 or ASCII" : "UTF-8", left, bytes * 8, agrees)];
}

const inOne = (text: string) => text.replace(/[?\ufffd]+/g, "\ufffd");

const asciiOf = (bytes: Uint8Array) =>
  Array.from(bytes, (byte) => (byte < 128 ? String.fromCharCode(byte) : "\ufffd")).join("");

/** What programs drop: U+FFFD, or whatever they cannot show. */
const LOST = /\ufffd+/g;
const UNSHOWN = /[\ufffd\0-\x20\x7f-\x9f]+/g;

/**
 * Nobody knows where the dropped bytes stood, so that a character counts for what it is among those that are not dropped: one of
 * 95 or more. Ten of them are 65 bits at least, and a search tries two million HMACs, which are 21.
 */
function dropped(text: string, id: string, what: RegExp): SignatureReading[] {
  const own = text.replace(what, "");
  const agrees = (computed: Uint8Array) => utf8.decode(computed).replace(what, "") === own;
  return [reading(id, "UTF-8", own, own.length * 8, agrees)];
}

function reading(
  id: string,
  encoding: string,
  left: string,
  bits: number,
  agrees: (computed: Uint8Array) => boolean,
): SignatureReading {
  const detail = `Its bytes were read as ${encoding}, which not all of them are: ${encoder.encode(left).length} of them are left, and all of those agree.`;
  const forms: FormStep[] = [{ id, detail }];
  return {
    bytes: new Uint8Array(),
    bits,
    hex: null,
    forms,
    agrees: (computed) => (agrees(computed) ? bits : 0),
  };
}
