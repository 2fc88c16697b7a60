import { hmac } from "@noble/hashes/hmac.js";
import { md5 as digest } from "@noble/hashes/legacy.js";

/** MD5, which WebCrypto lacks; loaded only when a signature is short enough to be one. */
export function md5(message: Uint8Array): ArrayBuffer {
  return new Uint8Array(digest(message)).buffer;
}

/** HMAC-MD5, raw. */
export function hmacMd5(key: Uint8Array, message: Uint8Array): ArrayBuffer {
  return new Uint8Array(hmac(digest, key, message)).buffer;
}
