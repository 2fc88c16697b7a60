import { MOST_PERMUTED } from "../mistakes/change/parameters-reordered";
import { type Digest, type Key, type Mistake, SINGLE_ONLY } from "../mistakes/mistake";
import { fromHtml } from "../mistakes/text/respell";
import { toHex } from "../signing/hmac";
import type { SigningRequest, UrlText } from "../signing/types";
import { cutQuery } from "../signing/url-text";
import { type Case, readCase } from "./case";
import { type Computations, computationsFor } from "./computations";
import type { Diagnosis, DiagnosisInput, Progress } from "./diagnosis";
import { type Candidate, Engine, type Hit } from "./engine";
import { explain, giveUp } from "./result";
import { commonest, keyName, keySteps, type Node, Pool, resignedSteps, root } from "./space";
import { Strings } from "./strings";
import type { Target } from "./targets";

/** How a caller follows a search: called between batches and awaited; the search stops when it throws. */
export type Watch = (progress: Progress) => void | Promise<void>;

/** A search of ordinary URLs ends well below this many HMACs; long URLs get fewer. */
const MOST_TRIED = 1_500_000;
/** What hashing this many characters more costs as much as another HMAC. */
const CHARACTERS_PER_TRY = 600;
/** Slow machines get this long; a long URL, of which fewer pairs are tried anyway, a third of it. */
const MOST_MILLISECONDS = 24_000;
const LONG = 20_000;

/**
 * Searches the catalogue for the mistakes that reproduce the pasted signature: none but form and place, then each alone, then
 * pairs across groups, the commonest of all first, then pairs within one. It stops at the first level that explains. Nothing
 * unverified is reported.
 */
export async function search(input: DiagnosisInput, watch: Watch = () => {}): Promise<Diagnosis> {
  const started = performance.now();
  const found = readCase(input);
  if (!found) return giveUp(null, [], 0, 0, []);
  const hunt = new Hunt(found, watch);
  const hit = await hunt.run();
  const milliseconds = Math.round(performance.now() - started);
  return hit
    ? explain(found, hit, hunt.tried, milliseconds, hunt.limits)
    : giveUp(found, hunt.counts, hunt.tried, milliseconds, hunt.limits);
}

type Level = readonly [
  level: string,
  phrase: string,
  candidates: () => Iterable<Candidate> | Promise<Iterable<Candidate>>,
  targets?: readonly Target[],
];

class Hunt {
  readonly limits: string[] = [];
  readonly counts: [phrase: string, count: number][] = [];
  readonly #case: Case;
  readonly #watch: Watch;
  readonly #engine: Engine;
  readonly #most: number;
  readonly #doubled = new Pool<Key>(keyName);
  #level = "";

  constructor(found: Case, watch: Watch) {
    this.#case = found;
    this.#watch = watch;
    const cost = 1 + found.request.signingString.length / CHARACTERS_PER_TRY;
    this.#most = Math.round(MOST_TRIED / cost);
    const limit = {
      tried: this.#most,
      until: performance.now() + MOST_MILLISECONDS / (found.request.signingString.length > LONG ? 3 : 1),
    };
    this.#engine = new Engine(found.targets, limit, async () =>
      this.#watch({ tried: this.tried, level: this.#level }),
    );
  }

  get tried(): number {
    return this.#engine.tried;
  }

  async run(): Promise<Hit | null> {
    const { input, facts, mistakes, request } = this.#case;
    if (this.#case.targets.length === 0) return null;
    const digests = computationsFor(this.#case);
    const messages = new Strings(startingUrl(request), mistakes, facts, this.#share(1500));
    const keys = new Pool<Key>(keyName);
    for (const node of keySteps(root(input.secret), mistakes, facts))
      if (keyName(node.value) !== input.secret) keys.offer(node);
    for (const [level, phrase, candidates, targets] of this.#levels(keys.sorted(), messages, digests)) {
      this.#level = level;
      const before = this.tried;
      const hit = await this.#engine.find(await candidates(), targets);
      this.counts.push([phrase, this.tried - before]);
      if (hit)
        return { ...hit, candidate: { ...hit.candidate, message: messages.lightest(hit.candidate.message) } };
      if (this.#engine.exhausted) {
        this.limits.push(
          `The search stopped after ${this.tried} tries; rarer pairs of mistakes were left out.`,
        );
        return null;
      }
    }
    if (cutQuery(request.unsigned.query ?? "").length > MOST_PERMUTED)
      this.limits.push(`Of more than ${MOST_PERMUTED} parameters only the likeliest orders were tried.`);
    return null;
  }

  #levels(keys: readonly Node<Key>[], messages: Strings, digests: Computations): Level[] {
    const { input, otherTargets } = this.#case;
    const key = root<Key>(input.secret);
    const { base } = messages;
    const { right, wrong, rare } = digests;
    const singles = messages.singles();
    const [likely, unlikely] = split(singles, this.#share(600));
    const pairable = keys.filter(({ weight }) => weight < SINGLE_ONLY);
    const likelyKeys = pairable.filter(({ weight }) => weight <= 1.15);
    const rareKeys = pairable.filter(({ weight }) => weight > 1.15);
    const commonKeys = commonest(pairable);
    const common = commonest(singles);
    const isOther = ({ steps }: Node<Key>) => steps.some(({ mistake }) => mistake.overrides);
    const otherKeys = keys.filter(isOther);
    const oddKeys = [...otherKeys.slice(0, 12), ...otherKeys.filter(({ value }) => value === "")];
    const ownKeys = pairable
      .filter((key) => !isOther(key) && !key.steps.some(({ mistake }) => isPart(mistake)))
      .slice(0, this.#share(80));
    const isCommonKey = new Set([key, ...commonKeys]);
    const isCommon = new Set([base, ...common]);
    const beyond = (candidates: Iterable<Candidate>) =>
      without(candidates, ({ key, message }) => isCommonKey.has(key) && isCommon.has(message));
    const single = "Trying single mistakes";
    const pair = "Trying pairs of mistakes";
    const within = "Trying pairs of one kind";
    return [
      [single, "", () => product([key], [base], right)],
      [single, "other treatments of the secret", () => product(keys, [base], right)],
      [single, "other cuts and spellings of the URL", () => product([key], singles, right)],
      [single, "other hashes and computations", () => product([key], [base], [...wrong, ...rare])],
      [single, "ways of signing twice", () => this.#resigned([key], [base])],
      [single, "", () => product([key], [base], right), otherTargets],
      [pair, "pairs of a secret and a string", () => product(commonKeys, common, right)],
      [pair, "pairs with another computation", () => product([key], common, wrong)],
      [pair, "pairs with another computation", () => product(commonKeys, [base], wrong)],
      [pair, "pairs of mistakes in the string", () => product([key], messages.commonPairs(), right)],
      [pair, "pairs of similar mistakes", () => product([key], messages.commonPairsWithin(), right)],
      [pair, "pairs of similar mistakes", () => product(this.#doubleKeys(keys, oddKeys), [base], right)],
      [pair, "ways of signing twice", () => this.#resigned([key], singles)],
      [pair, "ways of signing twice", () => this.#resigned(pairable, [base])],
      [pair, "pairs of a secret and a string", () => beyond(product(likelyKeys, likely, right))],
      [pair, "pairs of mistakes in the string", () => product([key], messages.pairs(), right)],
      [pair, "pairs with another computation", () => beyond(product([key], likely, wrong))],
      [pair, "pairs with another computation", () => beyond(product(pairable, [base], wrong))],
      [pair, "", () => product(keys, [base], right), otherTargets],
      [pair, "", () => product([key], singles, right), otherTargets],
      [pair, "pairs of a secret and a string", () => beyond(product(rareKeys, likely, right))],
      [pair, "pairs of a secret and a string", () => beyond(product(pairable, unlikely, right))],
      [pair, "pairs with another computation", () => beyond(product([key], unlikely, wrong))],
      [within, "pairs of similar mistakes", () => product(this.#doubleKeys(keys, ownKeys), [base], right)],
      [
        within,
        "pairs of similar mistakes",
        () => product(this.#doubleKeys(keys, pairable.filter(isOther), 1), [base], right),
      ],
      [within, "pairs of similar mistakes", () => product([key], messages.pairsWithin(), right)],
      [within, "pairs of similar mistakes", () => product([key], likely, rare)],
      [within, "pairs of similar mistakes", () => product(pairable, [base], rare)],
    ];
  }

  /** Keys mistaken twice, but for parts: they are many, and each new key costs three HMACs. */
  *#doubleKeys(
    keys: readonly Node<Key>[],
    first: readonly Node<Key>[],
    most = Number.POSITIVE_INFINITY,
  ): Generator<Node<Key>> {
    const { mistakes, facts, input } = this.#case;
    const known = new Set([input.secret, ...keys.map(({ value }) => keyName(value))]);
    const second = mistakes.filter((mistake) => !mistake.overrides && !isPart(mistake));
    for (const key of first)
      for (const node of commonest([...keySteps(key, second, facts)], most))
        if (
          node.weight - key.weight < SINGLE_ONLY &&
          !known.has(keyName(node.value)) &&
          this.#doubled.offer(node)
        )
          yield node;
  }

  /** Strings that hold their own right signature: each must be computed before its candidates are known. */
  async #resigned(keys: readonly Node<Key>[], messages: readonly Node<string>[]): Promise<Candidate[]> {
    const { mistakes, facts } = this.#case;
    const candidates: Candidate[] = [];
    const own = keys.length === 1 ? await this.#ownSignatures() : new Map<string, string>();
    for (const hash of facts.hashes) {
      const digest = root<Digest>({ hash, mode: "hmac", joint: "" });
      const signed = await this.#engine.computeAll([
        ...product(keys, messages.slice(0, this.#share(1500)), [digest]),
      ]);
      for (const [candidate, computed] of signed) {
        const signature = toHex(computed);
        for (const old of new Set([signature, own.get(hash) ?? signature]))
          for (const message of resignedSteps(candidate.message, old, mistakes, facts))
            candidates.push({ ...candidate, message });
      }
    }
    return candidates;
  }

  /** The right signature with each hash that the vendor accepts. */
  async #ownSignatures(): Promise<Map<string, string>> {
    const { facts, input, request } = this.#case;
    const key = root<Key>(input.secret);
    const message = root(request.signingString);
    const signatures = new Map<string, string>();
    for (const hash of facts.hashes) {
      const digest = root<Digest>({ hash, mode: "hmac", joint: "" });
      signatures.set(hash, toHex(await this.#engine.compute({ key, message, digest })));
    }
    return signatures;
  }

  /** Long URLs are composed with fewer variants. */
  #share(most: number): number {
    return Math.max(20, Math.min(most, Math.round(this.#most / 800)));
  }
}

/** All keys with each string: a string's bytes are made once, and its digests follow each other. */
function* product(
  keys: Iterable<Node<Key>>,
  messages: Iterable<Node<string>>,
  digests: readonly Node<Digest>[],
): Generator<Candidate> {
  const all = Array.isArray(keys) ? keys : null;
  if (!all) {
    for (const key of keys)
      for (const message of messages) for (const digest of digests) yield { key, message, digest };
    return;
  }
  for (const message of messages)
    for (const digest of digests) for (const key of all) yield { key, message, digest };
}

const isPart = ({ id }: Mistake) => id === "secret-truncated";

function* without<T>(items: Iterable<T>, isLeftOut: (item: T) => boolean): Generator<T> {
  for (const item of items) if (!isLeftOut(item)) yield item;
}

function split<T>(items: readonly T[], at: number): [T[], T[]] {
  return [items.slice(0, at), items.slice(at)];
}

/** The URL whose reading the place of the signature corrects already. */
function startingUrl({ unsigned, found }: SigningRequest): UrlText {
  if (found?.misplaced !== "url-html-escaped" || unsigned.query === null) return unsigned;
  const { path, query, fragment } = fromHtml(unsigned);
  return { ...unsigned, path, query: query?.replace(/&$/, "") ?? null, fragment };
}
