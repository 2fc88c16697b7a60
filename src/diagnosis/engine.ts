import type { AnyHash, Digest, Key, Message } from "../mistakes/mistake";
import type { Target } from "./forms/reading";
import type { Compute } from "./kernel/kernel";
import { KERNELS } from "./kernel/kernels";
import { Words } from "./kernel/words";
import { keyAndMessage } from "./key-and-message";
import { computeAgain } from "./proof";
import type { Node } from "./space";
import { agreement } from "./targets";

/** One thing to compute. */
export interface Candidate {
  readonly key: Node<Key>;
  readonly message: Node<Message>;
  readonly digest: Node<Digest>;
}

/** One string with all these keys and computations: its bytes are made once for all of them. */
export interface Batch {
  readonly keys: readonly Node<Key>[];
  readonly message: Node<Message>;
  readonly digests: readonly Node<Digest>[];
}

/** A candidate that reproduces the pasted signature. */
export interface Hit {
  readonly candidate: Candidate;
  readonly target: Target;
  readonly computed: Uint8Array;
  readonly bits: number;
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
/** A key costs two steps of its hash, which are worth keeping for this many keys. */
const MOST_KEYS = 4000;

/** Computes candidates one after the other and compares bytes, so that a signature's form costs nothing. */
export class Engine {
  tried = 0;
  /** True once the limit has ended a search. */
  exhausted = false;
  readonly #limit: Limit;
  readonly #targets: readonly Target[];
  readonly #onPause: () => void | Promise<void>;
  readonly #keys = new Map<AnyHash, Map<Key, Compute>>();
  readonly #message = new Words();
  readonly #key = new Words();
  #present: Node<Message> | null = null;
  #bytes = 0;
  #until = 0;
  #pauseAt = 0;

  /** @param onPause called every few milliseconds and awaited; a search stops when it throws. */
  constructor(targets: readonly Target[], limit: Limit, onPause: () => void | Promise<void>) {
    this.#targets = targets;
    this.#limit = limit;
    this.#onPause = onPause;
  }

  /** The first candidate that reproduces a reading of the signature, computed again by the browser's own WebCrypto. */
  async find(batches: Iterable<Batch>, targets = this.#targets): Promise<Hit | null> {
    this.#until ||= performance.now() + this.#limit.milliseconds;
    for (const { keys, message, digests } of batches)
      for (const digest of digests)
        for (const key of keys) {
          const computed = this.#compute(key.value, message, digest.value);
          this.tried++;
          for (const target of targets)
            if (agreement(target, computed) > 0) return prove({ key, message, digest }, target);
          this.#bytes += this.#message.length + BYTES_PER_HMAC;
          if (this.#bytes < BYTES_PER_LOOK && this.tried < this.#limit.tried) continue;
          await this.#look();
          if (this.exhausted) return null;
        }
    return null;
  }

  /** The raw HMAC or digest of a candidate. */
  compute({ key, message, digest }: Candidate): Uint8Array<ArrayBuffer> {
    this.tried++;
    return this.#compute(key.value, message, digest.value).slice();
  }

  async #look(): Promise<void> {
    this.#bytes = 0;
    const now = performance.now();
    this.exhausted ||= this.tried >= this.#limit.tried || now > this.#until;
    if (now < this.#pauseAt) return;
    await this.#onPause();
    this.#pauseAt = performance.now() + MILLISECONDS_PER_PAUSE;
  }

  /** In memory that the next call writes over. */
  #compute(key: Key, message: Node<Message>, digest: Digest): Uint8Array<ArrayBuffer> {
    if (message !== this.#present) {
      this.#present = message;
      this.#message.set(message.value);
    }
    const { hash, mode } = digest;
    if (mode === "hmac") return this.#keyed(hash, key)(this.#message);
    if (mode === "message") return KERNELS[hash].digest(this.#message);
    if (mode === "swapped") {
      this.#key.set(key);
      return KERNELS[hash].keyed(this.#message)(this.#key);
    }
    this.#key.set(keyAndMessage(digest, key, message.value));
    return KERNELS[hash].digest(this.#key);
  }

  #keyed(hash: AnyHash, key: Key): Compute {
    let keys = this.#keys.get(hash);
    if (!keys || keys.size > MOST_KEYS) {
      keys = new Map();
      this.#keys.set(hash, keys);
    }
    const known = keys.get(key);
    if (known) return known;
    this.#key.set(key);
    const keyed = KERNELS[hash].keyed(this.#key);
    keys.set(key, keyed);
    return keyed;
  }
}

/** @throws Error where the browser computes something else than the kernel did, so that nothing false is told. */
async function prove(candidate: Candidate, target: Target): Promise<Hit> {
  const { key, message, digest } = candidate;
  const computed = await computeAgain(key.value, message.value, digest.value);
  const bits = agreement(target, computed);
  if (bits === 0) throw new Error("WebCrypto does not confirm what the kernel found.");
  return { candidate, target, computed, bits };
}
