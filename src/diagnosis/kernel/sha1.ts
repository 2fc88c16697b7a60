import type { BlockHash } from "./block-hash";

function expand(w: Int32Array, at: number): void {
  for (let t = at + 16; t < at + 80; t++) {
    const x = (w[t - 3] ?? 0) ^ (w[t - 8] ?? 0) ^ (w[t - 14] ?? 0) ^ (w[t - 16] ?? 0);
    w[t] = (x << 1) | (x >>> 31);
  }
}

/** Five rounds stand together, for after five each variable is back in its place: moving the values costs half as much again. */
function compress(from: Int32Array, start: number, w: Int32Array, at: number, state: Int32Array): void {
  let a = from[start] ?? 0;
  let b = from[start + 1] ?? 0;
  let c = from[start + 2] ?? 0;
  let d = from[start + 3] ?? 0;
  let e = from[start + 4] ?? 0;
  for (let t = at; t < at + 20; t += 5) {
    e = (e + ((a << 5) | (a >>> 27)) + (d ^ (b & (c ^ d))) + 0x5a827999 + (w[t] ?? 0)) | 0;
    b = (b << 30) | (b >>> 2);
    d = (d + ((e << 5) | (e >>> 27)) + (c ^ (a & (b ^ c))) + 0x5a827999 + (w[t + 1] ?? 0)) | 0;
    a = (a << 30) | (a >>> 2);
    c = (c + ((d << 5) | (d >>> 27)) + (b ^ (e & (a ^ b))) + 0x5a827999 + (w[t + 2] ?? 0)) | 0;
    e = (e << 30) | (e >>> 2);
    b = (b + ((c << 5) | (c >>> 27)) + (a ^ (d & (e ^ a))) + 0x5a827999 + (w[t + 3] ?? 0)) | 0;
    d = (d << 30) | (d >>> 2);
    a = (a + ((b << 5) | (b >>> 27)) + (e ^ (c & (d ^ e))) + 0x5a827999 + (w[t + 4] ?? 0)) | 0;
    c = (c << 30) | (c >>> 2);
  }
  for (let t = at + 20; t < at + 40; t += 5) {
    e = (e + ((a << 5) | (a >>> 27)) + (b ^ c ^ d) + 0x6ed9eba1 + (w[t] ?? 0)) | 0;
    b = (b << 30) | (b >>> 2);
    d = (d + ((e << 5) | (e >>> 27)) + (a ^ b ^ c) + 0x6ed9eba1 + (w[t + 1] ?? 0)) | 0;
    a = (a << 30) | (a >>> 2);
    c = (c + ((d << 5) | (d >>> 27)) + (e ^ a ^ b) + 0x6ed9eba1 + (w[t + 2] ?? 0)) | 0;
    e = (e << 30) | (e >>> 2);
    b = (b + ((c << 5) | (c >>> 27)) + (d ^ e ^ a) + 0x6ed9eba1 + (w[t + 3] ?? 0)) | 0;
    d = (d << 30) | (d >>> 2);
    a = (a + ((b << 5) | (b >>> 27)) + (c ^ d ^ e) + 0x6ed9eba1 + (w[t + 4] ?? 0)) | 0;
    c = (c << 30) | (c >>> 2);
  }
  for (let t = at + 40; t < at + 60; t += 5) {
    e = (e + ((a << 5) | (a >>> 27)) + ((b & c) | (d & (b | c))) + 0x8f1bbcdc + (w[t] ?? 0)) | 0;
    b = (b << 30) | (b >>> 2);
    d = (d + ((e << 5) | (e >>> 27)) + ((a & b) | (c & (a | b))) + 0x8f1bbcdc + (w[t + 1] ?? 0)) | 0;
    a = (a << 30) | (a >>> 2);
    c = (c + ((d << 5) | (d >>> 27)) + ((e & a) | (b & (e | a))) + 0x8f1bbcdc + (w[t + 2] ?? 0)) | 0;
    e = (e << 30) | (e >>> 2);
    b = (b + ((c << 5) | (c >>> 27)) + ((d & e) | (a & (d | e))) + 0x8f1bbcdc + (w[t + 3] ?? 0)) | 0;
    d = (d << 30) | (d >>> 2);
    a = (a + ((b << 5) | (b >>> 27)) + ((c & d) | (e & (c | d))) + 0x8f1bbcdc + (w[t + 4] ?? 0)) | 0;
    c = (c << 30) | (c >>> 2);
  }
  for (let t = at + 60; t < at + 80; t += 5) {
    e = (e + ((a << 5) | (a >>> 27)) + (b ^ c ^ d) + 0xca62c1d6 + (w[t] ?? 0)) | 0;
    b = (b << 30) | (b >>> 2);
    d = (d + ((e << 5) | (e >>> 27)) + (a ^ b ^ c) + 0xca62c1d6 + (w[t + 1] ?? 0)) | 0;
    a = (a << 30) | (a >>> 2);
    c = (c + ((d << 5) | (d >>> 27)) + (e ^ a ^ b) + 0xca62c1d6 + (w[t + 2] ?? 0)) | 0;
    e = (e << 30) | (e >>> 2);
    b = (b + ((c << 5) | (c >>> 27)) + (d ^ e ^ a) + 0xca62c1d6 + (w[t + 3] ?? 0)) | 0;
    d = (d << 30) | (d >>> 2);
    a = (a + ((b << 5) | (b >>> 27)) + (c ^ d ^ e) + 0xca62c1d6 + (w[t + 4] ?? 0)) | 0;
    c = (c << 30) | (c >>> 2);
  }
  state[0] = (from[start] ?? 0) + a;
  state[1] = (from[start + 1] ?? 0) + b;
  state[2] = (from[start + 2] ?? 0) + c;
  state[3] = (from[start + 3] ?? 0) + d;
  state[4] = (from[start + 4] ?? 0) + e;
}

/** SHA-1 (FIPS 180-4, 6.1). */
export const sha1: BlockHash = {
  wordsOfBlock: 16,
  wordsOfSchedule: 80,
  wordsOfDigest: 5,
  initial: Int32Array.of(0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0),
  expand,
  compress,
};
