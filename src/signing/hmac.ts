/** The page’s only file that touches `crypto.subtle`. */

/** Hashes that WebCrypto knows; the vendors use the first two, mistaken code also the others. */
export type SubtleHash = "SHA-1" | "SHA-256" | "SHA-384" | "SHA-512";

const utf8 = new TextEncoder();

/** False in a page that is no secure context (plain http on another host than localhost). */
export function hasWebCrypto(): boolean {
  return typeof crypto !== "undefined" && crypto.subtle !== undefined;
}

/**
 * A non-extractable HMAC key from the UTF-8 bytes of `secret`, or from raw bytes.
 * @throws RangeError for an empty secret, which WebCrypto refuses: callers treat "no secret" as a state of its own.
 */
export async function importHmacKey(
  secret: string | Uint8Array<ArrayBuffer>,
  hash: SubtleHash,
): Promise<CryptoKey> {
  const bytes = typeof secret === "string" ? utf8.encode(secret) : secret;
  if (bytes.length === 0) throw new RangeError("an HMAC key must have at least one byte");
  return crypto.subtle.importKey("raw", bytes, { name: "HMAC", hash }, false, ["sign"]);
}

/** The HMAC of `message` (RFC 2104), raw. No promise of its own: a search makes a hundred thousand a second. */
export function hmacBytes(key: CryptoKey, message: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer> {
  return crypto.subtle.sign("HMAC", key, message);
}

/** The HMAC of the UTF-8 bytes of `message`, as lower-case hex. */
export async function hmacHex(key: CryptoKey, message: string): Promise<string> {
  return toHex(await hmacBytes(key, utf8.encode(message)));
}

/** A plain digest, raw, which is what mistaken code computes in place of an HMAC. */
export function digestBytes(hash: SubtleHash, message: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer> {
  return crypto.subtle.digest(hash, message);
}

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

/** Two lower-case hex digits for each byte. */
export function toHex(bytes: Uint8Array | ArrayBuffer): string {
  let hex = "";
  for (const byte of new Uint8Array(bytes)) hex += HEX[byte];
  return hex;
}
