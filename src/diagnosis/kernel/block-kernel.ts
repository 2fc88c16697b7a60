import type { BlockHash } from "./block-hash";
import type { Compute, Kernel } from "./kernel";
import { Words } from "./words";

/** Inner and outer pad (RFC 2104), in the order in which their states are kept. */
const PADS = [
  [0, 0x36363636],
  [1, 0x5c5c5c5c],
] as const;

/** The kernel of one row: nothing is allocated for a message, and for a key only the states after its two pads. */
export function blockKernel(hash: BlockHash): Kernel {
  const { wordsOfBlock, wordsOfDigest, initial } = hash;
  const state = initial.slice();
  const output = new Uint8Array(wordsOfDigest * 4);
  const finish = finisher(hash);
  const inner = new Words();
  inner.length = output.length;

  const digest: Compute = (message) => {
    state.set(initial);
    finish(state, message, 0);
    return written(state, output);
  };

  const block = new Int32Array(wordsOfBlock);
  const { length } = initial;

  /** The states after a key's block under each of the two pads, one behind the other. */
  const padded = (key: Words): Int32Array => {
    const { words, length: bytes } = key.length > wordsOfBlock * 4 ? hashed(digest(key)) : key;
    const states = new Int32Array(2 * length);
    for (const [from, pad] of PADS) {
      const count = (bytes + 3) >> 2;
      for (let at = 0; at < wordsOfBlock; at++) block[at] = (at < count ? (words[at] ?? 0) : 0) ^ pad;
      state.set(initial);
      hash.compress(state, block, 0);
      states.set(state, from * length);
    }
    return states;
  };

  const keyed = (key: Words): Compute => {
    const states = padded(key);
    return (message) => {
      for (let at = 0; at < length; at++) state[at] = states[at] ?? 0;
      finish(state, message, 1);
      inner.words.set(state);
      for (let at = 0; at < length; at++) state[at] = states[length + at] ?? 0;
      finish(state, inner, 1);
      return written(state, output);
    };
  };

  return { digest, keyed };
}

function hashed(digest: Uint8Array): Words {
  const message = new Words();
  message.set(digest);
  return message;
}

/** Takes a whole message into a state that `blocks` blocks went into before. */
function finisher({ wordsOfBlock, compress }: BlockHash) {
  const tail = new Int32Array(2 * wordsOfBlock);
  const wordsOfLength = wordsOfBlock / 8;
  return (state: Int32Array, { words, length }: Words, blocks: number): void => {
    const count = Math.ceil(length / 4);
    let at = 0;
    for (; (at + wordsOfBlock) * 4 <= length; at += wordsOfBlock) compress(state, words, at);
    const left = count - at;
    tail.fill(0);
    for (let word = 0; word < left; word++) tail[word] = words[at + word] ?? 0;
    const end = (length >> 2) - at;
    tail[end] = (tail[end] ?? 0) | (0x80 << (24 - ((length & 3) << 3)));
    const size = end + 1 + wordsOfLength > wordsOfBlock ? 2 * wordsOfBlock : wordsOfBlock;
    const bytes = length + blocks * wordsOfBlock * 4;
    tail[size - 2] = bytes / 0x20000000;
    tail[size - 1] = bytes << 3;
    compress(state, tail, 0);
    if (size > wordsOfBlock) compress(state, tail, wordsOfBlock);
  };
}

function written(state: Int32Array, output: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  for (let at = 0; at < output.length; at += 4) {
    const word = state[at >> 2] ?? 0;
    output[at] = word >>> 24;
    output[at + 1] = word >>> 16;
    output[at + 2] = word >>> 8;
    output[at + 3] = word;
  }
  return output;
}
