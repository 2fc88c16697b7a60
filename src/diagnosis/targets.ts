import { fromBase64, fromHex } from "../mistakes/text/bytes";
import { percentDecode } from "../mistakes/text/escapes";
import { toHex } from "../signing/hmac";
import { readAlteredBase64 } from "./forms/altered-base64";
import { readBytesAsText } from "./forms/bytes-as-text";
import { readNearDigits } from "./forms/near-digits";
import { readNumbers } from "./forms/numbers";
import { readOtherBases } from "./forms/other-bases";
import { readOtherOrder } from "./forms/other-order";
import { readRawBytes } from "./forms/raw-bytes";
import type { FormStep, SignatureReading, Target } from "./forms/reading";

/** Fewer bits than this may agree by chance, so they prove nothing. */
export const FEWEST_BITS = 80;

const WRAPPERS = [
  /^(?:hmac[-_ ]?)?(?:sha|md)[-_ ]?\d{1,3}(?:[-_ ]?hmac)?(?:\((?:stdin|-)\))?\s*[=:-]\s*/i,
  /^(?:hmac|signature|sig|token|hash|digest|hex|base64)\s*[=:]\s*/i,
  /^\(?stdin\)?\s*=\s*/i,
  /^(?:0x|\\x|v\d[=:])/i,
  /^b(?=["'])/,
  /^["'<[({\s]+/,
];
const END = /["'>\])};,.\s\\]/;
const SPACE = /\s/;

/** No form of a signature is nearly as long; longer texts are not read. */
const MOST_CHARACTERS = 4096;

/** Readings of what went through more than one encoder, or none that is meant for it. */
const READERS = [
  readRawBytes,
  readNumbers,
  readAlteredBase64,
  readBytesAsText,
  readOtherBases,
  readOtherOrder,
];

/** Every reading of a pasted signature with bits enough for a proof. */
export function readTargets(text: string): Target[] {
  if (text.length > MOST_CHARACTERS) return [];
  const targets = readWhole(text);
  const decoded = percentDecode(text);
  // A digit written as an escape is no digit of the signature, and no mistake of the catalogue either.
  if (decoded !== text) targets.push(...readWhole(decoded).filter(({ forms }) => forms.length > 0));
  for (const read of READERS) targets.push(...read(text));
  if (targets.length === 0 && !isHex(decoded)) targets.push(...readInside(decoded));
  return targets.filter(({ bits }) => bits >= FEWEST_BITS).map((target) => ({ ...target, text }));
}

/** Readings that a slip of a few digits has made; compared with the right digits alone. */
export function readNearTargets(text: string): Target[] {
  return readNearDigits(text).map((target) => ({ ...target, text }));
}

function readWhole(whole: string): SignatureReading[] {
  const inner = unwrap(whole);
  if (inner === whole) return [...readHex(whole, []), ...readBase64(whole, []), ...readBroken(whole, [])];
  const prefix: FormStep = { id: "signature-with-prefix", detail: aroundDetail(whole, inner) };
  return [
    ...readHex(whole, []),
    ...readHex(inner, [prefix]),
    ...readBase64(inner, /\S/.test(whole.replace(inner, "")) ? [prefix] : []),
    ...readBroken(inner, [prefix]),
  ];
}

function isHex(text: string): boolean {
  return /^[0-9a-f]+$/i.test(text);
}

/** Without what tools print around the digits. */
function unwrap(text: string): string {
  let inner = text.slice(0, endOf(text));
  for (let round = 0; round < 3; round++) for (const wrapper of WRAPPERS) inner = inner.replace(wrapper, "");
  return inner;
}

/** Where the digits end: before quotes, brackets, white space and the “ -” or “ *-” of sha1sum. */
function endOf(text: string): number {
  let end = text.length;
  for (;;) {
    if (END.test(text.charAt(end - 1))) end--;
    else if (text.charAt(end - 1) !== "-") return end;
    else if (SPACE.test(text.charAt(end - 2))) end -= 2;
    else if (text.charAt(end - 2) === "*" && SPACE.test(text.charAt(end - 3))) end -= 3;
    else return end;
  }
}

function aroundDetail(whole: string, inner: string): string {
  const [before = "", after = ""] = whole.split(inner, 2).map((text) => text.trim().slice(0, 30));
  if (before === "" && after === "") return "White space stood around it.";
  if (before === "") return `“${after}” stood after it.`;
  return after === "" ? `“${before}” stood before it.` : `“${before}” stood before it, “${after}” after it.`;
}

/** Hex digits, also with separators between the bytes. */
function readHex(text: string, forms: readonly FormStep[]): SignatureReading[] {
  if (isHex(text))
    return [
      hexTarget(text, [...forms, ...upperCase(text)]),
      ...readPadded(text, forms),
      ...readHexOfText(text, forms),
    ];
  if (/^[0-9a-f]{2}(?:[:\- ][0-9a-f]{2}){9,}$/i.test(text)) {
    const detail = `“${text.charAt(2)}” stood between its bytes.`;
    const upper = upperCase(text, detail);
    const separated = upper.length > 0 ? upper : [{ id: "signature-with-prefix", detail }];
    return [hexTarget(text.replace(/[:\- ]/g, ""), [...forms, ...separated])];
  }
  return [];
}

/** Hex digits that stand for the characters of a signature in hex or base64. */
function readHexOfText(text: string, forms: readonly FormStep[]): SignatureReading[] {
  if (text.length < FEWEST_OF_TEXT || text.length % 2 !== 0) return [];
  const inner = String.fromCharCode(...fromHex(text));
  if (!/^[\w+/=-]+$/.test(inner)) return [];
  const step: FormStep = { id: "signature-hex-of-text" };
  if (isHex(inner)) return [hexTarget(inner, [...forms, step, ...upperCase(inner)])];
  return readBase64(inner, [...forms, step]);
}

/** MD5 in base64 has 24 characters. */
const FEWEST_OF_TEXT = 48;

/** Hex digits of a whole digest with one or two zeros, or a whole byte of them, before it. */
function readPadded(text: string, forms: readonly FormStep[]): SignatureReading[] {
  const [, zeros = "", digits = ""] = /^(0{1,8})((?:[0-9a-f]{40}|[0-9a-f]{64}))$/i.exec(text) ?? [];
  if (!digits) return [];
  const detail = zeros.length === 1 ? "One zero stood before it." : `${zeros.length} zeros stood before it.`;
  return [hexTarget(digits, [...forms, { id: "signature-as-number", detail }, ...upperCase(digits)])];
}

/** Hex digits broken into lines or otherwise parted by white space. */
function readBroken(text: string, forms: readonly FormStep[]): SignatureReading[] {
  const digits = text.replace(/%(?:09|0a|0d|20)|[\s+]/gi, "");
  if (digits === text || !isHex(digits)) return [];
  const where = text.includes(digits) ? "before or after" : "between";
  const broken: FormStep = { id: "signature-with-prefix", detail: `White space stood ${where} its digits.` };
  return [hexTarget(digits, [...forms, broken, ...upperCase(digits)])];
}

function upperCase(text: string, detail?: string): FormStep[] {
  return /[A-F]/.test(text) ? [{ id: "signature-in-uppercase", detail }] : [];
}

/** A run of digits inside anything else. */
function readInside(text: string): SignatureReading[] {
  const run = /[0-9a-f]{20,}/i.exec(text)?.[0];
  if (!run) return [];
  return [
    hexTarget(run, [{ id: "signature-with-prefix", detail: aroundDetail(text, run) }, ...upperCase(run)]),
  ];
}

function hexTarget(digits: string, forms: readonly FormStep[]): SignatureReading {
  const hex = digits.toLowerCase();
  return { bytes: fromHex(hex.length % 2 === 0 ? hex : `${hex}0`), bits: hex.length * 4, hex, forms };
}

function readBase64(text: string, forms: readonly FormStep[]): SignatureReading[] {
  const digits = text.replace(/[ \r\n]/g, (char) => (char === " " ? "+" : ""));
  const match = /^([A-Za-z0-9+/_-]{14,})(={0,2})$/.exec(digits);
  const body = match?.[1];
  if (!body || isHex(body)) return [];
  const bytes = fromBase64(body.length % 4 === 1 ? `${body}A` : body);
  if (!bytes) return [];
  const ascii = String.fromCharCode(...bytes).trim();
  if (/^[0-9a-f]{20,}$/i.test(ascii)) {
    return [hexTarget(ascii, [...forms, { id: "signature-base64-of-hex" }, ...upperCase(ascii)])];
  }
  const form = { id: isBase64Url(body, match[2] ?? "") ? "signature-in-base64url" : "signature-in-base64" };
  const exact = [16, 20, 32, 48, 64].includes(bytes.length);
  const all = fromBase64(body + "A".repeat((4 - (body.length % 4)) % 4)) ?? bytes;
  return [
    { bytes: all, bits: exact ? bytes.length * 8 : body.length * 6, hex: null, forms: [...forms, form] },
  ];
}

/** By its alphabet; where that leaves it open, by whether padding is missing that plain base64 would have. */
function isBase64Url(body: string, padding: string): boolean {
  if (/[-_]/.test(body)) return true;
  if (/[+/]/.test(body) || padding !== "") return false;
  return body.length % 4 !== 0;
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
  return unpadded(computed) === target.hex ? target.bits : 0;
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

function unpadded(bytes: Uint8Array): string {
  let hex = "";
  for (const byte of bytes) hex += byte.toString(16);
  return hex;
}

/** The steps that show only beside the HMAC, such as that a reading is shorter. */
export function truncation(target: Target, computed: Uint8Array): FormStep[] {
  if (target.formsOf) return target.formsOf(computed);
  if (target.agrees) return [];
  const full = computed.length * 8;
  if (target.bits >= full) return [];
  const unit = target.hex === null ? 6 : 4;
  const left = Math.floor(target.bits / unit);
  const detail = `${left} of ${Math.ceil(full / unit)} characters are left; their ${target.bits} bits all agree.`;
  return [{ id: "signature-truncated", detail }];
}
