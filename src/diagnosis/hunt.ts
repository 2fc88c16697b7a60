import { eachAlone, leavesTraces } from "./candidates/alone";
import { Supply } from "./candidates/supply";
import type { Case } from "./case";
import type { Candidate } from "./engine/batch";
import { Engine, type Hit } from "./engine/engine";
import type { Target } from "./forms/reading";
import { LEVELS, type Level } from "./levels";
import type { Count, Standing } from "./parts";
import { mistakesOf } from "./registry";

/** A search of ordinary URLs ends well below this many HMACs; long URLs get fewer. */
const MOST_TRIED = 1_500_000;
/** What hashing this many characters more costs as much as another HMAC. */
const CHARACTERS_PER_TRY = 600;
/** Slow machines get this long; a long URL, of which fewer pairs are tried anyway, a third of it. */
const MOST_MILLISECONDS = 24_000;
const LONG = 20_000;

/** A way through the levels, up to the first that explains. */
export class Hunt {
  readonly #case: Case;
  readonly #engine: Engine;
  readonly #most: number;
  readonly #watch: () => void | Promise<void>;
  readonly #counts: Count[] = [];
  #level = 0;

  /** @param watch called at the beginning of each level and every few milliseconds, and awaited; the hunt ends when it throws. */
  constructor(found: Case, watch: () => void | Promise<void>) {
    this.#case = found;
    this.#watch = watch;
    const { length } = found.request.signingString;
    this.#most = Math.round(MOST_TRIED / (1 + length / CHARACTERS_PER_TRY));
    const limit = {
      tried: this.#most,
      milliseconds: MOST_MILLISECONDS / (length > LONG ? 3 : 1),
    };
    this.#engine = new Engine(found.targets, limit, watch);
  }

  get tried(): number {
    return this.#engine.tried;
  }

  get standing(): Pick<Standing, "level" | "doing" | "tried" | "counts" | "most" | "isStopped"> {
    return {
      level: this.#level,
      doing: LEVELS[this.#level]?.doing ?? "",
      tried: this.tried,
      counts: this.#counts,
      most: this.#most,
      isStopped: this.#engine.exhausted,
    };
  }

  async run(levels: readonly Level[]): Promise<Hit | null> {
    const mistakes = mistakesOf(this.#case.scheme);
    const supply = new Supply(this.#case, mistakes, this.#engine, (most) => this.#share(most));
    for (const level of levels) {
      // There is no other signature in most URLs.
      if (level.against && this.#targets(level.against).length === 0) continue;
      const hit = await this.#try(level, supply);
      if (hit || this.#engine.exhausted) return hit;
    }
    return null;
  }

  async #try(level: Level, supply: Supply): Promise<Hit | null> {
    this.#level = LEVELS.indexOf(level);
    await this.#watch();
    const before = this.tried;
    const explains = ({ message }: Candidate) =>
      leavesTraces(supply.strings.base, message, () => supply.singles);
    const hit = await this.#engine.find(level.batches(supply), this.#targets(level.against), explains);
    this.#counts.push({ level: this.#level, phrase: level.counted, tried: this.tried - before });
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
