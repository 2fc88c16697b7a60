/** A hash of the SHA family: its table row says all that differs. Words are 32 bits, big-endian. */
export interface BlockHash {
  /** Words that one step takes: 16, or 32 of SHA-512 and SHA-384. */
  readonly wordsOfBlock: 16 | 32;
  readonly wordsOfSchedule: number;
  readonly wordsOfDigest: number;
  /** The state before the first block. */
  readonly initial: Int32Array;
  /** Makes a schedule of the block with which it begins, at `schedule[at]`. */
  expand(schedule: Int32Array, at: number): void;
  /** Takes the block of the schedule that begins at `schedule[at]` into the state that stands at `from[start]`, and writes that to `state`. */
  compress(from: Int32Array, start: number, schedule: Int32Array, at: number, state: Int32Array): void;
}
