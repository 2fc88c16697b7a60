import { bytesToBase64, fromBase64 } from "../../mistakes/text/bytes";
import { percentDecode } from "../../mistakes/text/escapes";
import { decodeEntities } from "../../signing/find/html";
import { DIGEST_LENGTHS } from "./raw-bytes";
import type { SignatureReading } from "./reading";

/** Readings of base64 that went through something more: another alphabet, escapes of its escapes, a change of letter case. */
export function readAlteredBase64(text: string): SignatureReading[] {
  const once = percentDecode(text);
  return [...escapedTwice(once), ...escapedAsText(once), ...inCloudFrontsAlphabet(once), ...inOneCase(once)];
}

function escapedTwice(once: string): SignatureReading[] {
  if (!/%(?:25|2b|2f|3d)/i.test(once)) return [];
  let decoded = once;
  for (let round = 0; round < 3; round++) decoded = percentDecode(decoded);
  return whole(decoded, "signature-in-base64", "Its “+”, “/” and “=” were percent-encoded more than once.");
}

/** As JSON writes them for HTML (`\\u003d`), and HTML itself (`&#61;`). */
function escapedAsText(once: string): SignatureReading[] {
  const plain = decodeEntities(once.replace(/\\u00(2b|2f|3d)/gi, "&#x$1;"));
  if (plain === once) return [];
  return whole(plain, "signature-in-base64", "Its “+”, “/” or “=” were written as escapes of JSON or HTML.");
}

/** Amazon CloudFront, "Code examples for creating a signature": `+`, `=` and `/` become `-`, `_` and `~`. */
function inCloudFrontsAlphabet(once: string): SignatureReading[] {
  if (!/^[A-Za-z0-9~-]+_{0,2}$/.test(once) || !/[~_]/.test(once)) return [];
  const base64 = once.replaceAll("-", "+").replaceAll("~", "/").replace(/_+$/, "");
  return whole(
    base64,
    "signature-in-base64url",
    "It has CloudFront’s alphabet: “-”, “~” and “_” for “+”, “/” and “=”.",
  );
}

function whole(base64: string, id: string, detail: string): SignatureReading[] {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(base64.trim())) return [];
  const bytes = fromBase64(base64.trim());
  if (!bytes || !DIGEST_LENGTHS.includes(bytes.length)) return [];
  return [{ bytes, bits: bytes.length * 8, hex: null, forms: [{ id, detail }] }];
}

/** A letter of base64 that has lost its case still holds five bits of six. */
const BITS_PER_CHARACTER = 5;

function inOneCase(once: string): SignatureReading[] {
  const own = bare(once);
  const upper = own === own.toUpperCase();
  if (!/^[a-z0-9+/]{22,86}$/i.test(own) || /^[0-9a-f]+$/i.test(own)) return [];
  if (!upper && own !== own.toLowerCase()) return [];
  const detail = `All its letters are ${upper ? "upper" : "lower"}-case; base64 needs both.`;
  const bits = own.length * BITS_PER_CHARACTER;
  const folded = own.toLowerCase();
  const agrees = (computed: Uint8Array) =>
    bare(bytesToBase64(computed)).toLowerCase() === folded ? bits : 0;
  const id = "signature-base64-in-one-case";
  return [{ bytes: new Uint8Array(), bits, hex: null, forms: [{ id, detail }], agrees }];
}

function bare(base64: string): string {
  return base64.trim().replaceAll("-", "+").replaceAll("_", "/").replaceAll(" ", "+").replace(/=+$/, "");
}
