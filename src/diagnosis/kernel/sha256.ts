import type { BlockHash } from "./block-hash";
import { ROUND_CONSTANTS } from "./round-constants";

const constants = ROUND_CONSTANTS.high.subarray(0, 64);

function expand(w: Int32Array, at: number): void {
  for (let t = at + 16; t < at + 64; t++) {
    const x = w[t - 15] ?? 0;
    const y = w[t - 2] ?? 0;
    const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
    const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
    w[t] = (w[t - 16] ?? 0) + s0 + (w[t - 7] ?? 0) + s1;
  }
}

/** One block of SHA-256 and SHA-224 (FIPS 180-4, 6.2.2). */
function compress(from: Int32Array, start: number, w: Int32Array, at: number, state: Int32Array): void {
  let a = from[start] ?? 0;
  let b = from[start + 1] ?? 0;
  let c = from[start + 2] ?? 0;
  let d = from[start + 3] ?? 0;
  let e = from[start + 4] ?? 0;
  let f = from[start + 5] ?? 0;
  let g = from[start + 6] ?? 0;
  let h = from[start + 7] ?? 0;
  for (let t = 0; t < 64; t++) {
    const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
    const t1 = (h + s1 + (g ^ (e & (f ^ g))) + (constants[t] ?? 0) + (w[at + t] ?? 0)) | 0;
    const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
    const t2 = (s0 + ((a & b) | (c & (a | b)))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + t1) | 0;
    d = c;
    c = b;
    b = a;
    a = (t1 + t2) | 0;
  }
  state[0] = (from[start] ?? 0) + a;
  state[1] = (from[start + 1] ?? 0) + b;
  state[2] = (from[start + 2] ?? 0) + c;
  state[3] = (from[start + 3] ?? 0) + d;
  state[4] = (from[start + 4] ?? 0) + e;
  state[5] = (from[start + 5] ?? 0) + f;
  state[6] = (from[start + 6] ?? 0) + g;
  state[7] = (from[start + 7] ?? 0) + h;
}

export const sha256: BlockHash = {
  wordsOfBlock: 16,
  wordsOfSchedule: 64,
  wordsOfDigest: 8,
  initial: Int32Array.of(
    0x6a09e667,
    0xbb67ae85,
    0x3c6ef372,
    0xa54ff53a,
    0x510e527f,
    0x9b05688c,
    0x1f83d9ab,
    0x5be0cd19,
  ),
  expand,
  compress,
};

/** SHA-256 from another start, less its last word. */
export const sha224: BlockHash = {
  wordsOfBlock: 16,
  wordsOfSchedule: 64,
  wordsOfDigest: 7,
  initial: Int32Array.of(
    0xc1059ed8,
    0x367cd507,
    0x3070dd17,
    0xf70e5939,
    0xffc00b31,
    0x68581511,
    0x64f98fa7,
    0xbefa4fa4,
  ),
  expand,
  compress,
};
