import type { UrlText } from "../signing/types";
import { cutQuery } from "../signing/url-text";
import type { Asker } from "./lines/log-line";

/** What of a URL or its line may tell failing ones from valid ones. */
export type TraitKind = "parameter" | "character" | "start" | "ending" | "host" | "address" | "agent";

/** One trait of one URL. */
export type Trait = readonly [kind: TraitKind, value: string];

/** Values of one kind that are counted; what comes later is not, and nothing is told of a kind's missing values then. */
const MOST_VALUES = 2_000;
const LONGEST_VALUE = 200;
/** Minutes that are counted: two weeks. */
const MOST_MINUTES = 20_160;

/** How often each trait occurs among the URLs of a group. */
export class TraitCounts {
  readonly #counts = new Map<TraitKind, Map<string, number>>();
  readonly #overfull = new Set<TraitKind>();
  readonly minutes = new Map<number, number>();
  /** How many URLs were counted, and how many of them with a time. */
  urls = 0;
  timed = 0;

  add(text: UrlText, asker: Asker): void {
    this.urls++;
    for (const [kind, value] of traitsOf(text, asker)) this.#count(kind, value);
    if (Number.isNaN(asker.time)) return;
    const minute = Math.floor(asker.time / 60_000);
    const count = this.minutes.get(minute);
    if (count === undefined && this.minutes.size >= MOST_MINUTES) return;
    this.minutes.set(minute, (count ?? 0) + 1);
    this.timed++;
  }

  /** `null` where it is not known. */
  count(kind: TraitKind, value: string): number | null {
    return this.#counts.get(kind)?.get(value) ?? (this.#overfull.has(kind) ? null : 0);
  }

  *entries(): Generator<readonly [TraitKind, string, number]> {
    for (const [kind, values] of this.#counts)
      for (const [value, count] of values) yield [kind, value, count];
  }

  /** The values of a kind; `null` where they are too many to be told. */
  values(kind: TraitKind): readonly string[] | null {
    return this.#overfull.has(kind) ? null : [...(this.#counts.get(kind)?.keys() ?? [])];
  }

  #count(kind: TraitKind, value: string): void {
    let values = this.#counts.get(kind);
    if (!values) {
      values = new Map();
      this.#counts.set(kind, values);
    }
    const count = values.get(value);
    if (count !== undefined) values.set(value, count + 1);
    else if (values.size < MOST_VALUES) values.set(value, 1);
    else this.#overfull.add(kind);
  }
}

/** Each trait of a URL once. `text` is the URL without its signature. */
function* traitsOf({ origin, path, query }: UrlText, { address, agent }: Asker): Generator<Trait> {
  if (query !== null) {
    const names = new Set<string>();
    for (const { name } of cutQuery(query)) names.add(name);
    for (const name of names) if (name.length <= LONGEST_VALUE) yield ["parameter", name];
  }
  yield* startsOf(path);
  const ending = /\.[A-Za-z\d]{1,5}$/.exec(path)?.[0];
  if (ending) yield ["ending", ending];
  yield* charactersOf(query === null ? path : `${path}?${query}`);
  if (origin !== "") yield ["host", origin.slice(origin.indexOf("://") + 3, LONGEST_VALUE)];
  if (address !== "") yield ["address", address];
  if (agent !== "") yield ["agent", agent.slice(0, LONGEST_VALUE)];
}

/** Its first two folders. */
function* startsOf(path: string): Generator<Trait> {
  const first = path.indexOf("/", 1);
  if (first < 0 || first > LONGEST_VALUE) return;
  yield ["start", path.slice(0, first + 1)];
  const second = path.indexOf("/", first + 1);
  if (second > 0 && second <= LONGEST_VALUE) yield ["start", path.slice(0, second + 1)];
}

/** What a URL seldom holds. */
const SELDOM = /%[0-9A-Fa-f]{2}|[^A-Za-z0-9/=&?._-]/;
const EVERY_SELDOM = new RegExp(SELDOM, "g");
/** Told as one: which letter it is tells nothing. */
export const BEYOND_ASCII = "beyond ASCII";

function* charactersOf(text: string): Generator<Trait> {
  if (!SELDOM.test(text)) return;
  const seen = new Set<string>();
  for (const [found] of text.matchAll(EVERY_SELDOM))
    seen.add(/^%[89A-Fa-f]|[^\0-\x7f]/.test(found) ? BEYOND_ASCII : found);
  for (const character of seen) yield ["character", character];
}
