import type { AnyHash } from "./mistake";

/** Every hash that mistaken code uses, and its length in bytes. */
export const HASHES: readonly [hash: AnyHash, bytes: number][] = [
  ["SHA-1", 20],
  ["SHA-256", 32],
  ["MD5", 16],
  ["SHA-512", 64],
  ["SHA-384", 48],
  ["SHA-224", 28],
];
