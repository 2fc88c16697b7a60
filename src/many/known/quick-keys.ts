import { caseOf } from "../../diagnosis/case";
import type { Keys } from "../../diagnosis/kernel/kernel";
import { KERNELS } from "../../diagnosis/kernel/kernels";
import { Words } from "../../diagnosis/kernel/words";
import { publicKeys } from "../../diagnosis/known/public-keys";
import { mistakesOf } from "../../diagnosis/registry";
import { computation } from "../../signing/computations";
import { joinUrl, withoutBreaks } from "../../signing/url-text";
import type { ManyInput } from "../judge";
import type { Sample } from "./survey";

/** Keys that are tried on every URL, the likeliest ones. */
const MOST_KEYS = 40;
/** Milliseconds; the clock is looked at once in so many URLs. */
const MOST_MILLISECONDS = 2_000;
const URLS_PER_LOOK = 200;
/** URLs of one key that are told: one is enough, but chance gives 32 bits now and then. */
const MOST_OF_KEY = 3;

interface Ring {
  readonly keys: Keys;
  /** How many URLs were told of each. */
  readonly told: number[];
}

/** Tries the likeliest public keys on every URL of a file by one HMAC each: a cause that is rare is found like this, too. */
export class QuickKeys {
  /** How many URLs were tried. */
  tried = 0;
  readonly #input: ManyInput;
  readonly #message = new Words();
  readonly #rings = new Map<string, Ring | null>();
  #spent = 0;
  #since = 0;

  constructor(input: ManyInput) {
    this.#input = input;
  }

  /** Whether one of the keys may well have signed it, which a search has to prove; `false` for what was told often enough. */
  fits({ scheme, request }: Sample): boolean {
    if (this.#spent > MOST_MILLISECONDS) return false;
    if (this.tried++ % URLS_PER_LOOK === 0) this.#since = performance.now();
    const digits = withoutBreaks(request.found?.text ?? "");
    const name = request.hash ?? scheme.hashes[0];
    const isHit = digits.length === computation(name).digits && this.#isAny(digits, { scheme, request });
    if (this.tried % URLS_PER_LOOK === 0) this.#spent += performance.now() - this.#since;
    return isHit;
  }

  #isAny(digits: string, sample: Sample): boolean {
    const ring = this.#ringOf(sample);
    if (!ring) return false;
    const first = Number.parseInt(digits.slice(0, 8), 16) | 0;
    this.#message.set(sample.request.signingString);
    for (const [at, told] of ring.told.entries()) {
      if (ring.keys.hmac(at, this.#message)[0] !== first || told >= MOST_OF_KEY) continue;
      ring.told[at] = told + 1;
      return true;
    }
    return false;
  }

  /** Made of the first URL of its vendor; `null` where its computation takes no key apart. */
  #ringOf({ scheme, request }: Sample): Ring | null {
    const { hash, mode } = computation(request.hash ?? scheme.hashes[0]);
    const name = `${scheme.id} ${hash}`;
    const present = this.#rings.get(name);
    if (present !== undefined) return present;
    const found = caseOf({ ...this.#input, pasted: joinUrl(request.typed) }, scheme, request);
    const nodes = found ? publicKeys(mistakesOf(scheme), found.facts).slice(0, MOST_KEYS) : [];
    const keys = KERNELS[hash].keys(nodes.length);
    const words = new Words();
    for (const [at, { value }] of nodes.entries()) {
      words.set(value);
      keys.set(at, words);
    }
    const ring = mode === "hmac" ? { keys, told: nodes.map(() => 0) } : null;
    this.#rings.set(name, ring);
    return ring;
  }
}
