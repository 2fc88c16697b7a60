import type { HashName } from "./types";

/** How many hex digits an HMAC has: two for each byte of its hash (FIPS 180-4, figure 1). */
export const HEX_DIGITS: Readonly<Record<HashName, number>> = { "SHA-1": 40, "SHA-256": 64 };

export const HASH_NAMES = Object.keys(HEX_DIGITS) as readonly HashName[];
