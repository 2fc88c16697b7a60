import type { Facts, Message, Mistake } from "../../mistakes/mistake";
import type { UrlText } from "../../signing/types";
import { Composer } from "./composer";
import {
  bytesName,
  COMMON_VARIANTS,
  commonest,
  countedBy,
  crosses,
  lightest,
  type Node,
  Pool,
} from "./nodes";
import { aloneSteps, cut, type IsWanted } from "./steps";

const MOST_FIRST = 100;

/** The strings that may have been signed, by how many mistakes lead to them; none of them twice. */
export class Strings {
  readonly #facts: Facts;
  readonly #mistakes: readonly Mistake[];
  readonly #composer: Composer;
  /** The names of the right string and of all that were yielded with one mistake or more. */
  readonly #tried = new Set<string>();
  /** Made when they are first asked for. */
  #madeSingles: Node<Message>[] | null = null;
  #firstAlone: readonly Node<Message>[] = [];
  readonly #likelyPairs: Node<Message>[] = [];

  /** @param most how many URLs at most are composed with others. */
  constructor(url: UrlText, mistakes: readonly Mistake[], facts: Facts, most: number) {
    this.#facts = facts;
    this.#mistakes = mistakes;
    this.#composer = new Composer(url, mistakes, facts, most);
  }

  /** The right string. */
  get base(): Node<Message> {
    return this.#composer.base;
  }

  /** One mistake each, the likeliest first. */
  singles(): Node<Message>[] {
    if (!this.#madeSingles) {
      const own = bytesName(this.base.value);
      const singles = new Pool<Message>(bytesName);
      for (const node of this.#composer.singleMessages())
        if (bytesName(node.value) !== own) singles.offer(node);
      this.#madeSingles = singles.sorted();
      for (const node of [this.base, ...this.#madeSingles]) this.#isFirst(node);
    }
    return this.#madeSingles;
  }

  /** One mistake each, of those that are tried alone: hundreds, or thousands. */
  *alone(generator: "alone" | "manyAlone"): Generator<Node<Message>> {
    const seen = new Set([this.base, ...this.singles()].map(({ value }) => bytesName(value)));
    const first: Node<Message>[] = [];
    const isCommon = countedBy(MOST_FIRST);
    for (const node of aloneSteps(this.#composer.url, this.#mistakes, this.#facts, generator)) {
      const { size } = seen;
      if (seen.add(bytesName(node.value)).size === size) continue;
      if (isCommon(node)) first.push(node);
      yield node;
    }
    if (generator === "alone") this.#firstAlone = first;
  }

  /** Of the hundreds, once they were yielded, the first so many of each mistake; at most `MOST_FIRST`. */
  firstAlone(most: number): Node<Message>[] {
    return commonest(this.#firstAlone, most);
  }

  /** Two mistakes of different groups each, made in the commonest ways. */
  *commonPairs(): Generator<Node<Message>> {
    const urls = commonest(this.#composer.urls);
    yield* this.#likely(
      this.#newPairs(
        this.#composer.laidOver(urls, commonest(this.#composer.scopes), false, this.#isNewPair),
        false,
      ),
    );
    yield* this.#likely(this.#newPairs(this.#composer.respelledWholes(urls, false, this.#isNewPair), false));
  }

  /** A part of the URL, or something added to the string, and then one more addition, as `echo` makes with its line feed. */
  *commonPairsWithin(): Generator<Node<Message>> {
    const additions = this.#mistakes.filter(({ group }) => group === "scope");
    yield* this.#likely(
      this.#newPairs(this.#composer.laidOver([], this.#composer.scopes, true, this.#isNewPair), true),
    );
    yield* this.#likely(this.#newPairs(this.#composer.mistakenTwice(additions, true, this.#isNewPair), true));
  }

  *#likely(pairs: Iterable<Node<Message>>): Generator<Node<Message>> {
    for (const pair of pairs) {
      this.#likelyPairs.push(pair);
      yield pair;
    }
  }

  /** The first of the common pairs that were yielded, lightest first. */
  likelyPairs(most: number): Node<Message>[] {
    return lightest(this.#likelyPairs, most);
  }

  /** Three mistakes, each made in its commonest ways: two in the URL of which a part was signed, and pairs changed once more. */
  *commonTriples(most: number): Generator<Node<Message>> {
    const scopes = commonest(this.#composer.scopes);
    for (const url of commonest(this.#composer.urls))
      for (const twice of commonest(this.#composer.respelled([url], false, undefined, COMMON_VARIANTS)))
        for (const scope of scopes) yield* this.#newTriple(cut(twice, scope, this.#isNewPair));
    for (const pair of this.likelyPairs(most))
      for (const node of this.#composer.changedOnceMore(pair, this.#isNewPair, COMMON_VARIANTS))
        yield* this.#newTriple(node);
  }

  *#newTriple(node: Node<Message> | null): Generator<Node<Message>> {
    if (node && this.#isFirst(node)) yield node;
  }

  /** Two mistakes of different groups each, but for those yielded already. */
  pairs(): Generator<Node<Message>> {
    return this.#newPairs(this.#composer.composed(false, this.#isNewPair), false);
  }

  *#newPairs(nodes: Iterable<Node<Message>>, within: boolean): Generator<Node<Message>> {
    this.singles();
    for (const node of nodes) if (crosses(node) !== within && this.#isFirst(node)) yield node;
  }

  readonly #isNewPair: IsWanted = (name) => !this.#tried.has(name);

  #isFirst(node: Node<Message>): boolean {
    const { size } = this.#tried;
    return this.#tried.add(bytesName(node.value)).size > size;
  }

  /** Two mistakes of one group each, but for those yielded already. */
  pairsWithin(): Generator<Node<Message>> {
    return this.#newPairs(this.#composer.composed(true, this.#isNewPair), true);
  }

  /** The lightest of all explanations with as many mistakes that give the same string. */
  lightest(node: Node<Message>): Node<Message> {
    if (node.steps.length < 2) return node;
    const across = crosses(node);
    const own = bytesName(node.value);
    let best = node;
    for (const other of this.#composer.composed(!across, (name) => name === own))
      if (crosses(other) === across && other.weight < best.weight) best = other;
    return best;
  }
}
