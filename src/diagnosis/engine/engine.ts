import type { Mistake } from "../../mistakes/mistake";
import type { Step } from "../candidates/nodes";
import type { Target } from "../forms/reading";
import { agreement } from "../forms/targets";
import { bytesOfWords } from "../kernel/words";
import { type Batch, type Candidate, candidateOf, sizeOf } from "./batch";
import { Computer } from "./computer";
import { computeAgain } from "./proof";
import { Sieve } from "./sieve";

/** A candidate that reproduces the pasted signature. */
export interface Hit {
  readonly candidate: Candidate;
  readonly target: Target;
  readonly computed: Uint8Array;
  readonly bits: number;
  /** The steps of another story with the same digits, for those of a whole recipe. */
  readonly plain?: readonly Step[] | undefined;
  /** What each of its mistakes of the string had made by itself. */
  readonly alone?: ReadonlyMap<Mistake, string>;
}

/** When a search gives up. */
export interface Limit {
  /** How many HMACs at most. */
  readonly tried: number;
  /** How long after the first was computed. */
  readonly milliseconds: number;
}

/** The clock is read once in so many bytes, each HMAC counting for some: reading it costs a tenth of an HMAC. */
const BYTES_PER_LOOK = 16_000;
const BYTES_PER_HMAC = 200;
/** What waits for the thread, such as a new search, waits this many milliseconds. */
const MILLISECONDS_PER_PAUSE = 8;

/** Computes candidates one after the other and compares bytes, so that a signature's form costs nothing. */
export class Engine {
  tried = 0;
  /** True once the limit has ended a search. */
  exhausted = false;
  readonly #limit: Limit;
  readonly #targets: readonly Target[];
  readonly #onPause: () => void | Promise<void>;
  readonly #computer = new Computer();
  #bytes = 0;
  /** The last result, where the sieve let it pass. */
  #passed: Int32Array | null = null;
  #until = 0;
  #pauseAt = 0;

  /** @param onPause called every few milliseconds and awaited; a search stops when it throws. */
  constructor(targets: readonly Target[], limit: Limit, onPause: () => void | Promise<void>) {
    this.#targets = targets;
    this.#limit = limit;
    this.#onPause = onPause;
  }

  /**
   * The first candidate that reproduces a reading of the signature, computed again by the browser's own WebCrypto.
   *
   * @param explains asked of such a candidate: whether its mistakes are an explanation.
   */
  async find(
    batches: Iterable<Batch>,
    targets = this.#targets,
    explains: (candidate: Candidate) => boolean = () => true,
  ): Promise<Hit | null> {
    this.#until ||= performance.now() + this.#limit.milliseconds;
    const sieve = new Sieve(targets);
    for (const batch of batches) {
      this.#computer.take(batch.message.value);
      let done = 0;
      do {
        done = this.#tryOn(batch, done, sieve);
        const target = this.#passed && reproduced(targets, this.#passed);
        const candidate = target && candidateOf(batch, done - 1);
        if (candidate && explains(candidate)) return prove(candidate, target);
        if (!this.#isDue) continue;
        if (this.#look()) await this.#pause();
        if (this.exhausted) return null;
      } while (done < sizeOf(batch));
    }
    return null;
  }

  /**
   * Tries a batch from one of its candidates on, until a result passes the sieve or it is time to look at the clock. It stands apart
   * from what is awaited, which the browser compiles slowly and, where loops are nested in it, again and again.
   *
   * @returns how many candidates of the batch are done.
   */
  #tryOn({ keys, digests }: Batch, from: number, sieve: Sieve): number {
    const { length } = keys;
    const computer = this.#computer;
    const bytesOfOne = computer.length + BYTES_PER_HMAC;
    this.#passed = null;
    let done = from;
    for (let which = Math.floor(from / length); which < digests.length; which++) {
      const digest = digests[which]?.value;
      if (!digest) break;
      const ring = digest.mode === "hmac" ? computer.ring(digest.hash, keys) : null;
      for (let at = done - which * length; at < length; at++) {
        const computed = ring ? computer.hmac(ring, at) : computer.compute(keys[at]?.value ?? "", digest);
        done++;
        this.tried++;
        this.#bytes += bytesOfOne;
        if (sieve.lets(computed)) this.#passed = computed;
        if (this.#passed || this.#isDue) return done;
      }
    }
    return done;
  }

  /** Whether it is time to look at the clock. */
  get #isDue(): boolean {
    return this.#bytes >= BYTES_PER_LOOK || this.tried >= this.#limit.tried;
  }

  /** The raw HMAC or digest of a candidate. */
  compute({ key, message, digest }: Candidate): Uint8Array<ArrayBuffer> {
    this.tried++;
    this.#computer.take(message.value);
    return bytesOfWords(this.#computer.compute(key.value, digest.value));
  }

  /** @returns true where it is time for a pause. */
  #look(): boolean {
    this.#bytes = 0;
    const now = performance.now();
    this.exhausted ||= this.tried >= this.#limit.tried || now > this.#until;
    return now >= this.#pauseAt;
  }

  async #pause(): Promise<void> {
    await this.#onPause();
    this.#pauseAt = performance.now() + MILLISECONDS_PER_PAUSE;
  }
}

function reproduced(targets: readonly Target[], words: Int32Array): Target | undefined {
  const computed = bytesOfWords(words);
  return targets.find((target) => agreement(target, computed) > 0);
}

/** @throws Error where the browser computes something else than the kernel did, so that nothing false is told. */
async function prove(candidate: Candidate, target: Target): Promise<Hit> {
  const { key, message, digest } = candidate;
  const computed = await computeAgain(key.value, message.value, digest.value);
  const bits = agreement(target, computed);
  if (bits === 0) throw new Error("WebCrypto does not confirm what the kernel found.");
  return { candidate, target, computed, bits };
}
