import type { Case } from "../../diagnosis/case";
import { searchPublicCase } from "../../diagnosis/known/public-search";
import type { SigningRequest } from "../../signing/types";
import { Explainer, type Pause, type Seek } from "../explainer";
import { Groups } from "../groups";
import { hideSecrets } from "../hide-secrets";
import { Judge, type ManyInput } from "../judge";
import { Reading, type Seen } from "../reading";
import { urlsText } from "../report";
import { Stopped } from "../run";
import { Refused } from "../source/open";
import { spread } from "../spread";
import { type Summary, summarise } from "../summary";
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
  readonly groups = new Groups();
  readonly #file: Blob;
  readonly #pause: Pause;
  readonly #budget: typeof BUDGET;
  readonly #judge: Judge;
  readonly #explainer: Explainer;
  readonly #hide: (text: string) => string;
  readonly #survey = new Survey();
  readonly #quick: QuickKeys;
  readonly #hits: Sample[] = [];
  /** Those that were searched, each once: the likeliest keys and all of them may have been tried on the same one. */
  readonly #searched = new Set<SigningRequest>();
  #reading: Reading;
  #doing = "Comparing the signatures";
  #refused: string | null = null;
  #state: Summary["state"] = "running";

  /** @param pause called often and awaited; the run stops where it throws `Stopped`. */
  constructor(file: Blob, input: ManyInput, pause: Pause, budget = BUDGET) {
    this.#budget = budget;
    const known: ManyInput = { ...input, secret: "", otherSecrets: [] };
    this.#file = file;
    this.#pause = pause;
    this.#judge = new Judge(known);
    this.#explainer = new Explainer(known, pause, seek);
    this.#quick = new QuickKeys(known);
    this.#hide = hideSecrets(input.otherSecrets);
    this.#reading = this.#begin();
  }

  /** Reads all of it, twice. */
  async go(): Promise<void> {
    try {
      await this.#reading.each(this.#file, (seen) => this.#look(seen));
      this.#doing = "Trying public keys";
      await this.#search(this.#hits, "single", this.#budget.quick);
      await this.#search([...spread(this.#survey.spread)], "single", this.#budget.quick);
      await this.#search(this.#survey.firsts, "all", this.#budget.whole);
      this.#doing = "Sorting";
      this.#reading = this.#begin();
      await this.#reading.each(this.#file, (seen) => this.#sort(seen));
      this.#state = "done";
    } catch (error) {
      if (error instanceof Refused) this.#refused = error.message;
      else if (!(error instanceof Stopped)) throw error;
      this.#state = error instanceof Refused && this.#reading.urls === 0 ? "done" : "stopped";
    }
  }

  summary(): Summary {
    const isOver = this.#state !== "running";
    const { bytes, lines, urls, without } = this.#reading;
    return {
      state: this.#state,
      hasSecret: false,
      bytes,
      size: this.#file.size,
      lines,
      urls,
      open: 0,
      without,
      groups: summarise(this.groups, isOver, this.#hide),
      doing: this.#doing,
      limits: isOver ? this.#limits() : [],
      refused: this.#refused,
    };
  }

  #begin(): Reading {
    return new Reading(this.#judge, this.#hide, this.#pause);
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
      if (this.#explainer.isExplained(scheme, request)) continue;
      this.#searched.add(request);
      await this.#explainer.search(scheme, request, depth, end - performance.now());
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
    const reason = this.#explainer.hasRecipes ? this.#explainer.replay(scheme, request) : null;
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
        `The likeliest public keys were tried on ${urlsText(this.#quick.tried)}, all that are known here, and digests without a key, on ${urlsText(this.#searched.size)}. Every URL was compared with what was found.`,
      );
    if (this.#survey.left > 0)
      limits.push(
        "The file has too many signatures for all to be compared with each other; the last ones were not.",
      );
    return [...limits, ...this.groups.limits];
  }
}
