import type { Words } from "./words";

/** Computes one of many: the result is the kernel's own memory and stands until its next call. */
export type Compute = (message: Words) => Uint8Array<ArrayBuffer>;

/**
 * HMAC and plain digest with one hash, synchronous: a search computes hundreds of thousands, and WebCrypto takes ten times as
 * long for each because it answers with a promise. What is found with it WebCrypto computes again, before it is told.
 */
export interface Kernel {
  /** HMAC (RFC 2104) with this key, of which only what follows from it is kept. An empty key is a key. */
  keyed(key: Words): Compute;
  readonly digest: Compute;
}
