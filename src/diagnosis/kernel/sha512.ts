import type { BlockHash } from "./block-hash";
import { ROUND_CONSTANTS } from "./round-constants";

const { high: constantsHigh, low: constantsLow } = ROUND_CONSTANTS;
/** Each number of 64 bits in two words. */
function expand(w: Int32Array, at: number): void {
  for (let t = at + 32; t < at + 160; t += 2) {
    const xh = w[t - 30] ?? 0;
    const xl = w[t - 29] ?? 0;
    const yh = w[t - 4] ?? 0;
    const yl = w[t - 3] ?? 0;
    const s0h = ((xh >>> 1) | (xl << 31)) ^ ((xh >>> 8) | (xl << 24)) ^ (xh >>> 7);
    const s0l = ((xl >>> 1) | (xh << 31)) ^ ((xl >>> 8) | (xh << 24)) ^ ((xl >>> 7) | (xh << 25));
    const s1h = ((yh >>> 19) | (yl << 13)) ^ ((yl >>> 29) | (yh << 3)) ^ (yh >>> 6);
    const s1l = ((yl >>> 19) | (yh << 13)) ^ ((yh >>> 29) | (yl << 3)) ^ ((yl >>> 6) | (yh << 26));
    const sum = (s0l >>> 0) + (s1l >>> 0) + ((w[t - 13] ?? 0) >>> 0) + ((w[t - 31] ?? 0) >>> 0);
    w[t + 1] = sum;
    w[t] = s0h + s1h + (w[t - 14] ?? 0) + (w[t - 32] ?? 0) + carry(sum);
  }
}

/** What a sum of low words hands on to the high ones. */
function carry(sum: number): number {
  return (sum / 0x100000000) | 0;
}

/** One block of SHA-512 and SHA-384 (FIPS 180-4, 6.4.2). */
function compress(from: Int32Array, start: number, w: Int32Array, at: number, state: Int32Array): void {
  let ah = from[start] ?? 0;
  let al = from[start + 1] ?? 0;
  let bh = from[start + 2] ?? 0;
  let bl = from[start + 3] ?? 0;
  let ch = from[start + 4] ?? 0;
  let cl = from[start + 5] ?? 0;
  let dh = from[start + 6] ?? 0;
  let dl = from[start + 7] ?? 0;
  let eh = from[start + 8] ?? 0;
  let el = from[start + 9] ?? 0;
  let fh = from[start + 10] ?? 0;
  let fl = from[start + 11] ?? 0;
  let gh = from[start + 12] ?? 0;
  let gl = from[start + 13] ?? 0;
  let hh = from[start + 14] ?? 0;
  let hl = from[start + 15] ?? 0;
  for (let t = 0; t < 80; t++) {
    const s1h = ((eh >>> 14) | (el << 18)) ^ ((eh >>> 18) | (el << 14)) ^ ((el >>> 9) | (eh << 23));
    const s1l = ((el >>> 14) | (eh << 18)) ^ ((el >>> 18) | (eh << 14)) ^ ((eh >>> 9) | (el << 23));
    const s0h = ((ah >>> 28) | (al << 4)) ^ ((al >>> 2) | (ah << 30)) ^ ((al >>> 7) | (ah << 25));
    const s0l = ((al >>> 28) | (ah << 4)) ^ ((ah >>> 2) | (al << 30)) ^ ((ah >>> 7) | (al << 25));
    const chosen = gl ^ (el & (fl ^ gl));
    const t1l =
      (hl >>> 0) +
      (s1l >>> 0) +
      (chosen >>> 0) +
      ((constantsLow[t] ?? 0) >>> 0) +
      ((w[at + 2 * t + 1] ?? 0) >>> 0);
    const t1h =
      hh + s1h + (gh ^ (eh & (fh ^ gh))) + (constantsHigh[t] ?? 0) + (w[at + 2 * t] ?? 0) + carry(t1l);
    const majority = (al & bl) | (cl & (al | bl));
    const sum = (t1l >>> 0) + (s0l >>> 0) + (majority >>> 0);
    hh = gh;
    hl = gl;
    gh = fh;
    gl = fl;
    fh = eh;
    fl = el;
    const down = (dl >>> 0) + (t1l >>> 0);
    eh = (dh + t1h + carry(down)) | 0;
    el = down | 0;
    dh = ch;
    dl = cl;
    const majorityHigh = (ah & bh) | (ch & (ah | bh));
    ch = bh;
    cl = bl;
    bh = ah;
    bl = al;
    ah = (t1h + s0h + majorityHigh + carry(sum)) | 0;
    al = sum | 0;
  }
  add(from, start, state, 0, ah, al);
  add(from, start + 2, state, 2, bh, bl);
  add(from, start + 4, state, 4, ch, cl);
  add(from, start + 6, state, 6, dh, dl);
  add(from, start + 8, state, 8, eh, el);
  add(from, start + 10, state, 10, fh, fl);
  add(from, start + 12, state, 12, gh, gl);
  add(from, start + 14, state, 14, hh, hl);
}

function add(
  from: Int32Array,
  start: number,
  state: Int32Array,
  at: number,
  high: number,
  low: number,
): void {
  const sum = ((from[start + 1] ?? 0) >>> 0) + (low >>> 0);
  state[at] = (from[start] ?? 0) + high + carry(sum);
  state[at + 1] = sum;
}

export const sha512: BlockHash = {
  wordsOfBlock: 32,
  wordsOfSchedule: 160,
  wordsOfDigest: 16,
  initial: Int32Array.of(
    0x6a09e667,
    0xf3bcc908,
    0xbb67ae85,
    0x84caa73b,
    0x3c6ef372,
    0xfe94f82b,
    0xa54ff53a,
    0x5f1d36f1,
    0x510e527f,
    0xade682d1,
    0x9b05688c,
    0x2b3e6c1f,
    0x1f83d9ab,
    0xfb41bd6b,
    0x5be0cd19,
    0x137e2179,
  ),
  expand,
  compress,
};

/** SHA-512 from another start, less its last four words. */
export const sha384: BlockHash = {
  wordsOfBlock: 32,
  wordsOfSchedule: 160,
  wordsOfDigest: 12,
  initial: Int32Array.of(
    0xcbbb9d5d,
    0xc1059ed8,
    0x629a292a,
    0x367cd507,
    0x9159015a,
    0x3070dd17,
    0x152fecd8,
    0xf70e5939,
    0x67332667,
    0xffc00b31,
    0x8eb44a87,
    0x68581511,
    0xdb0c2e0d,
    0x64f98fa7,
    0x47b5481d,
    0xbefa4fa4,
  ),
  expand,
  compress,
};
