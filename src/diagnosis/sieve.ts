import type { Target } from "./forms/reading";

/** What of a target can be compared before any byte of a result is written. */
interface Mesh {
  /** True where every result has to be compared in full. */
  readonly isOpen: boolean;
  readonly firstWord: number;
  /** In bits; a result as long as the target can only agree from its first word on. */
  readonly bits: number;
  /** The last digit, of a target in hex that may be the end of a longer result; -1 of others. */
  readonly lastDigit: number;
}

/** Lets through what may agree with a target: of a hundred million results that agree with none, next to nothing. */
export class Sieve {
  readonly #meshes: readonly Mesh[];

  constructor(targets: readonly Target[]) {
    this.#meshes = targets.map(meshOf);
  }

  /** @param words of a computed digest, big-endian. */
  lets(words: Int32Array): boolean {
    for (const { isOpen, firstWord, bits, lastDigit } of this.#meshes) {
      if (isOpen || words[0] === firstWord) return true;
      if (bits !== words.length * 32 && ((words[words.length - 1] ?? 0) & 15) === lastDigit) return true;
    }
    return false;
  }
}

function meshOf({ agrees, bytes, bits, hex }: Target): Mesh {
  const [a = 0, b = 0, c = 0, d = 0] = bytes;
  return {
    isOpen: agrees !== undefined || bits < 32,
    firstWord: (a << 24) | (b << 16) | (c << 8) | d,
    bits,
    lastDigit: hex === null ? -1 : Number.parseInt(hex.slice(-1), 16),
  };
}
