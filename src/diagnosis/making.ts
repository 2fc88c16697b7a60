import type { Digest, Facts, Key, Message, Mistake, Scope, Variant } from "../mistakes/mistake";
import type { UrlText } from "../signing/types";
import { bytesName, type Node, root, urlName } from "./space";

/*
 * One more step from a node: what each mistake makes of a URL, a key, a string or a computation.
 */

/** At most this many variants of one mistake are made of a URL; fewer of a long one. */
const MOST_VARIANTS = 1500;
const MOST_ALONE = 40_000;
const MOST_CHARACTERS = 4_000_000;

/** The first variants of a mistake, as many as the length of what it changes allows. */
function* few<T>(variants: Iterable<T>, length: number, most = MOST_VARIANTS): Generator<T> {
  let left = Math.max(3, Math.min(most, Math.round(MOST_CHARACTERS / (length + 1))));
  for (const variant of variants) {
    if (left-- <= 0) return;
    yield variant;
  }
}

function step<T>(from: Node<unknown>, mistake: Mistake, variant: Variant<T>): Node<T> {
  const { detail, before, after, odd, entered, fix, telling } = variant;
  const weight = from.weight + (variant.weight ?? 1);
  return {
    value: variant.value,
    steps: [...from.steps, { mistake, detail, before, after, odd, entered, fix, telling }],
    weight,
  };
}

/** One more step by each mistake in each of its ways, or its first so many. */
function* stepsBy<T>(
  from: Node<unknown>,
  mistakes: readonly Mistake[],
  waysOf: (mistake: Mistake) => Iterable<Variant<T>> | undefined,
  isWanted: (value: T) => boolean = () => true,
  most = Number.POSITIVE_INFINITY,
): Generator<Node<T>> {
  for (const mistake of mistakes) {
    let left = most;
    for (const variant of waysOf(mistake) ?? []) {
      if (!isWanted(variant.value)) continue;
      yield step(from, mistake, variant);
      if (--left <= 0) break;
    }
  }
}

/** Applies every mistake's `urls` to a node. @param most how many ways of each. */
export function urlSteps(
  from: Node<UrlText>,
  mistakes: readonly Mistake[],
  facts: Facts,
  isWanted?: (url: UrlText) => boolean,
  most?: number,
): Generator<Node<UrlText>> {
  const { length } = urlName(from.value);
  const waysOf = (mistake: Mistake) => mistake.urls && few(mistake.urls(from.value, facts), length);
  return stepsBy(from, mistakes, waysOf, isWanted, most);
}

export function* keySteps(
  from: Node<Key>,
  mistakes: readonly Mistake[],
  facts: Facts,
  most?: number,
): Generator<Node<Key>> {
  const { value } = from;
  if (typeof value !== "string") return;
  yield* stepsBy(from, mistakes, (mistake) => mistake.keys?.(value, facts), undefined, most);
}

export function scopeSteps(mistakes: readonly Mistake[], facts: Facts): Generator<Node<Scope>> {
  return stepsBy(root(null), mistakes, (mistake) => mistake.scopes?.(facts));
}

export function* messageSteps(
  from: Node<Message>,
  mistakes: readonly Mistake[],
  facts: Facts,
  isWanted?: IsWanted,
  most?: number,
): Generator<Node<Message>> {
  const { value } = from;
  if (typeof value !== "string") return;
  const isNew = isWanted && ((message: Message) => isWanted(bytesName(message)));
  const waysOf = (mistake: Mistake) => mistake.messages && few(mistake.messages(value, facts), value.length);
  yield* stepsBy(from, mistakes, waysOf, isNew, most);
}

/** Applies every mistake's strings that are tried alone. */
export function aloneSteps(
  from: Node<UrlText>,
  mistakes: readonly Mistake[],
  facts: Facts,
  generator: "alone" | "manyAlone",
): Generator<Node<Message>> {
  // They are tried with one key, so a long URL costs a third of what it costs in pairs.
  const length = urlName(from.value).length / 3;
  return stepsBy(
    from,
    mistakes,
    (mistake) => mistake[generator] && few(mistake[generator](from.value, facts), length, MOST_ALONE),
  );
}

export function* resignedSteps(
  from: Node<Message>,
  signature: string,
  mistakes: readonly Mistake[],
  facts: Facts,
): Generator<Node<Message>> {
  const { value } = from;
  if (typeof value !== "string") return;
  yield* stepsBy(from, mistakes, (mistake) => mistake.resigned?.(value, signature, facts));
}

export function digestSteps(mistakes: readonly Mistake[], facts: Facts): Generator<Node<Digest>> {
  return stepsBy(root(null), mistakes, (mistake) => mistake.digests?.(facts));
}

/** Asked of a string's name before its steps are put together, for most strings have been tried by then. */
export type IsWanted = (name: string) => boolean;

/** A scope laid over a URL, with the steps of both; `null` where the URL has no such part, or it is not wanted. */
export function cut(
  url: Node<UrlText>,
  scope: Node<Scope>,
  isWanted: IsWanted = () => true,
): Node<string> | null {
  const value = scope.value(url.value);
  if (value === null || !isWanted(value)) return null;
  return { value, steps: [...url.steps, ...scope.steps], weight: url.weight + scope.weight };
}
