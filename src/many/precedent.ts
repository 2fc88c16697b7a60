import { type Node, root, type Step, urlName } from "../diagnosis/candidates/nodes";
import { startingUrl } from "../diagnosis/candidates/starting-url";
import { cut, messageSteps, resignedSteps, scopeSteps, urlSteps } from "../diagnosis/candidates/steps";
import type { Case } from "../diagnosis/case";
import type { Candidate } from "../diagnosis/engine/batch";
import { Engine, type Hit } from "../diagnosis/engine/engine";
import type { Target } from "../diagnosis/forms/reading";
import { agreement } from "../diagnosis/forms/targets";
import { mistakesOf } from "../diagnosis/registry";
import type { Digest, Key, Message } from "../mistakes/mistake";
import type { Scheme } from "../schemes/scheme";
import { toHex } from "../signing/hmac";
import type { UrlText } from "../signing/types";

/** Which readings of a signature a precedent has reproduced. */
type Against = "targets" | "nearTargets" | "otherTargets";

/** The mistakes that made one URL's signature, to be tried on others: the same key, and the same changes of the string. */
export interface Precedent {
  readonly scheme: Scheme;
  readonly key: Node<Key>;
  readonly digest: Node<Digest>;
  /** The changes of the string, in order. */
  readonly steps: readonly Step[];
  readonly against: Against;
  /** How many mistakes it is made of, but for those of form. */
  readonly size: number;
}

/** Ways of one step that are tried where none has the words of the first URL. */
const MOST_WAYS = 4;
/** Strings that are tried of one precedent. */
const MOST_STRINGS = 12;

export function precedentOf(found: Case, { candidate: { key, message, digest }, target }: Hit): Precedent {
  const against = found.nearTargets.includes(target)
    ? "nearTargets"
    : found.targets.includes(target)
      ? "targets"
      : "otherTargets";
  const size = key.steps.length + message.steps.length + digest.steps.length;
  return { scheme: found.scheme, key, digest, steps: message.steps, against, size };
}

/** Tries precedents on URLs: mostly one HMAC each, and nothing is said of a URL that its own HMAC has not proved. */
export class Replay {
  readonly #engine = new Engine([], { tried: 0, milliseconds: 0 }, () => {});

  /** What reproduces this URL’s signature by the precedent; `null` where nothing does. */
  tryOn(precedent: Precedent, found: Case): Hit | null {
    if (precedent.scheme !== found.scheme) return null;
    const targets: readonly Target[] = found[precedent.against];
    if (targets.length === 0) return null;
    let left = MOST_STRINGS;
    for (const message of this.#strings(precedent, found)) {
      const candidate = { key: precedent.key, message, digest: precedent.digest };
      const computed = this.#engine.compute(candidate);
      const target = targets.find((reading) => agreement(reading, computed) > 0);
      if (target) return { candidate, target, computed, bits: agreement(target, computed) };
      if (--left === 0) return null;
    }
    return null;
  }

  *#strings({ key, digest, steps }: Precedent, found: Case): Generator<Node<Message>> {
    const { facts, request } = found;
    const sign = (message: Node<Message>) => {
      const own: Candidate = { key, message, digest };
      return toHex(this.#engine.compute(own));
    };
    const url = root(startingUrl(request, mistakesOf(found.scheme)));
    yield* stringsOf(url, steps, { facts, sign });
  }
}

interface Means {
  readonly facts: Case["facts"];
  readonly sign: (message: Node<Message>) => string;
}

/** What the URL becomes by these steps, where each changes something of it: what changes nothing is no mistake. Each is made in the way of the first URL or in its likeliest ways. */
function* stringsOf(url: Node<UrlText>, steps: readonly Step[], means: Means): Generator<Node<Message>> {
  const { facts } = means;
  const [first, ...rest] = steps;
  const whole: Node<Message> = { ...url, value: facts.rule(url.value) };
  if (!first) {
    yield whole;
    return;
  }
  for (const node of alike(urlSteps(url, [first.mistake], facts), first))
    if (urlName(node.value) !== urlName(url.value)) yield* stringsOf(node, rest, means);
  for (const scope of alike(scopeSteps([first.mistake], facts), first)) {
    const node = cut(url, scope, (value) => value !== whole.value);
    if (node) yield* finished(node, rest, means);
  }
  yield* finished(whole, steps, means);
}

function* finished(message: Node<Message>, steps: readonly Step[], means: Means): Generator<Node<Message>> {
  const [first, ...rest] = steps;
  if (!first) {
    yield message;
    return;
  }
  const { facts, sign } = means;
  const mistakes = [first.mistake];
  for (const node of alike(messageSteps(message, mistakes, facts), first))
    if (node.value !== message.value) yield* finished(node, rest, means);
  if (!first.mistake.resigned) return;
  for (const node of alike(resignedSteps(message, sign(message), mistakes, facts), first))
    yield* finished(node, rest, means);
}

/** The ways with the words of the first URL; where none has them, the likeliest. */
function alike<T>(nodes: Iterable<Node<T>>, { detail }: Step): Node<T>[] {
  const all = [...nodes];
  const same = all.filter(({ steps }) => steps.at(-1)?.detail === detail);
  return (same.length > 0 ? same : all).slice(0, MOST_WAYS);
}
