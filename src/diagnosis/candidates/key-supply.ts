import type { Facts, Key, Mistake } from "../../mistakes/mistake";
import { SINGLE_ONLY } from "../../mistakes/weights";
import { bytesName, commonest, lightest, type Node, Pool, root } from "./nodes";
import { keySteps } from "./steps";

/** Keys up to this weight are tried with every likely string before heavier ones are. */
const LIKELY_KEY = 1.15;
/** Of a second mistake of the secret so many ways are tried: there are hundreds of wrappings. */
const DOUBLED_WAYS = 80;
/** Of keys that have nothing of the secret so many are mistaken once more in all of these ways. */
const MOST_OTHERS = 12;
/** Of three mistakes at once so many keys are tried. */
const TRIPLED = 40;

/** The keys that may have been used in the place of one secret, by how many mistakes lead to them. */
export class KeySupply {
  /** The secret as entered. */
  readonly entered: Node<Key>;
  /** Keys with one mistake, the lightest first: all, and those that may be half of a pair, whole and by likelihood. */
  readonly singles: readonly Node<Key>[];
  readonly pairable: readonly Node<Key>[];
  readonly likely: readonly Node<Key>[];
  readonly rare: readonly Node<Key>[];
  readonly common: readonly Node<Key>[];
  /** The first of the other secrets that the user has entered. */
  readonly theirs: readonly Node<Key>[];
  /** Further keys that have nothing of the secret, the first of them with the empty one, and keys made of the whole secret. */
  readonly others: readonly Node<Key>[];
  readonly odd: readonly Node<Key>[];
  readonly own: readonly Node<Key>[];
  /** Those that are tried with two more mistakes. */
  readonly tripled: readonly Node<Key>[];
  readonly #mistakes: readonly Mistake[];
  readonly #facts: Facts;
  /** The names of the entered secret, of all keys with one mistake, and of those with two that were yielded. */
  readonly #known: Set<string>;

  /** @param share how many of at most so many the length of the URL allows. */
  constructor(secret: string, mistakes: readonly Mistake[], facts: Facts, share: (most: number) => number) {
    this.#mistakes = mistakes.filter(({ keys }) => keys);
    this.#facts = facts;
    this.entered = root<Key>(secret);
    this.singles = this.#withOneMistake(secret);
    this.#known = new Set([this.entered, ...this.singles].map(({ value }) => bytesName(value)));
    this.pairable = this.singles.filter(({ weight }) => weight < SINGLE_ONLY);
    this.likely = this.pairable.filter(({ weight }) => weight <= LIKELY_KEY);
    this.rare = this.pairable.filter(({ weight }) => weight > LIKELY_KEY);
    this.common = commonest(this.pairable);
    const isTheirs = ({ value }: Node<Key>) =>
      typeof value === "string" && facts.otherSecrets.includes(value);
    this.theirs = this.pairable.filter(isTheirs).slice(0, MOST_OTHERS);
    const others = this.singles.filter((key) => isOther(key) && !this.theirs.includes(key));
    this.others = others.filter(({ weight }) => weight < SINGLE_ONLY);
    this.odd = [...others.slice(0, MOST_OTHERS), ...others.filter(({ value }) => value === "")];
    this.own = this.pairable
      .filter((key) => !isOther(key) && !key.steps.some(({ mistake }) => mistake.takesParts))
      .slice(0, share(80));
    this.tripled = lightest(this.common, share(TRIPLED));
  }

  #withOneMistake(secret: string): Node<Key>[] {
    const keys = new Pool<Key>(bytesName);
    for (const node of keySteps(this.entered, this.#mistakes, this.#facts))
      if (bytesName(node.value) !== secret) keys.offer(node);
    return keys.sorted();
  }

  /** Keys mistaken twice, but for parts and for those yielded already: they are many, and each new key costs three HMACs. */
  *doubled(first: readonly Node<Key>[], most = DOUBLED_WAYS): Generator<Node<Key>> {
    // The user’s other secrets are tried in another part of the search than the rest, and neither knows what the other has tried.
    const known = first === this.theirs ? new Set(this.#known) : this.#known;
    const second = this.#mistakes.filter((mistake) => !mistake.overrides && !mistake.takesParts);
    for (const key of first)
      for (const node of keySteps(key, second, this.#facts, most)) {
        if (node.weight - key.weight >= SINGLE_ONLY) continue;
        const { size } = known;
        if (known.add(bytesName(node.value)).size > size) yield node;
      }
  }
}

const isOther = ({ steps }: Node<Key>) => steps.some(({ mistake }) => mistake.overrides);
