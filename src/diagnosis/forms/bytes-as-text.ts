import { fromBase64, fromHex, textOfUtf8 } from "../../mistakes/text/bytes";
import { percentDecode } from "../../mistakes/text/escapes";
import { DIGEST_LENGTHS } from "./raw-bytes";
import type { SignatureReading } from "./reading";

const ID = "signature-bytes-as-text";
const lenient = new TextDecoder("utf-8", { ignoreBOM: true });

/** Readings of base64 or hex that stands for more bytes than the digest has: the UTF-8 of a text that it was taken for. */
export function readBytesAsText(text: string): SignatureReading[] {
  const own = percentDecode(text).trim();
  const isHex = /^(?:[0-9a-f]{2}){17,200}$/i.test(own);
  const bytes = isHex ? fromHex(own) : /^[\w+/-]{24,280}={0,2}$/.test(own) ? fromBase64(own) : null;
  if (!bytes || bytes.every((byte) => byte < 0x80)) return [];
  const spelled = textOfUtf8(bytes);
  if (spelled === null) return [];
  const written = isHex ? "hexadecimal" : "base64";
  return spelled.includes("\ufffd") ? lossy(bytes, spelled, written) : whole(spelled, written);
}

/** Each byte had become the character of its number. */
function whole(spelled: string, written: string): SignatureReading[] {
  if (/[^\0-\u00ff]/.test(spelled) || !DIGEST_LENGTHS.includes(spelled.length)) return [];
  const bytes = Uint8Array.from(spelled, (char) => char.charCodeAt(0));
  const detail = `Each byte was taken for the character of its number, and the UTF-8 of those was written in ${written}.`;
  return [{ bytes, bits: bytes.length * 8, hex: null, forms: [{ id: ID, detail }] }];
}

/** Bytes that are no UTF-8 had become U+FFFD: of each of them one bit is left, that it is no ASCII. */
function lossy(bytes: Uint8Array, spelled: string, written: string): SignatureReading[] {
  const lost = spelled.replace(/[^\ufffd]/g, "").length;
  const bits = (spelled.length - lost) * 8 + lost;
  const detail = `They were read as UTF-8, which many of them are not, and then written in ${written}: ${spelled.length - lost} characters are still legible, and all of those agree.`;
  const agrees = (computed: Uint8Array) => {
    if (computed[0] !== bytes[0] && bytes[0] !== FIRST_OF_LOST) return 0;
    return lenient.decode(computed) === spelled ? bits : 0;
  };
  return [{ bytes: new Uint8Array(), bits, hex: null, forms: [{ id: ID, detail }], agrees }];
}

/** Of the three bytes of U+FFFD in UTF-8. */
const FIRST_OF_LOST = 0xef;
