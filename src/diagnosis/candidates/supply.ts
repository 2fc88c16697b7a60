import type { Digest, Facts, Key, Message, Mistake } from "../../mistakes/mistake";
import { USUAL } from "../../mistakes/weights";
import { toHex } from "../../signing/hmac";
import type { SigningRequest } from "../../signing/types";
import type { Case } from "../case";
import type { Batch, Candidate } from "../engine/batch";
import type { Engine } from "../engine/engine";
import { computationsFor, isSameDigest } from "./computations";
import { KeySupply } from "./key-supply";
import { bytesName, commonest, lightest, type Node, root, type Step } from "./nodes";
import { startingUrl } from "./starting-url";
import { resignedSteps } from "./steps";
import { Strings } from "./strings";

/** So many strings are tried with every likely key before the others are. */
const LIKELY_STRINGS = 600;

/** Of three mistakes at once so many strings with one mistake and strings with two are tried. */
const TRIPLED_STRINGS = 60;
const TRIPLED_PAIRS = 6000;

/** The keys, strings and computations of one case, sorted by how likely they are: what the levels of the search compose. */
export class Supply {
  readonly keys: KeySupply;
  /** The right string. */
  readonly base: Node<Message>;
  readonly strings: Strings;
  /** Computations: right, with one mistake, and with two or cut short. */
  readonly right: readonly Node<Digest>[];
  readonly rightOrCut: readonly Node<Digest>[];
  readonly wrong: readonly Node<Digest>[];
  readonly rare: readonly Node<Digest>[];
  readonly #request: SigningRequest;
  readonly facts: Facts;
  readonly #mistakes: readonly Mistake[];
  readonly #engine: Engine;
  readonly #share: (most: number) => number;
  /** Mistakes of form that the pasted signature shows. */
  readonly #forms: ReadonlySet<string>;

  /** @param share how many of at most so many the length of the URL allows. */
  constructor(found: Case, mistakes: readonly Mistake[], engine: Engine, share: (most: number) => number) {
    const { input, facts, request } = found;
    this.#request = request;
    this.facts = facts;
    this.#mistakes = mistakes;
    this.#engine = engine;
    this.#forms = new Set(found.targets.flatMap(({ forms }) => forms.map(({ id }) => id)));
    this.#share = share;
    ({
      right: this.right,
      rightOrCut: this.rightOrCut,
      wrong: this.wrong,
      rare: this.rare,
    } = computationsFor(found, mistakes));
    this.strings = new Strings(startingUrl(request, mistakes), mistakes, facts, share(1500));
    this.base = this.strings.base;
    this.keys = new KeySupply(input.secret, mistakes, facts, share);
  }

  /** Strings with one mistake: all, and by likelihood. */
  get singles(): readonly Node<Message>[] {
    return this.strings.singles();
  }
  get common(): readonly Node<Message>[] {
    return commonest(this.singles);
  }
  get likely(): readonly Node<Message>[] {
    return this.singles.slice(0, this.#share(LIKELY_STRINGS));
  }
  get unlikely(): readonly Node<Message>[] {
    return this.singles.slice(this.#share(LIKELY_STRINGS));
  }

  /** Without what the level of the commonest pairs has tried. */
  *beyond(batches: Iterable<Batch>): Generator<Batch> {
    const keys = new Set([this.keys.entered, ...this.keys.common]);
    const strings = new Set([this.base, ...this.common]);
    let all: Batch["keys"] = [];
    let others: Batch["keys"] = [];
    for (const batch of batches) {
      if (batch.keys !== all) {
        all = batch.keys;
        others = all.filter((key) => !keys.has(key));
      }
      yield strings.has(batch.message) ? { ...batch, keys: others } : batch;
    }
  }

  /** Strings that are tried with two more mistakes. */
  get tripled(): Node<Message>[] {
    return lightest(this.common, this.#share(TRIPLED_STRINGS));
  }

  /** Strings with two mistakes that are tried with a third one, and such with three. */
  get pairsForThree(): Node<Message>[] {
    return this.strings.likelyPairs(this.#share(TRIPLED_PAIRS));
  }
  get triples(): Generator<Node<Message>> {
    return this.strings.commonTriples(this.#share(TRIPLED_PAIRS / 4));
  }
  /** Rare computations without and with a separator between secret and string. */
  get lessRare(): Node<Digest>[] {
    return this.rare.filter(({ value }) => value.joint === "");
  }
  get rarest(): Node<Digest>[] {
    return this.rare.filter(({ value }) => value.joint !== "");
  }
  get commonWrong(): Node<Digest>[] {
    return commonest(this.wrong);
  }

  /** Whole recipes, each as one mistake: those that name the form in which the signature was pasted, or the others. */
  *recipes(inTheirForm: boolean): Generator<Batch> {
    for (const mistake of this.#mistakes)
      for (const { key, message, digest, detail, keyDetail, forms, holdsSecret } of mistake.recipes?.(
        this.facts,
      ) ?? [])
        if ((forms?.some((form) => this.#forms.has(form)) ?? false) === inTheirForm)
          yield {
            keys: [{ value: key, steps: keyDetail ? [{ mistake, detail: keyDetail }] : [], weight: 0 }],
            message: { value: message, steps: [{ mistake, detail, forms, holdsSecret }], weight: USUAL },
            digests: [root(digest)],
          };
  }

  /** The mistakes of string and computation by which code for this vendor comes to what a whole recipe gives, too. */
  plainly({ key, message, digest }: Candidate): readonly Step[] | undefined {
    if (key.steps.length > 0 || !message.steps.some(({ mistake }) => mistake.recipes)) return undefined;
    const name = bytesName(message.value);
    const string = [this.base, ...this.singles].find(({ value }) => bytesName(value) === name);
    const computed = [...this.right, ...this.wrong].find(({ value }) => isSameDigest(value, digest.value));
    return string && computed && [...string.steps, ...computed.steps];
  }

  /** Strings that hold their own right signature: each must be computed before its candidates are known. */
  *resigned(keys: readonly Node<Key>[], messages: readonly Node<Message>[]): Generator<Batch> {
    const own = keys.length === 1 ? this.#ownSignatures() : new Map<Digest, string>();
    const mistakes = this.#mistakes.filter(({ resigned }) => resigned);
    for (const right of this.facts.rights) {
      const digest = root(right);
      for (const first of messages.slice(0, this.#share(1500)))
        for (const key of keys) {
          const signature = toHex(this.#engine.compute({ key, message: first, digest }));
          for (const old of new Set([signature, own.get(right) ?? signature]))
            for (const message of resignedSteps(first, old, mistakes, this.facts))
              yield { keys: [key], message, digests: [digest] };
        }
    }
  }

  /** The right signature by each computation that the vendor accepts. */
  #ownSignatures(): Map<Digest, string> {
    const message = root<Message>(this.#request.signingString);
    return new Map(
      this.facts.rights.map((right) => {
        const digest = root(right);
        return [right, toHex(this.#engine.compute({ key: this.keys.entered, message, digest }))];
      }),
    );
  }
}
