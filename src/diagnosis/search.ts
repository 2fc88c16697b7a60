import { findScheme } from "../schemes";
import type { Scheme } from "../schemes/scheme";
import { toHex } from "../signing/hmac";
import { readPaste } from "../signing/sign";
import type { SigningRequest, UrlText } from "../signing/types";
import { cutQuery, cutUrl, joinUrl } from "../signing/url-text";
import type { Diagnosis, DiagnosisInput, Progress } from "./diagnosis";
import { HASHES, plainDigests } from "./digest";
import { type Candidate, Engine, type Hit } from "./engine";
import type { Digest, Facts, Key, Mistake } from "./mistake";
import { mistakesOf } from "./registry";
import { explain, giveUp } from "./result";
import { SINGLE_ONLY } from "./secret-text";
import { commonest, digestSteps, keyName, keySteps, type Node, Pool, resignedSteps, root } from "./space";
import { Strings } from "./strings";
import { readTargets, type Target } from "./targets";

/** Every fact of one case, prepared once. */
export interface Case {
  readonly input: DiagnosisInput;
  readonly scheme: Scheme;
  readonly request: SigningRequest;
  readonly mistakes: readonly Mistake[];
  readonly facts: Facts;
  readonly targets: readonly Target[];
  /** Readings of other signatures that the URL carries. */
  readonly otherTargets: readonly Target[];
}

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

/** What the search needs to know of an input; `null` when there is no signature to explain. */
export function readCase(input: DiagnosisInput): Case | null {
  const scheme = findScheme(input.schemeId);
  if (!scheme) return null;
  const { request } = readPaste(scheme, input.pasted, input.settings);
  if (!request.ok || !request.value.found) return null;
  const { found } = request.value;
  const facts: Facts = {
    request: request.value,
    rule: (url) => scheme.signingString(url),
    hash: request.value.hash ?? (scheme.hashes.includes(input.hash) ? input.hash : scheme.hashes[0]),
    hashes: scheme.hashes,
    signatureNames: [...new Set([scheme.signatureParameter ?? "signature", "signature", "token"])],
    otherSecrets: input.otherSecrets,
  };
  const whole = [...tornTexts(request.value), found.text].flatMap(readTargets);
  const otherTargets = otherTexts(facts).flatMap(readTargets);
  const targets = whole.length > 0 ? whole : otherTargets;
  return {
    input,
    scheme,
    request: request.value,
    mistakes: mistakesOf(scheme),
    facts,
    targets,
    otherTargets,
  };
}

/** Other signatures in the URL. */
function otherTexts({ request: { typed, found }, signatureNames: [own] }: Facts): string[] {
  return cutQuery(typed.query ?? "")
    .filter(({ name, value }) => name === own && value !== found?.text)
    .map(({ value }) => value ?? "");
}

/** A signature in base64 that its own `/` has torn into segments of the path. */
function tornTexts({ typed, found }: SigningRequest): string[] {
  const segments = typed.path.split("/").slice(0, 12);
  const at = found ? segments.indexOf(found.text) : -1;
  const texts: string[] = [];
  if (at > 0)
    for (let end = segments.length - 1; end > at + 1; end--) texts.push(segments.slice(at, end).join("/"));
  return texts;
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
    const digests = digestsFor(this.#case);
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
    return null;
  }

  #levels(keys: readonly Node<Key>[], messages: Strings, digests: Digests): Level[] {
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
    const otherKeys = keys.filter(({ steps }) => steps.some(({ mistake }) => mistake.overrides)).slice(0, 12);
    const ownKeys = pairable
      .filter(({ steps }) => !steps.some(({ mistake }) => isPart(mistake) || mistake.overrides))
      .slice(0, this.#share(130));
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
      [single, "signing twice", () => this.#resigned([key], [base])],
      [single, "", () => product([key], [base], right), otherTargets],
      [pair, "pairs of secret and string", () => product(commonKeys, common, right)],
      [pair, "pairs with another computation", () => product([key], common, wrong)],
      [pair, "pairs with another computation", () => product(commonKeys, [base], wrong)],
      [pair, "pairs in the string", () => product([key], messages.commonPairs(), right)],
      [pair, "pairs of one kind", () => product(this.#doubleKeys(keys, otherKeys), [base], right)],
      [pair, "signing twice", () => this.#resigned([key], singles)],
      [pair, "signing twice", () => this.#resigned(pairable, [base])],
      [pair, "pairs of secret and string", () => beyond(product(likelyKeys, likely, right))],
      [pair, "pairs in the string", () => product([key], messages.pairs(), right)],
      [pair, "pairs with another computation", () => beyond(product([key], likely, wrong))],
      [pair, "pairs with another computation", () => beyond(product(pairable, [base], wrong))],
      [pair, "", () => product(keys, [base], right), otherTargets],
      [pair, "", () => product([key], singles, right), otherTargets],
      [pair, "pairs of secret and string", () => beyond(product(rareKeys, likely, right))],
      [pair, "pairs of secret and string", () => beyond(product(pairable, unlikely, right))],
      [pair, "pairs with another computation", () => beyond(product([key], unlikely, wrong))],
      [within, "pairs of one kind", () => product(this.#doubleKeys(keys, ownKeys), [base], right)],
      [within, "pairs of one kind", () => product([key], messages.pairsWithin(), right)],
      [within, "pairs of one kind", () => product([key], likely, rare)],
      [within, "pairs of one kind", () => product(pairable, [base], rare)],
    ];
  }

  /** Keys mistaken twice, but for parts: they are many, and each new key costs three HMACs. */
  *#doubleKeys(keys: readonly Node<Key>[], first: readonly Node<Key>[]): Generator<Node<Key>> {
    const { mistakes, facts, input } = this.#case;
    const known = new Set([input.secret, ...keys.map(({ value }) => keyName(value))]);
    const second = mistakes.filter((mistake) => !mistake.overrides && !isPart(mistake));
    for (const key of first)
      for (const node of keySteps(key, second, facts))
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
  const { query, fragment } = cutUrl(joinUrl(unsigned).replaceAll(/&(?:(?:amp|#0{0,6}38);)+/g, "&"));
  return { ...unsigned, query: query?.replace(/&$/, "") ?? null, fragment };
}

/** What may have been computed, for signatures as long as this one. */
interface Digests {
  /** HMACs with the vendor's hash. */
  readonly right: readonly Node<Digest>[];
  /** One mistake, at its full length. */
  readonly wrong: readonly Node<Digest>[];
  /** Two mistakes, or one whose result was cut to this length. */
  readonly rare: readonly Node<Digest>[];
}

function digestsFor({ facts, mistakes, targets }: Case): Digests {
  const longest = new Map(HASHES);
  const fits = (digest: Digest) => targets.some(({ bits }) => bits <= (longest.get(digest.hash) ?? 0) * 8);
  const isWhole = (digest: Digest) =>
    targets.some(({ bits }) => bits === (longest.get(digest.hash) ?? 0) * 8);
  const anyWhole = HASHES.some(([hash]) => isWhole({ hash, mode: "hmac", joint: "" }));
  const isLikely = ({ value }: Node<Digest>) => isWhole(value) || !anyWhole;
  const right = [facts.hash, ...facts.hashes.filter((hash) => hash !== facts.hash)]
    .map((hash) => root<Digest>({ hash, mode: "hmac", joint: "" }))
    .filter(({ value }) => fits(value));
  const single = [...digestSteps(mistakes, facts)].filter(({ value }) => fits(value));
  const double = doubleDigests(single, mistakes).filter(({ value }) => fits(value));
  const whole = right.filter(isLikely);
  return {
    right: whole.length > 0 ? whole : right,
    wrong: single.filter(isLikely),
    rare: [
      ...single.filter((node) => !isLikely(node)),
      ...(whole.length > 0 ? right.filter((node) => !isLikely(node)) : []),
      ...double,
    ],
  };
}

/** Plain digests and swapped HMACs with a hash that is wrong as well. */
function doubleDigests(single: readonly Node<Digest>[], mistakes: readonly Mistake[]): Node<Digest>[] {
  const plain = mistakes.find(({ id }) => id === "digest-instead-of-hmac");
  const swapped = mistakes.find(({ id }) => id === "key-and-message-swapped");
  if (!plain || !swapped) return [];
  return single
    .filter(({ value }) => value.mode === "hmac")
    .flatMap(({ value: { hash }, steps }) => [
      ...plainDigests(hash).map(([value, detail, weight]) => ({
        value,
        steps: [...steps, { mistake: plain, detail }],
        weight: 1 + weight,
      })),
      {
        value: { hash, mode: "swapped" as const, joint: "" },
        steps: [...steps, { mistake: swapped }],
        weight: 2,
      },
    ]);
}
