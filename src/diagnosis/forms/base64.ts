import { fromBase64, readAsLatin1 } from "../../mistakes/text/bytes";
import { hexTarget, isHex, upperCase } from "./hex-digits";
import { DIGEST_LENGTHS } from "./raw-bytes";
import type { FormStep, SignatureReading } from "./reading";
import { readStripped } from "./stripped";

/** Base64 of a digest, or of its hex digits. */
export function readBase64(text: string, forms: readonly FormStep[]): SignatureReading[] {
  const digits = text.replace(/[ \r\n]/g, (char) => (char === " " ? "+" : ""));
  const match = /^([A-Za-z0-9+/_-]{14,})(={0,2})$/.exec(digits);
  const body = match?.[1];
  if (!body || isHex(body)) return [];
  const bytes = fromBase64(body.length % 4 === 1 ? `${body}A` : body);
  if (!bytes) return [];
  const ascii = readAsLatin1(bytes).trim();
  if (/^[0-9a-f]{20,}$/i.test(ascii)) {
    return [hexTarget(ascii, [...forms, { id: "signature-base64-of-hex" }, ...upperCase(ascii)])];
  }
  const again = /^[A-Za-z0-9+/_-]{22,}={0,2}$/.test(ascii) ? readBase64(ascii, forms) : [];
  const twice = again.filter(({ bits }) => DIGEST_LENGTHS.includes(bits / 8));
  const form = { id: isBase64Url(body, match[2] ?? "") ? "signature-in-base64url" : "signature-in-base64" };
  const exact = [16, 20, 32, 48, 64].includes(bytes.length);
  const all = fromBase64(body + "A".repeat((4 - (body.length % 4)) % 4)) ?? bytes;
  const bits = exact || endsWithBytes(body) ? bytes.length * 8 : body.length * 6;
  return [
    ...twice.map((reading) => ({
      ...reading,
      forms: [...forms, { id: "signature-in-base64", detail: "It was written in base64 twice." }],
    })),
    { bytes: all, bits, hex: null, forms: [...forms, form] },
    ...(exact ? [] : readStripped(bytes, [...forms, form])),
  ];
}

/** Whether the bits that its last character has too many are zeros: bytes were cut before they were written in base64, not after. */
function endsWithBytes(body: string): boolean {
  const spare = (body.length * 6) % 8;
  const last = fromBase64(`AAA${body.slice(-1)}`)?.[2] ?? 0;
  return spare < 6 && (last & ((1 << spare) - 1)) === 0;
}

/** By its alphabet; where that leaves it open, by whether padding is missing that plain base64 would have. */
function isBase64Url(body: string, padding: string): boolean {
  if (/[-_]/.test(body)) return true;
  if (/[+/]/.test(body) || padding !== "") return false;
  return body.length % 4 !== 0;
}
