import type { Target } from "../forms/reading";

/** What a target in hex that may be the end of a longer result has to agree with before any byte of it is written. */
interface End {
  readonly bits: number;
  readonly lastDigit: number;
}

/** Lets through what may agree with a target: of a hundred million results that agree with none, next to nothing. */
export class Sieve {
  /** True where every result has to be compared in full. */
  readonly #isOpen: boolean;
  readonly #firstWords: Int32Array;
  readonly #ends: readonly End[];

  constructor(targets: readonly Target[]) {
    this.#isOpen = targets.some(({ agrees, bits }) => agrees !== undefined || bits < 32);
    this.#firstWords = Int32Array.from(new Set(targets.map(firstWordOf)));
    this.#ends = targets.flatMap(({ bits, hex }) =>
      hex === null ? [] : [{ bits, lastDigit: Number.parseInt(hex.slice(-1), 16) }],
    );
  }

  /** @param words of a computed digest, big-endian. */
  lets(words: Int32Array): boolean {
    return this.#isOpen || this.#mayBeginAlike(words[0] ?? 0) || this.#mayEndAlike(words);
  }

  /** Of some few, "includes" costs five times as much. */
  #mayBeginAlike(word: number): boolean {
    const firstWords = this.#firstWords;
    for (let at = 0; at < firstWords.length; at++) if (firstWords[at] === word) return true;
    return false;
  }

  /** A result as long as the target can only agree from its first word on. */
  #mayEndAlike(words: Int32Array): boolean {
    const last = (words[words.length - 1] ?? 0) & 15;
    for (const { bits, lastDigit } of this.#ends)
      if (bits !== words.length * 32 && lastDigit === last) return true;
    return false;
  }
}

function firstWordOf({ bytes: [a = 0, b = 0, c = 0, d = 0] }: Target): number {
  return (a << 24) | (b << 16) | (c << 8) | d;
}
