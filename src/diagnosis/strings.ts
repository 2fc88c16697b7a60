import type { Facts, Message, Mistake, Scope } from "../mistakes/mistake";
import type { UrlText } from "../signing/types";
import {
  aloneSteps,
  bytesName,
  COMMON_VARIANTS,
  commonest,
  countedBy,
  crosses,
  cut,
  type IsWanted,
  messageSteps,
  type Node,
  Pool,
  root,
  scopeSteps,
  urlName,
  urlSteps,
} from "./space";

const MOST_FIRST = 100;

/** The strings that may have been signed, by how many mistakes lead to them. */
export class Strings {
  readonly base: Node<Message>;
  readonly #facts: Facts;
  readonly #mistakes: readonly Mistake[];
  readonly #url: Node<UrlText>;
  readonly #most: number;
  /** The names of the right string and of all that were yielded with one mistake or more. */
  readonly #tried = new Set<string>();
  /** Made when they are first asked for: a wrong secret is found without them, and of a long URL they take seconds. */
  #madeUrls: Node<UrlText>[] | null = null;
  #madeScopes: Node<Scope>[] | null = null;
  #madeSingles: Node<Message>[] | null = null;
  #firstAlone: readonly Node<Message>[] = [];
  readonly #finishing: readonly Mistake[];
  readonly #likelyPairs: Node<Message>[] = [];

  /** @param most how many URLs or scopes at most are composed with others. */
  constructor(url: UrlText, mistakes: readonly Mistake[], facts: Facts, most: number) {
    this.#facts = facts;
    this.#mistakes = mistakes;
    this.#most = most;
    this.#finishing = mistakes.filter(({ messages }) => messages);
    this.#url = root(url);
    this.base = this.#whole(this.#url);
  }

  get #urls(): Node<UrlText>[] {
    this.#madeUrls ??= this.#singleUrls();
    return this.#madeUrls;
  }

  get #scopes(): Node<Scope>[] {
    this.#madeScopes ??= this.#singleScopes();
    return this.#madeScopes;
  }

  /** One mistake each, the likeliest first. */
  singles(): Node<Message>[] {
    if (!this.#madeSingles) {
      const own = bytesName(this.base.value);
      const singles = new Pool<Message>(bytesName);
      for (const node of this.#singleMessages()) if (bytesName(node.value) !== own) singles.offer(node);
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
    for (const node of aloneSteps(this.#url, this.#mistakes, this.#facts, generator)) {
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
    const urls = commonest(this.#urls);
    yield* this.#likely(
      this.#newPairs(this.#laidOver(urls, commonest(this.#scopes), false, this.#isNewPair), false),
    );
    yield* this.#likely(this.#newPairs(this.#respelledWholes(urls, false, this.#isNewPair), false));
  }

  /** A part of the URL, or something added to the string, and then one more addition, as `echo` makes with its line feed. */
  *commonPairsWithin(): Generator<Node<Message>> {
    const additions = this.#mistakes.filter(({ group }) => group === "scope");
    yield* this.#likely(this.#newPairs(this.#laidOver([], this.#scopes, true, this.#isNewPair), true));
    yield* this.#likely(this.#newPairs(this.#mistakenTwice(additions, true, this.#isNewPair), true));
  }

  *#likely(pairs: Iterable<Node<Message>>): Generator<Node<Message>> {
    for (const pair of pairs) {
      this.#likelyPairs.push(pair);
      yield pair;
    }
  }

  /** The first of the common pairs that were yielded, lightest first. */
  likelyPairs(most: number): Node<Message>[] {
    return this.#likelyPairs.toSorted((a, b) => a.weight - b.weight).slice(0, most);
  }

  /** Three mistakes, each made in its commonest ways: two in the URL of which a part was signed, and pairs changed once more. */
  *commonTriples(most: number): Generator<Node<Message>> {
    const scopes = commonest(this.#scopes);
    for (const url of commonest(this.#urls))
      for (const twice of commonest(this.#respelled([url], false, undefined, COMMON_VARIANTS)))
        for (const scope of scopes) yield* this.#newTriple(cut(twice, scope, this.#isNewPair));
    for (const pair of this.likelyPairs(most)) {
      const others = this.#finishing.filter(
        (mistake) => !pair.steps.some((step) => step.mistake === mistake),
      );
      for (const node of messageSteps(pair, others, this.#facts, this.#isNewPair, COMMON_VARIANTS))
        yield* this.#newTriple(node);
    }
  }

  *#newTriple(node: Node<Message> | null): Generator<Node<Message>> {
    if (node && this.#isFirst(node)) yield node;
  }

  /** Two mistakes of different groups each, but for those yielded already. */
  pairs(): Generator<Node<Message>> {
    return this.#newPairs(this.#composed(false, this.#isNewPair), false);
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
    return this.#newPairs(this.#composed(true, this.#isNewPair), true);
  }

  /** The lightest of all explanations with as many mistakes that give the same string. */
  lightest(node: Node<Message>): Node<Message> {
    if (node.steps.length < 2) return node;
    const across = crosses(node);
    const own = bytesName(node.value);
    let best = node;
    for (const other of this.#composed(!across, (name) => name === own))
      if (crosses(other) === across && other.weight < best.weight) best = other;
    return best;
  }

  #whole(url: Node<UrlText>): Node<Message> {
    return { ...url, value: this.#facts.rule(url.value) };
  }

  #singleUrls(): Node<UrlText>[] {
    const pool = new Pool<UrlText>(urlName);
    for (const node of urlSteps(this.#url, this.#mistakes, this.#facts))
      if (urlName(node.value) !== urlName(this.#url.value)) pool.offer(node);
    return pool.sorted();
  }

  #singleScopes(): Node<Scope>[] {
    const seen = new Map<string, Node<Scope>>();
    for (const node of scopeSteps(this.#mistakes, this.#facts)) {
      const message = node.value(this.#url.value);
      if (message === null) continue;
      const present = seen.get(message);
      if (!present || node.weight < present.weight) seen.set(message, node);
    }
    return [...seen.values()].sort((a, b) => a.weight - b.weight);
  }

  *#singleMessages(): Generator<Node<Message>> {
    for (const url of this.#urls) yield this.#whole(url);
    for (const scope of this.#scopes) {
      const node = cut(this.#url, scope);
      if (node) yield node;
    }
    yield* messageSteps(this.base, this.#mistakes, this.#facts);
  }

  *#composed(within: boolean, isWanted: IsWanted): Generator<Node<Message>> {
    const urls = this.#urls.slice(0, this.#most);
    yield* this.#laidOver(urls, this.#scopes, within, isWanted);
    yield* this.#mistakenTwice(this.#mistakes, within, isWanted);
    yield* this.#respelledWholes(urls, within, isWanted);
  }

  /** The finished string changed by one of `mistakes`, and then once more. */
  *#mistakenTwice(
    mistakes: readonly Mistake[],
    within: boolean,
    isWanted: IsWanted,
  ): Generator<Node<Message>> {
    for (const node of messageSteps(this.base, mistakes, this.#facts))
      yield* this.#finished(node, within, isWanted);
  }

  *#respelledWholes(
    urls: readonly Node<UrlText>[],
    within: boolean,
    isWanted: IsWanted,
  ): Generator<Node<Message>> {
    const isWantedWhole = (url: UrlText) => isWanted(this.#facts.rule(url));
    for (const url of this.#respelled(urls, within, isWantedWhole)) yield this.#whole(url);
  }

  /** Scopes laid over URLs, and either with its string changed once more. */
  *#laidOver(
    urls: readonly Node<UrlText>[],
    scopes: readonly Node<Scope>[],
    within: boolean,
    isWanted: IsWanted,
  ): Generator<Node<Message>> {
    for (const scope of scopes) {
      const node = cut(this.#url, scope);
      if (node) yield* this.#finished(node, within, isWanted);
      if (!within) yield* this.#cuts(urls, scope, isWanted);
    }
    for (const url of urls) yield* this.#finished(this.#whole(url), within, isWanted);
  }

  *#cuts(urls: readonly Node<UrlText>[], scope: Node<Scope>, isWanted: IsWanted): Generator<Node<Message>> {
    for (const url of urls) {
      const node = cut(url, scope, isWanted);
      if (node) yield node;
    }
  }

  /** The string changed once more, by mistakes of its own group or of the others. */
  #finished(node: Node<Message>, within: boolean, isWanted: IsWanted): Iterable<Node<Message>> {
    const group = node.steps[0]?.mistake.group;
    const mistakes = this.#finishing.filter((mistake) => (mistake.group === group) === within);
    return messageSteps(node, mistakes, this.#facts, isWanted);
  }

  /** URLs with two changes: respelled and then changed, or a change undone and then respelled. */
  *#respelled(
    urls: readonly Node<UrlText>[],
    within: boolean,
    isWanted?: (url: UrlText) => boolean,
    most?: number,
  ): Generator<Node<UrlText>> {
    const of = (group: string) => this.#mistakes.filter((mistake) => mistake.group === group && mistake.urls);
    const encoders = of("encoding");
    const changes = of("change");
    const later = within ? encoders : changes.filter(({ undoes }) => !undoes);
    const isChange = (node: Node<UrlText>) => node.steps[0]?.mistake.group === "change";
    const changed = urls.filter(isChange).slice(0, 80);
    const encoded = urls.filter((node) => !isChange(node)).slice(0, 160);
    for (const url of changed) yield* urlSteps(url, within ? changes : encoders, this.#facts, isWanted, most);
    for (const url of encoded) yield* urlSteps(url, later, this.#facts, isWanted, most);
  }
}
