import type { BlockHash } from "./block-hash";
import type { Kernel, Keys } from "./kernel";
import { Words } from "./words";

const INNER_PAD = 0x36363636;
const OUTER_PAD = 0x5c5c5c5c;

/** Of a message so many blocks at most are kept expanded for the next key: longer ones are signed with few keys. */
const MOST_KEPT = 16;

/** The kernel of one row: nothing is allocated for a message, nor for a key beyond the room for the states after its two pads. */
export function blockKernel(hash: BlockHash): Kernel {
  const { wordsOfBlock, wordsOfSchedule, wordsOfDigest, initial, expand, compress } = hash;
  const { length } = initial;
  const state = new Int32Array(length);
  const result = state.subarray(0, wordsOfDigest);
  const block = new Int32Array(wordsOfBlock);
  const bytesOfBlock = wordsOfBlock * 4;
  const single = new Int32Array(wordsOfSchedule);
  const kept = new Int32Array(wordsOfSchedule * MOST_KEPT);
  let keptOf: Words | null = null;
  let version = 0;
  let keptBehind = 0;
  let keptBlocks = 0;

  /** Makes the schedule of the block that begins at `words[from]`, and writes it from `schedule[at]` on. */
  const plan = (words: Int32Array, from: number, schedule: Int32Array, at: number): void => {
    for (let word = 0; word < wordsOfBlock; word++) schedule[at + word] = words[from + word] ?? 0;
    expand(schedule, at);
  };

  const takeBlock = (words: Int32Array, at: number, from: Int32Array = state, start = 0): void => {
    plan(words, at, single, 0);
    compress(from, start, single, 0, state);
  };

  /**
   * Takes a message into the state that stands at `from[start]`, where `before` bytes went into it already. Its schedules do not
   * depend on the key.
   */
  const absorb = (message: Words, before: number, from: Int32Array, start: number): void => {
    if (keptOf !== message || version !== message.version || keptBehind !== before) keep(message, before);
    if (keptBlocks > 0) {
      compress(from, start, kept, 0, state);
      for (let at = 1; at < keptBlocks; at++) compress(state, 0, kept, at * wordsOfSchedule, state);
      return;
    }
    const blocks = message.pad(wordsOfBlock, before) / wordsOfBlock;
    takeBlock(message.words, 0, from, start);
    for (let at = 1; at < blocks; at++) takeBlock(message.words, at * wordsOfBlock);
  };

  /** Makes the schedules of a message once for all keys, unless it is too long. */
  const keep = (message: Words, before: number): void => {
    const blocks = message.pad(wordsOfBlock, before) / wordsOfBlock;
    keptBlocks = blocks > MOST_KEPT ? 0 : blocks;
    for (let at = 0; at < keptBlocks; at++)
      plan(message.words, at * wordsOfBlock, kept, at * wordsOfSchedule);
    keptOf = message;
    version = message.version;
    keptBehind = before;
  };

  const digest = (message: Words): Int32Array => {
    absorb(message, 0, initial, 0);
    return result;
  };

  /** The schedule of what the outer hash takes: of its block only the inner digest differs. */
  const outer = new Int32Array(wordsOfSchedule);
  outer[wordsOfDigest] = 1 << 31;
  outer[wordsOfBlock - 1] = (wordsOfBlock + wordsOfDigest) * 32;

  /** Writes the state after the block, each of whose words is changed by a pad. */
  const setState = (states: Int32Array, from: number, pad: number): void => {
    for (let at = 0; at < wordsOfBlock; at++) block[at] = (block[at] ?? 0) ^ pad;
    takeBlock(block, 0, initial);
    for (let at = 0; at < length; at++) states[from + at] = state[at] ?? 0;
  };

  const keys = (count: number): Keys => {
    const states = new Int32Array(count * 2 * length);
    return {
      set(at, key) {
        setBlock(block, key.length > bytesOfBlock ? hashed(digest(key)) : key);
        setState(states, at * 2 * length, INNER_PAD);
        setState(states, (at * 2 + 1) * length, INNER_PAD ^ OUTER_PAD);
      },
      hmac(at, message) {
        const inside = at * 2 * length;
        absorb(message, bytesOfBlock, states, inside);
        for (let word = 0; word < wordsOfDigest; word++) outer[word] = state[word] ?? 0;
        expand(outer, 0);
        compress(states, inside + length, outer, 0, state);
        return result;
      },
    };
  };

  return { digest, keys };
}

/** A key's bytes and then zero bytes; behind its last byte its padding as a message may stand. */
function setBlock(block: Int32Array, { words, length }: Words): void {
  const full = length >> 2;
  for (let at = 0; at < block.length; at++) block[at] = at < full ? (words[at] ?? 0) : 0;
  if ((length & 3) !== 0) block[full] = (words[full] ?? 0) & (-1 << (32 - ((length & 3) << 3)));
}

function hashed(digest: Int32Array): Words {
  const message = new Words();
  message.words.set(digest);
  message.length = digest.length * 4;
  return message;
}
