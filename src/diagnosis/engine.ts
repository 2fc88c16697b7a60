import type { AnyHash, Digest, Key } from "../mistakes/mistake";
import { digestBytes, hmacBytes, importHmacKey } from "../signing/hmac";
import type { Node } from "./space";
import { agreement, type Target } from "./targets";

/** One thing to compute. */
export interface Candidate {
  readonly key: Node<Key>;
  readonly message: Node<string>;
  readonly digest: Node<Digest>;
}

/** A candidate that reproduces the pasted signature. */
export interface Hit {
  readonly candidate: Candidate;
  readonly target: Target;
  readonly computed: Uint8Array;
  readonly bits: number;
}

/** Candidates that are computed at once; more gain nothing, fewer leave the browser's crypto thread idle. */
const BATCH = 512;
const utf8 = new TextEncoder();

/** UTF-8 of texts of which the same often follow each other. */
class LastBytes {
  #text = "";
  #bytes = new Uint8Array();

  of(text: string): Uint8Array<ArrayBuffer> {
    if (text === this.#text) return this.#bytes;
    this.#text = text;
    this.#bytes = utf8.encode(text);
    return this.#bytes;
  }
}

/** When a search gives up. */
export interface Limit {
  /** How many HMACs at most. */
  readonly tried: number;
  /** On the clock of `performance.now()`. */
  readonly until: number;
}

/** Computes candidates in batches and compares bytes, so that a signature's form costs nothing. */
export class Engine {
  tried = 0;
  /** True once the limit has ended a search. */
  exhausted = false;
  readonly #limit: Limit;
  readonly #targets: readonly Target[];
  readonly #onBatch: () => Promise<void>;
  readonly #keys = new Map<AnyHash, Map<Key, CryptoKey | Promise<CryptoKey>>>();
  readonly #bytes = new LastBytes();

  constructor(targets: readonly Target[], limit: Limit, onBatch: () => Promise<void>) {
    this.#targets = targets;
    this.#limit = limit;
    this.#onBatch = onBatch;
  }

  /** The first candidate that reproduces a reading of the signature. */
  async find(candidates: Iterable<Candidate>, targets = this.#targets): Promise<Hit | null> {
    let batch: Candidate[] = [];
    let bytes = 0;
    for (const candidate of candidates) {
      batch.push(candidate);
      bytes += candidate.message.value.length;
      if (batch.length < BATCH && bytes < 4_000_000) continue;
      const hit = await this.#try(batch, targets);
      if (hit) return hit;
      this.exhausted ||= this.tried >= this.#limit.tried || performance.now() > this.#limit.until;
      if (this.exhausted) return null;
      batch = [];
      bytes = 0;
    }
    return batch.length > 0 ? this.#try(batch, targets) : null;
  }

  /** The raw results of all candidates, each with its candidate. */
  async computeAll(candidates: readonly Candidate[]): Promise<[Candidate, Uint8Array][]> {
    const results: [Candidate, Uint8Array][] = [];
    for (let at = 0; at < candidates.length; at += BATCH) {
      const batch = candidates.slice(at, at + BATCH);
      results.push(
        ...(await Promise.all(
          batch.map(
            async (candidate): Promise<[Candidate, Uint8Array]> => [
              candidate,
              new Uint8Array(await this.compute(candidate)),
            ],
          ),
        )),
      );
      this.tried += batch.length;
    }
    return results;
  }

  async #try(batch: readonly Candidate[], targets: readonly Target[]): Promise<Hit | null> {
    const results = await Promise.all(batch.map((candidate) => this.compute(candidate)));
    this.tried += batch.length;
    for (let at = 0; at < results.length; at++) {
      const result = results[at];
      const candidate = batch[at];
      if (!result || !candidate) continue;
      const computed = new Uint8Array(result);
      for (const target of targets) {
        const bits = agreement(target, computed);
        if (bits > 0) return { candidate, target, computed, bits };
      }
    }
    await this.#onBatch();
    return null;
  }

  /** The raw HMAC or digest of a candidate. */
  compute({ key, message, digest }: Candidate): Promise<ArrayBuffer> {
    const { hash, mode, joint } = digest.value;
    if (mode === "hmac") return this.#hmac(hash, key.value, this.#bytes.of(message.value));
    if (mode === "swapped") return this.#hmac(hash, this.#bytes.of(message.value), bytesOf(key.value));
    if (mode === "message") return plainDigest(hash, this.#bytes.of(message.value));
    return plainDigest(hash, keyAndMessage(mode, joint, key.value, message.value));
  }

  #hmac(hash: AnyHash, key: Key, message: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer> {
    if (hash === "MD5") return import("./md5").then(({ hmacMd5 }) => hmacMd5(bytesOf(key), message));
    const imported = this.#imported(hash, key);
    if (imported instanceof Promise) return imported.then((ready) => hmacBytes(ready, message));
    return hmacBytes(imported, message);
  }

  #imported(hash: Exclude<AnyHash, "MD5">, key: Key): CryptoKey | Promise<CryptoKey> {
    let keys = this.#keys.get(hash);
    if (!keys || keys.size > MOST_KEYS) {
      keys = new Map();
      this.#keys.set(hash, keys);
    }
    const known = keys.get(key);
    if (known) return known;
    const cache = keys;
    const imported = importHmacKey(nonEmpty(key), hash).then((ready) => {
      cache.set(key, ready);
      return ready;
    });
    cache.set(key, imported);
    return imported;
  }
}

const MOST_KEYS = 4000;

/** WebCrypto refuses an empty key; HMAC pads keys with zero bytes, so one zero byte is the same key. */
function nonEmpty(key: Key): Key {
  return key.length === 0 ? new Uint8Array(1) : key;
}

function bytesOf(key: Key): Uint8Array<ArrayBuffer> {
  return typeof key === "string" ? utf8.encode(key) : key;
}

function plainDigest(hash: AnyHash, message: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer> {
  return hash === "MD5" ? import("./md5").then(({ md5 }) => md5(message)) : digestBytes(hash, message);
}

/** Key and message in one: as text, which is the fastest, unless the key is no text. */
function keyAndMessage(
  mode: Digest["mode"],
  joint: string,
  key: Key,
  message: string,
): Uint8Array<ArrayBuffer> {
  if (typeof key !== "string") {
    const [between, text] = [utf8.encode(joint), utf8.encode(message)];
    if (mode === "key+message") return concat(key, between, text);
    if (mode === "message+key") return concat(text, between, key);
    return concat(key, between, text, between, key);
  }
  if (mode === "key+message") return utf8.encode(key + joint + message);
  if (mode === "message+key") return utf8.encode(message + joint + key);
  return utf8.encode(key + joint + message + joint + key);
}

function concat(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
