import type { Key, Message, Mistake } from "../../mistakes/mistake";
import type { SigningRequest } from "../../signing/types";
import { commonest, root } from "../candidates/nodes";
import { type Case, readCase } from "../case";
import type { DiagnosisInput, Explained, ExplainedMistake } from "../diagnosis";
import { type Batch, product } from "../engine/batch";
import { Engine, type Hit, type Limit } from "../engine/engine";
import { explain } from "../explanation/explain";
import type { Fact } from "./fact";
import { MOST_STRINGS, type PublicSupply, supplyOf } from "./public-supply";
import { type Counts, excludedFacts } from "./tried-in-vain";

/** A case without what is secret. */
export type PublicInput = Omit<DiagnosisInput, "secret" | "otherSecrets">;

/** What the search over keys that are public has found. */
export interface PublicAnswer {
  /** The public key, or the plain digest, that gives the digits, with its proof; `null` where none does. */
  readonly explained: Explained | null;
  /** True where what signed differs from the rule in more than the key: then no secret makes the URL valid. */
  readonly impossible: boolean;
  /** What was tried in vain, and how much. */
  readonly excluded: readonly Fact[];
  readonly tried: number;
  readonly milliseconds: number;
}

/** Without a secret the page is only looked at: no more is tried than takes a moment. */
const LIMIT = { tried: 400_000, milliseconds: 6000 };
const MOST_PAIRS = 4000;

const NOTHING: PublicAnswer = { explained: null, impossible: false, excluded: [], tried: 0, milliseconds: 0 };

/**
 * Searches for a key that is no secret and gives the pasted digits, and for a plain digest that needs none. Nothing unverified is
 * reported, and nothing is excluded that was not tried.
 *
 * @param watch called now and then and awaited; the search stops when it throws.
 */
export async function searchPublic(
  input: PublicInput,
  watch: () => void | Promise<void> = () => {},
): Promise<PublicAnswer> {
  const found = readCase({ ...input, secret: "", otherSecrets: [] });
  return found ? (await searchPublicCase(found, watch)).answer : NOTHING;
}

/** The search of a case that was read already, without its secret, and what it found. */
export async function searchPublicCase(
  found: Case,
  watch: () => void | Promise<void>,
  limit: Limit = LIMIT,
): Promise<{ readonly answer: PublicAnswer; readonly hit: Hit | null }> {
  if (found.sight || found.targets.length === 0) return { answer: NOTHING, hit: null };
  const started = performance.now();
  const engine = new Engine(found.targets, limit, watch);
  const supply = supplyOf(found);
  const counts = { keys: 0, digests: 0 };
  const whole = new Set<keyof Counts>();
  for (const { counted, batches } of levels(supply)) {
    const before = engine.tried;
    const hit = await engine.find(batches);
    counts[counted] += engine.tried - before;
    // The first of each kind is of the URL as it stands; only what was tried to its end is excluded.
    if (!hit && !engine.exhausted) whole.add(counted);
    const milliseconds = Math.round(performance.now() - started);
    if (hit) return { answer: answerOf(found, supply, hit, engine.tried, milliseconds), hit };
    if (engine.exhausted) break;
  }
  const milliseconds = Math.round(performance.now() - started);
  const excluded = excludedFacts(found, supply, counts).filter(({ kind }) =>
    whole.has(kind === "public-keys" ? "keys" : "digests"),
  );
  return { answer: { ...NOTHING, excluded, tried: engine.tried, milliseconds }, hit: null };
}

interface PublicLevel {
  readonly counted: keyof Counts;
  readonly batches: Iterable<Batch>;
}

/** The whole URL with every public key first, then other strings and computations; composed as they are reached. */
function* levels({ keys, strings, right, wrong, plain }: PublicSupply): Generator<PublicLevel> {
  const none = [root<Key>("")];
  const { base } = strings;
  yield { counted: "keys", batches: product(keys, [base], right) };
  yield { counted: "digests", batches: product(none, [base], plain) };
  const singles = strings.singles().slice(0, MOST_STRINGS);
  yield { counted: "digests", batches: product(none, singles, plain) };
  yield { counted: "keys", batches: product(commonest(keys), singles, right) };
  yield { counted: "keys", batches: product(keys, [base], wrong) };
  yield { counted: "keys", batches: product(keys, commonest(singles), right) };
  yield { counted: "keys", batches: product(commonest(keys), commonest(singles), wrong) };
  yield { counted: "keys", batches: product(keys, singles, right) };
  yield { counted: "digests", batches: product(none, first(strings.commonPairs(), MOST_PAIRS), plain) };
}

function* first<T>(items: Iterable<T>, most: number): Generator<T> {
  let left = most;
  for (const item of items) {
    if (left-- <= 0) return;
    yield item;
  }
}

function answerOf(
  found: Case,
  { mistakes }: PublicSupply,
  hit: Hit,
  tried: number,
  milliseconds: number,
): PublicAnswer {
  const diagnosis = explain(found, mistakes, hit, tried, milliseconds, []);
  if (diagnosis.state !== "explained") return NOTHING;
  return {
    explained: { ...diagnosis, mistakes: diagnosis.mistakes.map((told) => publicly(told, mistakes)) },
    impossible: isImpossible(found.request, hit),
    excluded: [],
    tried,
    milliseconds,
  };
}

/** Without the secret nobody knows that it is another one than a key that is easily guessed. */
function publicly(told: ExplainedMistake, mistakes: readonly Mistake[]): ExplainedMistake {
  return { ...told, ...mistakes.find(({ id }) => id === told.id)?.withoutSecret };
}

/**
 * Whoever has another secret gets other digits, and whoever has this key for a secret gets them of another string. Where the rule
 * was kept, the key might be somebody's secret after all.
 */
function isImpossible(request: SigningRequest, { candidate: { message, digest } }: Hit): boolean {
  return digest.steps.length > 0 || !isRight(request, message.value);
}

const isRight = ({ signingString }: SigningRequest, message: Message) => message === signingString;
