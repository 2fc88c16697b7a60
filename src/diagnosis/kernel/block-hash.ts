/** A hash of the SHA family: its table row says all that differs. Words are 32 bits, big-endian. */
export interface BlockHash {
  /** Words that one step takes: 16, or 32 of SHA-512 and SHA-384. */
  readonly wordsOfBlock: 16 | 32;
  readonly wordsOfDigest: number;
  /** The state before the first block. */
  readonly initial: Int32Array;
  /** Takes the block that begins at `words[from]` into `state`. */
  compress(state: Int32Array, words: Int32Array, from: number): void;
}
