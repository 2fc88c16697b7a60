import type { Words } from "./words";

/**
 * HMAC and plain digest with one hash, synchronous: a search computes hundreds of thousands, and WebCrypto takes ten times as
 * long for each because it answers with a promise. What is found with it WebCrypto computes again, before it is told.
 * A result is big-endian words in the kernel's own memory and stands until the next call.
 */
export interface Kernel {
  /** Room for so many keys. */
  keys(count: number): Keys;
  digest(message: Words): Int32Array;
}

/** Keys of one hash, of which only what follows from them is kept. */
export interface Keys {
  /** An empty key is a key. */
  set(at: number, key: Words): void;
  /** HMAC (RFC 2104) with the key that was set there. */
  hmac(at: number, message: Words): Int32Array;
}
