import { groupDigits } from "../signing/wording/group-digits";
import { BEYOND_ASCII, type TraitCounts, type TraitKind } from "./traits";

/** What separates the URLs of a group from the valid ones, fully or nearly, with its counts. */
export interface Separation {
  readonly kind: TraitKind | "time";
  /** One sentence for users. */
  readonly sentence: string;
  readonly inGroup: number;
  readonly inValid: number;
}

/** “Nearly all” is at least this share of one group, and at most the rest of the other. */
const NEARLY = 0.95;
const MOST_FACTS = 4;
/** A single URL always has something that no other has, or lacks it. */
const FEWEST = 2;
/** Fewer requests may lie close together by chance. */
const FEWEST_TIMED = 5;

const ORDER: readonly Separation["kind"][] = [
  "parameter",
  "character",
  "address",
  "agent",
  "host",
  "start",
  "ending",
  "time",
];

/** How the URLs are called with which a group is compared. */
type Called = "valid" | "open";

/** At most a few facts, full separations first. */
export function factsOf(group: TraitCounts, valid: TraitCounts, called: Called): Separation[] {
  if (group.urls < FEWEST || valid.urls === 0) return [];
  const having = [...present(group, valid, called)];
  // Where they come from an address of their own, it is clear that they do not come from that of the valid ones.
  const absences = valid.urls < FEWEST ? [] : [...absent(group, valid, called)];
  const lacking = absences.filter((fact) => !having.some(({ kind }) => kind === fact.kind));
  const facts = [...having, ...lacking, ...timeFact(group, valid, called)];
  const rank = ({ kind, inGroup, inValid }: Separation) => {
    const isFull =
      (inGroup === group.urls && inValid === 0) ||
      (inGroup === 0 && inValid === valid.urls) ||
      kind === "time";
    return (isFull ? 0 : ORDER.length) + ORDER.indexOf(kind);
  };
  return facts.sort((a, b) => rank(a) - rank(b)).slice(0, MOST_FACTS);
}

function* present(group: TraitCounts, valid: TraitCounts, called: Called): Generator<Separation> {
  for (const [kind, value, inGroup] of group.entries()) {
    const inValid = valid.count(kind, value);
    if (inValid === null || inGroup < group.urls * NEARLY || inValid > valid.urls * (1 - NEARLY)) continue;
    const others = inValid === 0 ? othersOf(kind, valid) : "";
    const sentence = `${part(inGroup, group.urls)} ${said(kind, value)}; ${few(inValid, valid.urls, called)}${others}.`;
    yield { kind, sentence, inGroup, inValid };
  }
}

/** What all the valid ones have and these lack. */
function* absent(group: TraitCounts, valid: TraitCounts, called: Called): Generator<Separation> {
  for (const [kind, value, inValid] of valid.entries()) {
    const inGroup = group.count(kind, value);
    if (inGroup === null || inValid < valid.urls * NEARLY || inGroup > group.urls * (1 - NEARLY)) continue;
    const own =
      inGroup === 0
        ? `None of the ${number(group.urls)}`
        : `Only ${number(inGroup)} of ${number(group.urls)}`;
    const theirs =
      inValid === valid.urls
        ? `all ${number(valid.urls)}`
        : `${number(inValid)} of the ${number(valid.urls)}`;
    yield { kind, sentence: `${own} ${said(kind, value)}; ${theirs} ${called} ones do.`, inGroup, inValid };
  }
}

function part(count: number, all: number): string {
  if (count === all) return all === 2 ? "Both" : `All ${number(all)}`;
  return `${number(count)} of ${number(all)}`;
}

function few(count: number, valid: number, called: Called): string {
  if (count === 0)
    return valid === 1 ? `the ${called} one does not` : `none of the ${number(valid)} ${called} ones does`;
  return `${number(count)} of the ${number(valid)} ${called} ones ${count === 1 ? "does" : "do"}`;
}

const number = groupDigits;

/** In the present tense: it is said of one and of many. */
function said(kind: TraitKind, value: string): string {
  switch (kind) {
    case "parameter":
      return `have the parameter “${value}”`;
    case "character":
      return value === BEYOND_ASCII ? "have a character beyond ASCII" : `have “${value}” in them`;
    case "start":
      return `have a path that begins with “${value}”`;
    case "ending":
      return `have a path that ends in “${value}”`;
    case "host":
      return `have the host ${value}`;
    case "address":
      return `have the address ${value}`;
    case "agent":
      return `have the agent “${value}”`;
  }
}

/** The few addresses that the valid ones came from. */
function othersOf(kind: TraitKind, valid: TraitCounts): string {
  const values = kind === "address" || kind === "host" ? valid.values(kind) : null;
  if (!values || values.length === 0 || values.length > 3) return "";
  const [last, ...before] = values.toReversed();
  return `: theirs is ${before.length === 0 ? last : `${before.toReversed().join(", ")} or ${last}`}`;
}

/** A stretch of time that holds all of the group and next to none of the valid ones. */
function* timeFact(group: TraitCounts, valid: TraitCounts, called: Called): Generator<Separation> {
  if (group.timed < FEWEST_TIMED || group.timed < group.urls || valid.timed < valid.urls) return;
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const minute of group.minutes.keys()) {
    first = Math.min(first, minute);
    last = Math.max(last, minute);
  }
  // Times of no zone are compared with each other, wherever they were written.
  const isLocal = group.local === group.urls && valid.local === valid.urls;
  if (!isLocal && group.local + valid.local > 0) return;
  let inValid = 0;
  for (const [minute, count] of valid.minutes) if (minute >= first && minute <= last) inValid += count;
  if (inValid > valid.urls * (1 - NEARLY)) return;
  const when =
    first === last
      ? `in the minute ${minuteText(first)}`
      : `between ${minuteText(first)} and ${minuteText(last + 1)}`;
  const sentence = `All ${number(group.urls)} have a time ${when}${isLocal ? "" : " UTC"}; ${few(inValid, valid.urls, called)}.`;
  yield { kind: "time", sentence, inGroup: group.urls, inValid };
}

function minuteText(minute: number): string {
  return new Date(minute * 60_000).toISOString().slice(0, 16).replace("T", " ");
}
