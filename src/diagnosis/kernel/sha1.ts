import type { BlockHash } from "./block-hash";

/** Sixteen words stand together, for the last sixteen are all that the next follows from: reading them anew costs twice as much. */
function expand(w: Int32Array, at: number): void {
  let a = w[at] ?? 0;
  let b = w[at + 1] ?? 0;
  let c = w[at + 2] ?? 0;
  let d = w[at + 3] ?? 0;
  let e = w[at + 4] ?? 0;
  let f = w[at + 5] ?? 0;
  let g = w[at + 6] ?? 0;
  let h = w[at + 7] ?? 0;
  let i = w[at + 8] ?? 0;
  let j = w[at + 9] ?? 0;
  let k = w[at + 10] ?? 0;
  let l = w[at + 11] ?? 0;
  let m = w[at + 12] ?? 0;
  let n = w[at + 13] ?? 0;
  let o = w[at + 14] ?? 0;
  let p = w[at + 15] ?? 0;
  for (let t = at + 16; t < at + 80; t += 16) {
    a = turned(a ^ c ^ i ^ n);
    w[t] = a;
    b = turned(b ^ d ^ j ^ o);
    w[t + 1] = b;
    c = turned(c ^ e ^ k ^ p);
    w[t + 2] = c;
    d = turned(d ^ f ^ l ^ a);
    w[t + 3] = d;
    e = turned(e ^ g ^ m ^ b);
    w[t + 4] = e;
    f = turned(f ^ h ^ n ^ c);
    w[t + 5] = f;
    g = turned(g ^ i ^ o ^ d);
    w[t + 6] = g;
    h = turned(h ^ j ^ p ^ e);
    w[t + 7] = h;
    i = turned(i ^ k ^ a ^ f);
    w[t + 8] = i;
    j = turned(j ^ l ^ b ^ g);
    w[t + 9] = j;
    k = turned(k ^ m ^ c ^ h);
    w[t + 10] = k;
    l = turned(l ^ n ^ d ^ i);
    w[t + 11] = l;
    m = turned(m ^ o ^ e ^ j);
    w[t + 12] = m;
    n = turned(n ^ p ^ f ^ k);
    w[t + 13] = n;
    o = turned(o ^ a ^ g ^ l);
    w[t + 14] = o;
    p = turned(p ^ b ^ h ^ m);
    w[t + 15] = p;
  }
}

const turned = (word: number) => (word << 1) | (word >>> 31);

/**
 * Five rounds stand together, for after five each variable is back in its place: moving the values costs half as much again. What the
 * round before has changed is added last, so that the processor need not wait for it.
 */
function compress(from: Int32Array, start: number, w: Int32Array, at: number, state: Int32Array): void {
  let a = from[start] ?? 0;
  let b = from[start + 1] ?? 0;
  let c = from[start + 2] ?? 0;
  let d = from[start + 3] ?? 0;
  let e = from[start + 4] ?? 0;
  for (let t = at; t < at + 20; t += 5) {
    e = (e + 0x5a827999 + (w[t] ?? 0) + (d ^ (b & (c ^ d))) + ((a << 5) | (a >>> 27))) | 0;
    b = (b << 30) | (b >>> 2);
    d = (d + 0x5a827999 + (w[t + 1] ?? 0) + (c ^ (a & (b ^ c))) + ((e << 5) | (e >>> 27))) | 0;
    a = (a << 30) | (a >>> 2);
    c = (c + 0x5a827999 + (w[t + 2] ?? 0) + (b ^ (e & (a ^ b))) + ((d << 5) | (d >>> 27))) | 0;
    e = (e << 30) | (e >>> 2);
    b = (b + 0x5a827999 + (w[t + 3] ?? 0) + (a ^ (d & (e ^ a))) + ((c << 5) | (c >>> 27))) | 0;
    d = (d << 30) | (d >>> 2);
    a = (a + 0x5a827999 + (w[t + 4] ?? 0) + (e ^ (c & (d ^ e))) + ((b << 5) | (b >>> 27))) | 0;
    c = (c << 30) | (c >>> 2);
  }
  for (let t = at + 20; t < at + 40; t += 5) {
    e = (e + 0x6ed9eba1 + (w[t] ?? 0) + (b ^ c ^ d) + ((a << 5) | (a >>> 27))) | 0;
    b = (b << 30) | (b >>> 2);
    d = (d + 0x6ed9eba1 + (w[t + 1] ?? 0) + (a ^ b ^ c) + ((e << 5) | (e >>> 27))) | 0;
    a = (a << 30) | (a >>> 2);
    c = (c + 0x6ed9eba1 + (w[t + 2] ?? 0) + (e ^ a ^ b) + ((d << 5) | (d >>> 27))) | 0;
    e = (e << 30) | (e >>> 2);
    b = (b + 0x6ed9eba1 + (w[t + 3] ?? 0) + (d ^ e ^ a) + ((c << 5) | (c >>> 27))) | 0;
    d = (d << 30) | (d >>> 2);
    a = (a + 0x6ed9eba1 + (w[t + 4] ?? 0) + (c ^ d ^ e) + ((b << 5) | (b >>> 27))) | 0;
    c = (c << 30) | (c >>> 2);
  }
  for (let t = at + 40; t < at + 60; t += 5) {
    e = (e + 0x8f1bbcdc + (w[t] ?? 0) + ((b & c) | (d & (b | c))) + ((a << 5) | (a >>> 27))) | 0;
    b = (b << 30) | (b >>> 2);
    d = (d + 0x8f1bbcdc + (w[t + 1] ?? 0) + ((a & b) | (c & (a | b))) + ((e << 5) | (e >>> 27))) | 0;
    a = (a << 30) | (a >>> 2);
    c = (c + 0x8f1bbcdc + (w[t + 2] ?? 0) + ((e & a) | (b & (e | a))) + ((d << 5) | (d >>> 27))) | 0;
    e = (e << 30) | (e >>> 2);
    b = (b + 0x8f1bbcdc + (w[t + 3] ?? 0) + ((d & e) | (a & (d | e))) + ((c << 5) | (c >>> 27))) | 0;
    d = (d << 30) | (d >>> 2);
    a = (a + 0x8f1bbcdc + (w[t + 4] ?? 0) + ((c & d) | (e & (c | d))) + ((b << 5) | (b >>> 27))) | 0;
    c = (c << 30) | (c >>> 2);
  }
  for (let t = at + 60; t < at + 80; t += 5) {
    e = (e + 0xca62c1d6 + (w[t] ?? 0) + (b ^ c ^ d) + ((a << 5) | (a >>> 27))) | 0;
    b = (b << 30) | (b >>> 2);
    d = (d + 0xca62c1d6 + (w[t + 1] ?? 0) + (a ^ b ^ c) + ((e << 5) | (e >>> 27))) | 0;
    a = (a << 30) | (a >>> 2);
    c = (c + 0xca62c1d6 + (w[t + 2] ?? 0) + (e ^ a ^ b) + ((d << 5) | (d >>> 27))) | 0;
    e = (e << 30) | (e >>> 2);
    b = (b + 0xca62c1d6 + (w[t + 3] ?? 0) + (d ^ e ^ a) + ((c << 5) | (c >>> 27))) | 0;
    d = (d << 30) | (d >>> 2);
    a = (a + 0xca62c1d6 + (w[t + 4] ?? 0) + (c ^ d ^ e) + ((b << 5) | (b >>> 27))) | 0;
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
