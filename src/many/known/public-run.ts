import type { Case } from "../../diagnosis/case";
import { searchPublicCase } from "../../diagnosis/known/public-search";
import type { SigningRequest } from "../../signing/types";
import { Explainer, type Pause, type Seek } from "../explainer";
import type { Seen } from "../file-reading";
import type { Groups } from "../groups";
import { Judge, type ManyInput } from "../judge";
import { hideSecrets } from "../report/hide-secrets";
import { urlsText } from "../report/report";
import type { Summary } from "../report/summary";
import { Sorting } from "../sorting";
import { spread } from "../spread";
import { causeOf, readCause, weaker } from "./known-cause";
import { QuickKeys } from "./quick-keys";
import { signedCase } from "./signed-case";
import { type Sample, Survey } from "./survey";

/** How much is searched for public keys: HMACs of one URL, and milliseconds of all. */
const QUICK = { tried: 600, milliseconds: 200 };
const WHOLE = { tried: 60_000, milliseconds: 600 };
const BUDGET = { quick: 3_000, whole: 4_000 };

const seek: Seek = async (found: Case, watch, depth) => {
  const { answer, hit } = await searchPublicCase(found, watch, depth === "single" ? QUICK : WHOLE);
  return { diagnosis: answer.explained, hit };
};

/**
 * Sorts a file of URLs by what is known of them without their secret. It is read twice: first signatures are compared and a few
 * URLs searched for public keys, then each URL is sorted by its own text and its own HMAC with what was found.
 */
export class PublicRun {
  readonly groups: Groups;
  readonly #sorting: Sorting;
  readonly #budget: typeof BUDGET;
  readonly explainer: Explainer;
  readonly judge: Judge;
  readonly #survey = new Survey();
  readonly #quick: QuickKeys;
  readonly #hits: Sample[] = [];
  /** Those that were searched, each once: the likeliest keys and all of them may have been tried on the same one. */
  readonly #searched = new Set<SigningRequest>();

  /** @param pause called often and awaited; the run stops where it throws `Stopped`. */
  constructor(file: Blob, input: ManyInput, pause: Pause, budget = BUDGET) {
    this.#budget = budget;
    const known: ManyInput = { ...input, secret: "", otherSecrets: [] };
    this.explainer = new Explainer(known, pause, seek);
    this.#quick = new QuickKeys(known);
    this.judge = new Judge(known);
    const hide = hideSecrets(input.otherSecrets);
    this.#sorting = new Sorting({ file, judge: this.judge, hide, pause, hasSecret: false });
    this.groups = this.#sorting.groups;
  }

  /** Reads all of it, twice. */
  async go(): Promise<void> {
    await this.#sorting.run(async () => {
      this.#sorting.doing = "Comparing the signatures";
      await this.#sorting.each((seen) => this.#look(seen));
      this.#sorting.doing = "Trying public keys";
      await this.#search(this.#hits, "single", this.#budget.quick);
      await this.#search([...spread(this.#survey.spread)], "single", this.#budget.quick);
      await this.#search(this.#survey.firsts, "all", this.#budget.whole);
      this.#sorting.doing = "Sorting";
      await this.#sorting.each((seen) => this.#sort(seen));
    });
  }

  summary(): Summary {
    return this.#sorting.summary(0, () => this.#limits());
  }

  #look(seen: Seen): null {
    const { scheme, request, verdict } = seen.judged;
    const signed = verdict === "open" ? signedCase(seen) : null;
    if (!signed || !request) return null;
    const facts = readCause(signed);
    if (facts.some(({ impossible }) => impossible)) return null;
    this.#survey.add({ scheme, request });
    if (this.#quick.fits({ scheme, request })) this.#hits.push({ scheme, request });
    return null;
  }

  /** What hits is tried on every URL afterwards. */
  async #search(samples: readonly Sample[], depth: "single" | "all", milliseconds: number): Promise<void> {
    const end = performance.now() + milliseconds;
    for (const { scheme, request } of samples) {
      if (performance.now() > end) return;
      if (this.explainer.isExplained(scheme, request)) continue;
      this.#searched.add(request);
      await this.explainer.search(scheme, request, depth, end - performance.now());
    }
  }

  #sort(seen: Seen): null {
    const { judged, row, asker } = seen;
    const { scheme, text, request, verdict, problem } = judged;
    const traits = request?.unsigned ?? text;
    const signed = verdict === "open" ? signedCase(seen) : null;
    if (!signed || !request) {
      this.groups.add(verdict, row, problem?.sentence ?? "", null).traits.add(traits, asker);
      return null;
    }
    const reason = this.explainer.hasPrecedents ? this.explainer.replay(scheme, request) : null;
    if (reason) {
      this.groups.add(reason.id, row, reason.detail, reason.diagnosis).traits.add(traits, asker);
      return null;
    }
    const { cause, detail } = causeOf(signed, readCause(signed), this.#survey.isShared(request));
    const group = this.groups.add(cause.id, row, detail, null);
    group.known = weaker(group.known, cause);
    group.traits.add(traits, asker);
    return null;
  }

  #limits(): string[] {
    const limits: string[] = [];
    if (this.#searched.size > 0)
      limits.push(
        `${
          this.#quick.tried === this.#searched.size
            ? ""
            : `The likeliest public keys were tried on ${urlsText(this.#quick.tried)}. `
        }All public keys that are known here, and digests without a key, were tried on ${urlsText(this.#searched.size)}. Every URL was compared with what was found.`,
      );
    if (this.#survey.left > 0)
      limits.push(
        "The file has too many signatures for all to be compared with each other; the last ones were not.",
      );
    return limits;
  }
}
