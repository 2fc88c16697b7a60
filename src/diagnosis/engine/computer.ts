import type { AnyHash, Digest, Key, Message } from "../../mistakes/mistake";
import type { Node } from "../candidates/nodes";
import type { Keys } from "../kernel/kernel";
import { KERNELS } from "../kernel/kernels";
import { Words } from "../kernel/words";
import { keyAndMessage } from "./key-and-message";

/** Keys made ready for one hash. */
interface Ring {
  readonly keys: readonly Node<Key>[];
  readonly ready: Keys;
  readonly room: number;
}

/** Computes what was signed with what: keys and strings are made ready once for all that is computed of them. */
export class Computer {
  readonly #singles = new Map<AnyHash, Keys>();
  readonly #rings = new Map<AnyHash, Ring>();
  readonly #words = new Words();
  readonly #key = new Words();
  #message: Message = "";

  /** Takes the message of which all is computed until the next is taken. */
  take(message: Message): void {
    this.#message = message;
    this.#words.set(message);
  }

  /** Of the message, in bytes. */
  get length(): number {
    return this.#words.length;
  }

  /** An HMAC with one of the keys that were made ready, in memory that the next call writes over. */
  hmac(ready: Keys, at: number): Int32Array {
    return ready.hmac(at, this.#words);
  }

  /** Any computation, in memory that the next call writes over. */
  compute(key: Key, digest: Digest): Int32Array {
    const { hash, mode } = digest;
    if (mode === "message") return KERNELS[hash].digest(this.#words);
    if (mode === "hmac" || mode === "swapped") {
      this.#key.set(key);
      const [first, second] = mode === "hmac" ? [this.#key, this.#words] : [this.#words, this.#key];
      const ready = this.#single(hash);
      ready.set(0, first);
      return ready.hmac(0, second);
    }
    this.#key.set(keyAndMessage(digest, key, this.#message));
    return KERNELS[hash].digest(this.#key);
  }

  /** Room for one key. */
  #single(hash: AnyHash): Keys {
    const present = this.#singles.get(hash) ?? KERNELS[hash].keys(1);
    this.#singles.set(hash, present);
    return present;
  }

  /** The keys of a batch made ready; those of the last one mostly are the next one's, too. */
  ring(hash: AnyHash, keys: readonly Node<Key>[]): Keys {
    const present = this.#rings.get(hash);
    if (present?.keys === keys) return present.ready;
    const room = Math.max(keys.length, present?.room ?? 0);
    const ready = present?.room === room ? present.ready : KERNELS[hash].keys(room);
    let at = 0;
    for (const { value } of keys) {
      this.#key.set(value);
      ready.set(at++, this.#key);
    }
    this.#rings.set(hash, { keys, ready, room });
    return ready;
  }
}
