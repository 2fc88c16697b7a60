/** The only file that touches `crypto.subtle`. */

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

/** The HMAC of the UTF-8 bytes of `message` (RFC 2104), raw. */
export async function hmacBytes(
  key: CryptoKey,
  message: string | Uint8Array<ArrayBuffer>,
): Promise<Uint8Array> {
  const bytes = typeof message === "string" ? utf8.encode(message) : message;
  return new Uint8Array(await crypto.subtle.sign("HMAC", key, bytes));
}

/** The HMAC of the UTF-8 bytes of `message`, as lower-case hex. */
export async function hmacHex(key: CryptoKey, message: string): Promise<string> {
  return toHex(await hmacBytes(key, message));
}

/** A plain digest, which is what mistaken code computes in place of an HMAC. */
export async function digestBytes(hash: SubtleHash, message: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest(hash, message));
}

/** Two lower-case hex digits for each byte. */
export function toHex(bytes: Uint8Array): string {
  let hex = "";
  for (const byte of bytes) hex += byte.toString(16).padStart(2, "0");
  return hex;
}
