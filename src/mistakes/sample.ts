import type { Key, WrongSignature } from "./mistake";

/** What the entries' examples are made of. `{}` in a URL is where the signature stands. */
export const SECRET = "s3cretKey";
export const HOST = "https://images.example.net";
export const PHOTO_URL = `${HOST}/photos/cat.jpg?width=200&signature={}`;
/** The right signing string of `PHOTO_URL`. */
export const SIGNED = "/photos/cat.jpg?width=200";
/** One whose options are to be signed as something else than a query. */
export const OPTIONS_URL = `${HOST}/a.jpg?width=200&mode=crop&signature={}`;

/** The right string of `PHOTO_URL`, signed with another key than the secret. */
export function signedWithKey(secret: string, key: Key, more: Partial<WrongSignature> = {}): WrongSignature {
  return { url: PHOTO_URL, secret, signed: SIGNED, key, ...more };
}

/** The bytes of hex digits, each as the character of its number. */
export const bytesOf = (hex: string) =>
  hex.replace(/../g, (digits) => String.fromCharCode(Number.parseInt(digits, 16)));

/** The bytes of hex digits in base64, with padding. */
export const base64Of = (hex: string) => btoa(bytesOf(hex));

/** Base64 in the alphabet for URLs, without padding. */
export const urlSafe = (base64: string) =>
  base64.replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
