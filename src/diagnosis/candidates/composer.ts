import type { Facts, Message, Mistake, Scope } from "../../mistakes/mistake";
import type { UrlText } from "../../signing/types";
import { type Node, Pool, root, urlName } from "./nodes";
import { cut, type IsWanted, messageSteps, scopeSteps, urlSteps } from "./steps";
import { undoneIn } from "./undone";

/** What one or two mistakes make of a URL and its string, whether it was tried already or not. */
export class Composer {
  /** The URL and its right string. */
  readonly url: Node<UrlText>;
  readonly base: Node<Message>;
  readonly #facts: Facts;
  readonly #mistakes: readonly Mistake[];
  readonly #finishing: readonly Mistake[];
  readonly #most: number;
  /** Made when they are first asked for: a wrong secret is found without them, and of a long URL they take seconds. */
  #madeUrls: Node<UrlText>[] | null = null;
  #madeScopes: Node<Scope>[] | null = null;

  /** @param most how many URLs at most are composed with others. */
  constructor(url: UrlText, mistakes: readonly Mistake[], facts: Facts, most: number) {
    this.#facts = facts;
    this.#mistakes = mistakes;
    this.#most = most;
    this.#finishing = mistakes.filter(({ messages }) => messages);
    this.url = root(url);
    this.base = this.#whole(this.url);
  }

  /** URLs with one mistake, the lightest first. */
  get urls(): Node<UrlText>[] {
    this.#madeUrls ??= this.#singleUrls();
    return this.#madeUrls;
  }

  /** Cuts that give different strings of the URL, the lightest first. */
  get scopes(): Node<Scope>[] {
    this.#madeScopes ??= this.#singleScopes();
    return this.#madeScopes;
  }

  #whole(url: Node<UrlText>): Node<Message> {
    return { ...url, value: this.#facts.rule(url.value) };
  }

  #singleUrls(): Node<UrlText>[] {
    const pool = new Pool<UrlText>(urlName);
    for (const node of urlSteps(this.url, this.#mistakes, this.#facts))
      if (urlName(node.value) !== urlName(this.url.value)) pool.offer(node);
    return pool.sorted();
  }

  #singleScopes(): Node<Scope>[] {
    const seen = new Map<string, Node<Scope>>();
    for (const node of scopeSteps(this.#mistakes, this.#facts)) {
      const message = node.value(this.url.value);
      if (message === null) continue;
      const present = seen.get(message);
      if (!present || node.weight < present.weight) seen.set(message, node);
    }
    return [...seen.values()].sort((a, b) => a.weight - b.weight);
  }

  /** Strings with one mistake, those of the right one's bytes among them. */
  *singleMessages(): Generator<Node<Message>> {
    for (const url of this.urls) yield this.#whole(url);
    for (const scope of this.scopes) {
      const node = cut(this.url, scope);
      if (node) yield node;
    }
    yield* messageSteps(this.base, this.#mistakes, this.#facts);
  }

  /** Strings with two mistakes: all that the others of this class make. @param within true of two of one group. */
  *composed(within: boolean, isWanted: IsWanted): Generator<Node<Message>> {
    const urls = this.urls.slice(0, this.#most);
    yield* this.laidOver(urls, this.scopes, within, isWanted);
    yield* this.mistakenTwice(this.#mistakes, within, isWanted);
    yield* this.respelledWholes(urls, within, isWanted);
  }

  /** The finished string changed by one of `mistakes`, and then once more. */
  *mistakenTwice(
    mistakes: readonly Mistake[],
    within: boolean,
    isWanted: IsWanted,
  ): Generator<Node<Message>> {
    for (const node of messageSteps(this.base, mistakes, this.#facts))
      yield* this.#finished(node, within, isWanted);
  }

  /** The strings of URLs with two changes. */
  *respelledWholes(
    urls: readonly Node<UrlText>[],
    within: boolean,
    isWanted: IsWanted,
  ): Generator<Node<Message>> {
    const isWantedWhole = (url: UrlText) => isWanted(this.#facts.rule(url));
    for (const url of this.respelled(urls, within, isWantedWhole)) yield this.#whole(url);
  }

  /** Scopes laid over URLs, and either with its string changed once more. */
  *laidOver(
    urls: readonly Node<UrlText>[],
    scopes: readonly Node<Scope>[],
    within: boolean,
    isWanted: IsWanted,
  ): Generator<Node<Message>> {
    for (const scope of scopes) {
      const node = cut(this.url, scope);
      if (node) yield* this.#finished(node, within, isWanted);
      const group = scope.steps[0]?.mistake.group;
      for (const url of urls) {
        if ((url.steps[0]?.mistake.group === group) !== within) continue;
        const both = cut(url, scope, isWanted);
        if (both) yield both;
      }
    }
    for (const url of urls) yield* this.#finished(this.#whole(url), within, isWanted);
  }

  /** The string changed once more, by mistakes of its own group or of the others. */
  #finished(node: Node<Message>, within: boolean, isWanted: IsWanted): Iterable<Node<Message>> {
    const group = node.steps[0]?.mistake.group;
    const mistakes = this.#finishing.filter((mistake) => (mistake.group === group) === within);
    return messageSteps(node, mistakes, this.#facts, isWanted);
  }

  /** The string changed once more, by mistakes that it has not got yet. @param most how many ways of each. */
  changedOnceMore(node: Node<Message>, isWanted: IsWanted, most: number): Iterable<Node<Message>> {
    const others = this.#finishing.filter((mistake) => !node.steps.some((step) => step.mistake === mistake));
    return messageSteps(node, others, this.#facts, isWanted, most);
  }

  /** URLs with two changes: respelled and then changed, or a change undone and then respelled. */
  *respelled(
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
    for (const url of changed) yield* this.#respelledOnce(url, within ? changes : encoders, isWanted, most);
    for (const url of encoded) yield* this.#respelledOnce(url, later, isWanted, most);
  }

  /** A URL with one change changed once more, where that changes it and leaves something of the first. */
  *#respelledOnce(
    url: Node<UrlText>,
    mistakes: readonly Mistake[],
    isWanted?: (url: UrlText) => boolean,
    most?: number,
  ): Generator<Node<UrlText>> {
    const own = urlName(url.value);
    const isUndone = undoneIn(urlName(this.url.value), own);
    for (const node of urlSteps(url, mistakes, this.#facts, isWanted, most)) {
      const name = urlName(node.value);
      if (name !== own && !isUndone(name)) yield node;
    }
  }
}
