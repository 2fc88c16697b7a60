import { groupDigits } from "../signing/wording/group-digits";
import type { Diagnosis, Progress } from "./diagnosis";

/** Which levels are searched: all, or those of one part of a search that two workers share. */
export type Part = "all" | "first" | "second" | "third" | "fourth";

/** A part that is searched apart, and the first of its levels. */
export interface OtherPart {
  readonly part: Part;
  readonly level: number;
}

/** How much of one level was tried in vain, and in which words that is told. */
export interface Count {
  /** Its place among all levels. */
  readonly level: number;
  readonly phrase: string;
  readonly tried: number;
}

/** Where a part of a search stands. */
export interface Standing {
  readonly part: Part;
  /** The place of the level that is being tried, and what users read meanwhile. */
  readonly level: number;
  readonly doing: string;
  /** The parts that the search needs besides this one; none where this one can answer alone. */
  readonly others: readonly OtherPart[];
  readonly tried: number;
  /** Of the levels that it has left behind, in their order. */
  readonly counts: readonly Count[];
  /** After so many tries the whole search ends. */
  readonly most: number;
  /** True once its time or its tries were used up. */
  readonly isStopped: boolean;
  readonly isDone: boolean;
  /** What was found, in the level that was counted last. */
  readonly diagnosis: Diagnosis | null;
  /** What is told where nothing was found. */
  readonly leaves: string;
  readonly limits: readonly string[];
  /** When it began, in milliseconds since 1970, and how long it has taken so far. */
  readonly started: number;
  readonly milliseconds: number;
}

/**
 * What a search in one part or several comes to, the same as in one; `null` as long as a level has not been tried before the one
 * that explains. The first part comes first; others may still be missing.
 */
export function settle(standings: readonly Standing[]): Diagnosis | null {
  const undone = firstUndone(standings);
  const vain: Count[] = [];
  let tried = 0;
  for (const { count, found, most } of countsOf(standings)) {
    if (count.level >= undone) return null;
    const sum = tried + count.tried;
    if (found && sum <= most) return { ...found, tried: sum, milliseconds: millisecondsOf(standings) };
    vain.push({ ...count, tried: Math.min(count.tried, most - tried) });
    tried = Math.min(sum, most);
    if (sum >= most) return unexplained(standings, vain, tried, true);
  }
  if (undone < Number.POSITIVE_INFINITY) return null;
  const atSight = standings.find(({ diagnosis, counts }) => diagnosis && counts.length === 0);
  const isStopped = standings.some((standing) => standing.isStopped);
  return atSight?.diagnosis ?? unexplained(standings, vain, tried, isStopped);
}

/** What users read while it is not settled. */
export function progressOf(standings: readonly Standing[]): Progress {
  const running = standings.filter(({ isDone }) => !isDone).toSorted((a, b) => a.level - b.level);
  return {
    tried: standings.reduce((sum, { tried }) => sum + tried, 0),
    level: running[0]?.doing ?? "",
    excluded: phrases(countsOf(standings).map(({ count }) => count)),
  };
}

/** The first level of which it is not known whether it explains. */
function firstUndone(standings: readonly Standing[]): number {
  const running = standings.filter(({ isDone }) => !isDone);
  return Math.min(...[...running, ...missing(standings)].map(({ level }) => level));
}

/** The parts that nobody has begun; none once the time is up. */
export function missing(standings: readonly Standing[]): readonly OtherPart[] {
  if (standings.some(({ isStopped, tried, most }) => isStopped && tried < most)) return [];
  const others = standings[0]?.others ?? [];
  return others.filter(({ part }) => !standings.some((standing) => standing.part === part));
}

/** All counts in the order of the levels, each with what was found there. */
function countsOf(standings: readonly Standing[]) {
  return standings
    .flatMap(({ counts, diagnosis, most }) =>
      counts.map((count) => ({ count, found: count === counts.at(-1) ? diagnosis : null, most })),
    )
    .sort((a, b) => a.count.level - b.count.level);
}

function millisecondsOf(standings: readonly Standing[]): number {
  const ends = standings.map(({ started, milliseconds }) => started + milliseconds);
  return Math.round(Math.max(...ends) - Math.min(...standings.map(({ started }) => started)));
}

function unexplained(
  standings: readonly Standing[],
  counts: readonly Count[],
  tried: number,
  isStopped: boolean,
): Diagnosis {
  const [first] = standings;
  return {
    state: "unexplained",
    excluded: phrases(counts),
    leaves: first?.leaves ?? "",
    tried,
    milliseconds: millisecondsOf(standings),
    limits: isStopped
      ? [`The search stopped after ${tried} tries; rarer pairs of mistakes were left out.`]
      : (first?.limits ?? []),
  };
}

/** The counts of each phrase summed, in words. */
function phrases(counts: readonly Count[]): string[] {
  const sums = new Map<string, number>();
  for (const { phrase, tried } of counts)
    if (phrase !== "" && tried > 0) sums.set(phrase, (sums.get(phrase) ?? 0) + tried);
  return [...sums].map(([phrase, count]) => `${groupDigits(count)} ${phrase}`);
}
