import { root } from "../diagnosis/candidates/nodes";
import { type Case, caseOf } from "../diagnosis/case";
import type { Diagnosis, Explained } from "../diagnosis/diagnosis";
import type { Hit } from "../diagnosis/engine/engine";
import { explain, explainAtSight } from "../diagnosis/explanation/explain";
import { stepsOf } from "../diagnosis/explanation/steps-of-hit";
import { mistakesOf } from "../diagnosis/registry";
import { type Depth, searchCase } from "../diagnosis/search";
import type { Key } from "../mistakes/mistake";
import { rightDigest } from "../mistakes/right-digest";
import type { Scheme } from "../schemes/scheme";
import type { SigningRequest } from "../signing/types";
import { cutQuery, joinUrl } from "../signing/url-text";
import type { ManyInput } from "./judge";
import { type Precedent, precedentOf, Replay } from "./precedent";
import { Precedents } from "./precedents";

/** Why a signature does not match: its mistakes, proved for this URL. */
export interface Reason {
  /** The mistakes' ids in the order in which they are told, joined by `+`. */
  readonly id: string;
  /** What exactly of each mistake, in one text. */
  readonly detail: string;
  /** The whole answer; `null` where the same mistakes had one before. */
  readonly diagnosis: Explained | null;
}

/** Called often and awaited: what waits for the thread gets it. It throws where the work is to end. */
export type Pause = () => void | Promise<void>;

/** Looks for the mistakes of one case; `watch` ends it by throwing. */
export type Seek = (
  found: Case,
  watch: () => Promise<void>,
  depth: Depth,
) => Promise<{ readonly diagnosis: Diagnosis | null; readonly hit: Hit | null }>;

/** After so many searches in vain a shape is not searched any more while the file is read. */
const MOST_IN_VAIN = 3;

class BudgetSpent extends Error {}

/** Finds the mistakes behind signatures that do not match: what has hit before is tried first, then searches within a budget. */
export class Explainer {
  /** How deep a URL was searched the last time: for the likeliest mistakes, for any one, or for any combination. */
  readonly depths = new WeakMap<SigningRequest, Depth>();
  readonly #input: ManyInput;
  readonly #pause: Pause;
  readonly #seek: Seek;
  readonly #precedents = new Precedents();
  readonly #replay = new Replay();
  readonly #inVain = new Map<string, number>();
  readonly #told = new Set<string>();

  constructor(input: ManyInput, pause: Pause, seek: Seek = searchCase) {
    this.#seek = seek;
    this.#input = input;
    this.#pause = pause;
  }

  /** By what has hit before: mostly one HMAC for each precedent. */
  replay(scheme: Scheme, request: SigningRequest): Reason | null {
    const found = this.#case(scheme, request);
    if (!found) return null;
    if (found.sight?.mayHide) return null;
    if (found.sight) return reasonOf(explainAtSight(found, mistakesOf(scheme), found.sight));
    const hit = this.#hitOf(found);
    return hit && this.#reasonOf(found, hit);
  }

  /** The whole answer to a URL that these mistakes explain; `null` where what has hit before tells it otherwise now. */
  answerTo(scheme: Scheme, request: SigningRequest, id: string): Explained | null {
    const found = this.#case(scheme, request);
    const hit = found && !found.sight && this.#hitOf(found);
    if (!found || !hit) return null;
    const reason = reasonOf(explain(found, mistakesOf(scheme), hit, 1, 0, []));
    return reason?.id === id ? reason.diagnosis : null;
  }

  /** Whether what has hit before explains it. */
  isExplained(scheme: Scheme, request: SigningRequest): boolean {
    const found = this.#case(scheme, request);
    return found !== null && this.#hitOf(found) !== null;
  }

  #hitOf(found: Case): Hit | null {
    const plain = this.#input.secret === "" ? null : this.#replay.tryOn(inAnotherForm(found), found);
    if (plain) return plain;
    return this.#precedents.first((precedent) => this.#replay.tryOn(precedent, found));
  }

  /** True once there is something to be replayed. */
  get hasPrecedents(): boolean {
    return this.#precedents.size > 0;
  }

  /** The whole answer is made once for the same mistakes. */
  #reasonOf(found: Case, hit: Hit): Reason | null {
    const mistakes = mistakesOf(found.scheme);
    const steps = stepsOf(found, mistakes, hit);
    const id = steps.map(({ mistake }) => mistake.id).join("+");
    const detail = steps.flatMap(({ detail }) => detail ?? []).join(" ");
    const words = [id, ...steps.map(({ telling }) => telling?.title)].join(" ");
    if (this.#told.has(words)) return { id, detail, diagnosis: null };
    this.#told.add(words);
    return reasonOf(explain(found, mistakes, hit, 1, 0, []));
  }

  /** True once enough URLs of this shape were searched in vain. */
  isGivenUp(shape: string): boolean {
    return (this.#inVain.get(shape) ?? 0) >= MOST_IN_VAIN;
  }

  /** By a search, which ends after so many milliseconds. What hits becomes a precedent. */
  async search(
    scheme: Scheme,
    request: SigningRequest,
    depth: Depth,
    milliseconds: number,
  ): Promise<Reason | null> {
    const found = this.#case(scheme, request);
    // Digits that may be hidden from others have no cause to be found.
    if (!found || found.sight?.mayHide) return null;
    this.depths.set(request, depth);
    const end = performance.now() + milliseconds;
    const watch = async () => {
      await this.#pause();
      if (performance.now() > end) throw new BudgetSpent();
    };
    const outcome = await this.#seek(found, watch, depth).catch((error: unknown) => {
      if (error instanceof BudgetSpent) return null;
      throw error;
    });
    const shape = shapeOf(scheme, request);
    const reason = outcome?.diagnosis ? reasonOf(outcome.diagnosis) : null;
    if (outcome?.hit) this.#precedents.add(precedentOf(found, outcome.hit));
    this.#inVain.set(shape, reason ? 0 : (this.#inVain.get(shape) ?? 0) + 1);
    return reason;
  }

  #case(scheme: Scheme, request: SigningRequest): Case | null {
    return caseOf({ ...this.#input, pasted: joinUrl(request.typed) }, scheme, request);
  }
}

/** The right secret and string, of which only the signature’s form or place may be wrong: one HMAC tells it of any URL. */
function inAnotherForm({ scheme, input, facts }: Case): Precedent {
  const digest = root(rightDigest(facts.hash));
  return { scheme, key: root<Key>(input.secret), digest, steps: [], against: "targets", size: 0 };
}

function reasonOf(diagnosis: Diagnosis): Reason | null {
  if (diagnosis.state !== "explained") return null;
  const { mistakes } = diagnosis;
  return {
    id: mistakes.map(({ id }) => id).join("+"),
    detail: mistakes.flatMap(({ detail }) => detail ?? []).join(" "),
    diagnosis,
  };
}

/** What URLs of one maker have in common: the vendor, how long their signature is, and the names of their parameters. */
export function shapeOf({ id }: Scheme, { found, unsigned }: SigningRequest): string {
  const names = cutQuery(unsigned.query ?? "").map(({ name }) => name);
  return `${id} ${found?.text.length ?? 0} ${names.join("&")}`;
}
