import type { UrlText } from "../signing/types";
import { apart } from "./apart";
import type { Asker } from "./lines/log-line";

/** What of a URL or its line may tell failing ones from valid ones. */
export type TraitKind = "parameter" | "character" | "start" | "ending" | "host" | "address" | "agent";

/** How many values of one kind are counted. Of a kind with more it is not said which values a group lacks. */
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
  /** How many of those times name no zone. */
  local = 0;

  add(text: UrlText, asker: Asker): void {
    this.urls++;
    countTraits(text, asker, this.#add);
    if (Number.isNaN(asker.time)) return;
    const minute = Math.floor(asker.time / 60_000);
    const count = this.minutes.get(minute);
    if (count === undefined && this.minutes.size >= MOST_MINUTES) return;
    this.minutes.set(minute, (count ?? 0) + 1);
    this.timed++;
    if (asker.isLocal) this.local++;
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

  readonly #add: Count = (kind, value) => {
    let values = this.#counts.get(kind);
    if (!values) {
      values = new Map();
      this.#counts.set(kind, values);
    }
    const count = values.get(value);
    if (count !== undefined) values.set(value, count + 1);
    else if (values.size < MOST_VALUES) values.set(apart(value), 1);
    else this.#overfull.add(kind);
  };
}

type Count = (kind: TraitKind, value: string) => void;

/** Each trait of a URL once. `text` is the URL without its signature. */
function countTraits({ origin, path, query }: UrlText, { address, agent }: Asker, count: Count): void {
  if (query !== null) countNames(query, count);
  countStarts(path, count);
  const dot = path.lastIndexOf(".");
  if (dot >= path.length - LONGEST_ENDING && ENDING.test(path.slice(dot))) count("ending", path.slice(dot));
  countCharacters(query === null ? path : `${path}?${query}`, count);
  if (origin !== "") count("host", origin.slice(origin.indexOf("://") + 3, LONGEST_VALUE));
  if (address !== "") count("address", address);
  if (agent !== "") count("agent", agent.slice(0, LONGEST_VALUE));
}

const ENDING = /^\.[A-Za-z\d]{1,5}$/;
/** With its dot. */
const LONGEST_ENDING = 6;

/** Names of one URL that are looked at. */
const MOST_NAMES = 100;

/** The parameters' names. Their values are not counted. */
function countNames(query: string, count: Count): void {
  const names: string[] = [];
  for (let from = 0; from <= query.length && names.length < MOST_NAMES; ) {
    const next = query.indexOf("&", from);
    const end = next < 0 ? query.length : next;
    const equals = query.indexOf("=", from);
    const name = query.slice(from, equals < 0 || equals > end ? end : equals);
    if (name.length <= LONGEST_VALUE && !names.includes(name)) {
      names.push(name);
      count("parameter", name);
    }
    from = end + 1;
  }
}

/** Its first two folders. */
function countStarts(path: string, count: Count): void {
  const first = path.indexOf("/", 1);
  if (first < 0 || first > LONGEST_VALUE) return;
  count("start", path.slice(0, first + 1));
  const second = path.indexOf("/", first + 1);
  if (second > 0 && second <= LONGEST_VALUE) count("start", path.slice(0, second + 1));
}

/** Any other character is one that a URL seldom holds. */
const USUAL = /[A-Za-z0-9/=&?._-]/;
const isUsual = Uint8Array.from({ length: 128 }, (_, code) => Number(USUAL.test(String.fromCharCode(code))));
const ESCAPE = /^%[0-9A-Fa-f]{2}$/;
const PERCENT = 0x25;
/** All letters beyond ASCII are told as one, because it does not matter which it is. */
export const BEYOND_ASCII = "beyond ASCII";

/** Characters and escapes that a URL seldom holds. Looked at one by one: every line of a file comes here. */
function countCharacters(text: string, count: Count): void {
  const seen: string[] = [];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isUsual[code] === 1) continue;
    const digits = code === PERCENT ? text.slice(at, at + 3) : "";
    const isEscape = ESCAPE.test(digits);
    const found = told(isEscape ? digits : text.charAt(at));
    if (isEscape) at += 2;
    if (seen.includes(found)) continue;
    seen.push(found);
    count("character", found);
  }
}

const told = (found: string) => (/^%[89A-Fa-f]|[^\0-\x7f]/.test(found) ? BEYOND_ASCII : found);
