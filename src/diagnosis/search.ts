import type { Mistake } from "../mistakes/mistake";
import { eachAlone } from "./alone";
import { type Case, readCase } from "./case";
import { withCorrection } from "./correct";
import type { Diagnosis, DiagnosisInput, Progress } from "./diagnosis";
import { Engine, type Hit } from "./engine";
import type { Target } from "./forms/reading";
import { giveUp, phrases } from "./give-up";
import { isSingle, LEVELS, type Level } from "./levels";
import { mistakesOf } from "./registry";
import { explain, explainAtSight } from "./result";
import { Supply } from "./supply";

/** How a caller follows a search: called now and then and awaited; the search stops when it throws. */
export type Watch = (progress: Progress) => void | Promise<void>;

/** A search of ordinary URLs ends well below this many HMACs; long URLs get fewer. */
const MOST_TRIED = 1_500_000;
/** What hashing this many characters more costs as much as another HMAC. */
const CHARACTERS_PER_TRY = 600;
/** Slow machines get this long; a long URL, of which fewer pairs are tried anyway, a third of it. */
const MOST_MILLISECONDS = 24_000;
const LONG = 20_000;

/**
 * Searches the catalogue for the mistakes that reproduce the pasted signature, level by level, and stops at the first level that
 * explains. Nothing unverified is reported.
 */
export async function search(input: DiagnosisInput, watch: Watch = () => {}): Promise<Diagnosis> {
  const found = readCase(input);
  return found ? (await searchCase(found, watch)).diagnosis : giveUp(null, [], 0, 0, []);
}

/** How far a search goes: to the likeliest single mistakes, which cost a few milliseconds, to all single ones, or to its end. */
export type Depth = "likeliest" | "single" | "all";

const DEPTHS: Readonly<Record<Depth, readonly Level[]>> = {
  likeliest: LEVELS.slice(
    0,
    LEVELS.findIndex((level) => !isSingle(level)),
  ),
  single: LEVELS.filter(isSingle),
  all: LEVELS,
};

/** The search of a case that was read already, with what it found. */
export async function searchCase(
  found: Case,
  watch: Watch,
  depth: Depth = "all",
): Promise<{ readonly diagnosis: Diagnosis; readonly hit: Hit | null }> {
  const started = performance.now();
  const mistakes = mistakesOf(found.scheme);
  if (found.sight) return { diagnosis: explainAtSight(found, mistakes, found.sight), hit: null };
  const hunt = new Hunt(found, mistakes, watch);
  const hit = await hunt.run(DEPTHS[depth]);
  const milliseconds = Math.round(performance.now() - started);
  const diagnosis = hit
    ? await withCorrection(
        found,
        mistakes,
        explain(found, mistakes, hit, hunt.tried, milliseconds, hunt.limits),
      )
    : giveUp(found, hunt.counts, hunt.tried, milliseconds, hunt.limits);
  return { diagnosis, hit };
}

class Hunt {
  readonly limits: string[] = [];
  readonly counts: [phrase: string, count: number][] = [];
  readonly #case: Case;
  readonly #mistakes: readonly Mistake[];
  readonly #engine: Engine;
  readonly #most: number;
  #level = "";

  constructor(found: Case, mistakes: readonly Mistake[], watch: Watch) {
    this.#case = found;
    this.#mistakes = mistakes;
    const { length } = found.request.signingString;
    this.#most = Math.round(MOST_TRIED / (1 + length / CHARACTERS_PER_TRY));
    const limit = {
      tried: this.#most,
      milliseconds: MOST_MILLISECONDS / (length > LONG ? 3 : 1),
    };
    this.#engine = new Engine(found.targets, limit, () =>
      watch({ tried: this.tried, level: this.#level, excluded: phrases(this.counts) }),
    );
  }

  get tried(): number {
    return this.#engine.tried;
  }

  async run(levels: readonly Level[]): Promise<Hit | null> {
    if (this.#case.targets.length + this.#case.nearTargets.length === 0) return null;
    const supply = new Supply(this.#case, this.#mistakes, this.#engine, (most) => this.#share(most));
    for (const level of levels) {
      const hit = await this.#try(level, supply);
      if (hit) return hit;
      if (this.#engine.exhausted) {
        this.limits.push(
          `The search stopped after ${this.tried} tries; rarer pairs of mistakes were left out.`,
        );
        return null;
      }
    }
    for (const { leftOut } of this.#mistakes) {
      const limit = leftOut?.(this.#case.request.unsigned);
      if (limit) this.limits.push(limit);
    }
    return null;
  }

  async #try({ doing, counted, against, batches }: Level, supply: Supply): Promise<Hit | null> {
    this.#level = doing;
    const before = this.tried;
    const hit = await this.#engine.find(batches(supply), this.#targets(against));
    this.counts.push([counted, this.tried - before]);
    if (!hit) return null;
    const message = supply.strings.lightest(hit.candidate.message);
    const alone = eachAlone(message, () => supply.singles);
    return { ...hit, candidate: { ...hit.candidate, message }, plain: supply.plainly(hit.candidate), alone };
  }

  #targets(against: Level["against"]): readonly Target[] {
    if (against === "the other signatures") return this.#case.otherTargets;
    return against ? this.#case.nearTargets : this.#case.targets;
  }

  /** Long URLs are composed with fewer variants. */
  #share(most: number): number {
    return Math.max(20, Math.min(most, Math.round(this.#most / 800)));
  }
}
