import { toHex } from "./hmac";

/** The UTF-8 bytes of a secret as code writes bytes: in base64 without its padding, and in lower-case hexadecimal. */
export function secretDigits(secret: string): { readonly base64: string; readonly hex: string } {
  const bytes = new TextEncoder().encode(secret);
  const characters = Array.from(bytes, (byte) => String.fromCharCode(byte));
  return { base64: btoa(characters.join("")).replace(/=+$/, ""), hex: toHex(bytes) };
}
