import type { Digest, Facts, Key, Message, Mistake, Scope, Variant } from "../../mistakes/mistake";
import { USUAL } from "../../mistakes/weights";
import type { UrlText } from "../../signing/types";
import { bytesName, type Node, root, urlName } from "./nodes";

/*
 * One more step from a node: what each mistake makes of a URL, a key, a string or a computation.
 */

/** At most this many variants of one mistake are made of a URL; fewer of a long one. */
const MOST_VARIANTS = 1500;
const MOST_ALONE = 40_000;
/** Of all variants of one mistake, also of a secret: in its place may stand a whole log. */
const MOST_CHARACTERS = 4_000_000;

/** Of a mistake that changes a text of this length so many variants at most are looked at. */
function roomFor(length: number, most = MOST_VARIANTS): number {
  return Math.max(3, Math.min(most, Math.round(MOST_CHARACTERS / (length + 1))));
}

function step<T>(from: Node<unknown>, mistake: Mistake, variant: Variant<T>): Node<T> {
  const { detail, before, after, odd, entered, fix, telling } = variant;
  const weight = from.weight + (variant.weight ?? USUAL);
  return {
    value: variant.value,
    steps: [...from.steps, { mistake, detail, before, after, odd, entered, fix, telling }],
    weight,
  };
}

/** What is made of the variants of each mistake: all, where nothing else is said. */
interface Limits<T> {
  readonly isWanted?: ((value: T) => boolean) | undefined;
  /** So many of those that are wanted, the first. */
  readonly most?: number | undefined;
  /** So many are looked at. */
  readonly room?: number;
}

/** One more step by each mistake in each of its ways. */
function* stepsBy<T>(
  from: Node<unknown>,
  mistakes: readonly Mistake[],
  waysOf: (mistake: Mistake) => Iterable<Variant<T>> | undefined,
  { isWanted = () => true, most = Number.POSITIVE_INFINITY, room = Number.POSITIVE_INFINITY }: Limits<T> = {},
): Generator<Node<T>> {
  for (const mistake of mistakes) {
    let seen = 0;
    let wanted = 0;
    for (const variant of waysOf(mistake) ?? []) {
      if (++seen > room) break;
      if (!isWanted(variant.value)) continue;
      yield step(from, mistake, variant);
      if (++wanted >= most) break;
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
  const room = roomFor(urlName(from.value).length);
  return stepsBy(from, mistakes, (mistake) => mistake.urls?.(from.value, facts), { isWanted, most, room });
}

export function keySteps(
  from: Node<Key>,
  mistakes: readonly Mistake[],
  facts: Facts,
  most?: number,
): Iterable<Node<Key>> {
  const { value } = from;
  if (typeof value !== "string") return [];
  const room = roomFor(value.length, Number.POSITIVE_INFINITY);
  return stepsBy(from, mistakes, (mistake) => mistake.keys?.(value, facts), { most, room });
}

export function scopeSteps(mistakes: readonly Mistake[], facts: Facts): Generator<Node<Scope>> {
  return stepsBy(root(null), mistakes, (mistake) => mistake.scopes?.(facts));
}

export function messageSteps(
  from: Node<Message>,
  mistakes: readonly Mistake[],
  facts: Facts,
  isWanted?: IsWanted,
  most?: number,
): Iterable<Node<Message>> {
  const { value } = from;
  if (typeof value !== "string") return [];
  const isNew = isWanted && ((message: Message) => isWanted(bytesName(message)));
  const limits = { isWanted: isNew, most, room: roomFor(value.length) };
  return stepsBy(from, mistakes, (mistake) => mistake.messages?.(value, facts), limits);
}

/** Applies every mistake's strings that are tried alone. */
export function aloneSteps(
  from: Node<UrlText>,
  mistakes: readonly Mistake[],
  facts: Facts,
  generator: "alone" | "manyAlone",
): Generator<Node<Message>> {
  // They are tried with one key, so a long URL costs a third of what it costs in pairs.
  const room = roomFor(urlName(from.value).length / 3, MOST_ALONE);
  return stepsBy(from, mistakes, (mistake) => mistake[generator]?.(from.value, facts), { room });
}

export function resignedSteps(
  from: Node<Message>,
  signature: string,
  mistakes: readonly Mistake[],
  facts: Facts,
): Iterable<Node<Message>> {
  const { value } = from;
  if (typeof value !== "string") return [];
  return stepsBy(from, mistakes, (mistake) => mistake.resigned?.(value, signature, facts));
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
