import type { BlockHash } from "./block-hash";
import type { Compute, Kernel } from "./kernel";
import { Words } from "./words";

const INNER = 0x36363636;
const OUTER = 0x5c5c5c5c;

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

  /** The state after a key's block under one of the two pads. */
  const padded = (block: Int32Array, pad: number): Int32Array => {
    const from = initial.slice();
    hash.compress(
      from,
      block.map((word) => word ^ pad),
      0,
    );
    return from;
  };

  const keyed = (key: Words): Compute => {
    const block = new Int32Array(wordsOfBlock);
    const short = key.length > wordsOfBlock * 4 ? hashed(digest(key)) : key;
    block.set(short.words.subarray(0, Math.ceil(short.length / 4)));
    const innerState = padded(block, INNER);
    const outerState = padded(block, OUTER);
    return (message) => {
      state.set(innerState);
      finish(state, message, 1);
      inner.words.set(state);
      state.set(outerState);
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
