import type { Depth } from "../diagnosis/search";
import { publicKeyOf } from "../schemes/public-key";
import { Explainer, type Pause, type Reason, shapeOf } from "./explainer";
import type { Seen } from "./file-reading";
import type { Groups } from "./groups";
import { Judge, type Judged, type ManyInput } from "./judge";
import { othersDetail } from "./known/known-cause";
import { signedCase } from "./known/signed-case";
import { Unexplained } from "./known/unexplained";
import { hideSecrets } from "./report/hide-secrets";
import { searchedInVain } from "./report/in-vain";
import { urlsText } from "./report/report";
import type { Summary } from "./report/summary";
import { Sorting } from "./sorting";
import { spread } from "./spread";
import { Waiting } from "./waiting";
import { othersSecret } from "./whose-secret";

/** Milliseconds of searching. */
export interface Budget {
  /** For single mistakes while the file is read, and after it. */
  readonly reading: number;
  readonly single: number;
  /** For all kinds of mistakes. */
  readonly all: number;
}

const BUDGET: Budget = { reading: 3_000, single: 6_000, all: 20_000 };
/** URLs of one shape that are searched for all kinds of mistakes. */
const MOST_OF_SHAPE = 2;

/** A URL whose mistake is not known yet. */
interface Pending extends Omit<Seen, "judged"> {
  readonly judged: Judged & { readonly request: NonNullable<Judged["request"]> };
}

/**
 * Reads a file of URLs once and sorts them by what is wrong with them. Memory grows with the groups and the rows that are kept,
 * to a bound, and never with the file.
 */
export class Run {
  readonly groups: Groups;
  readonly judge: Judge;
  readonly #sorting: Sorting;
  readonly #pause: Pause;
  readonly #budget: Budget;
  readonly explainer: Explainer;
  readonly #hide: (text: string) => string;
  readonly #pending = new Waiting<Pending>();
  /** How many of the URLs that nothing explained were searched, by how deep. */
  readonly #inVain: Record<Depth, number> = { likeliest: 0, single: 0, all: 0 };
  #spent = 0;
  readonly #entered: string;
  /** URLs that do not match, and carry what was entered as the secret for all to see. */
  #withKey = 0;

  /** @param pause called often and awaited; the run stops where it throws `Stopped`. */
  constructor(file: Blob, input: ManyInput, pause: Pause, budget = BUDGET) {
    this.#budget = budget;
    this.#pause = pause;
    this.#entered = input.secret.trim();
    this.judge = new Judge(input);
    this.explainer = new Explainer(input, pause);
    this.#hide = hideSecrets([input.secret, ...input.otherSecrets]);
    this.#sorting = new Sorting({ file, judge: this.judge, hide: this.#hide, pause, hasSecret: true });
    this.groups = this.#sorting.groups;
  }

  /** Reads all of it. What was found can be asked for meanwhile and afterwards. */
  async go(): Promise<void> {
    await this.#sorting.run(async () => {
      this.#sorting.doing = "Reading the file";
      await this.#sorting.each((seen) => this.#sort(seen));
      await this.#searchPending();
    });
    this.#settle();
  }

  summary(): Summary {
    return this.#sorting.summary(this.#pending.size, () => this.#limits());
  }

  #sort(seen: Seen): (() => Promise<void>) | null {
    const { judged, row, asker } = seen;
    const { verdict, request, scheme, problem } = judged;
    if (verdict !== "mismatch" || !request) {
      const group = this.groups.add(verdict, row, problem?.sentence ?? "", null);
      group.traits.add(request?.unsigned ?? judged.text, asker);
      return null;
    }
    if (this.#entered !== "" && publicKeyOf(scheme, request.unsigned) === this.#entered) this.#withKey++;
    const reason = this.explainer.replay(scheme, request);
    if (!reason) return () => this.#searchFirst({ ...seen, judged: { ...judged, request } });
    this.#explained(reason, seen);
    return null;
  }

  /** The first of each shape are searched at once, so that the others are explained by what they bring. */
  async #searchFirst(pending: Pending): Promise<void> {
    const { scheme, request } = pending.judged;
    // Open until it is explained: the search may be stopped.
    this.#open(pending);
    if (this.#spent > this.#budget.reading || this.explainer.isGivenUp(shapeOf(scheme, request))) return;
    const started = performance.now();
    const reason = await this.explainer.search(scheme, request, "likeliest", this.#budget.reading);
    this.#spent += performance.now() - started;
    if (reason && this.#pending.delete(pending)) this.#explained(reason, pending);
  }

  #explained({ id, detail, diagnosis }: Reason, { row, judged: { request, text }, asker }: Seen): void {
    const group = this.groups.add(id, row, this.#hide(detail), diagnosis);
    group.traits.add(request?.unsigned ?? text, asker);
  }

  #open(pending: Pending): void {
    if (this.#pending.add(pending)) return;
    const { row, judged, asker } = pending;
    const group = this.groups.add("unexplained", row, "", null);
    group.traits.add(judged.request.unsigned, asker);
  }

  /** What no precedent explains is searched once more: as many as there is time for, those far from each other first, and the first of each shape for any mistakes. */
  async #searchPending(): Promise<void> {
    if (this.#pending.size === 0) return;
    this.#sorting.doing = "Searching for single mistakes";
    const end = performance.now() + this.#budget.single;
    for (const [depth, until] of [
      ["likeliest", end - this.#budget.single / 2],
      ["single", end],
    ] as const)
      for (const pending of spread([...this.#pending])) {
        if (performance.now() > until) break;
        if (this.#pending.has(pending)) await this.#searchOne(pending, depth, until - performance.now());
      }
    this.#tellByText();
    this.#sorting.doing = "Searching for all kinds of mistakes";
    const tries = new Map<string, number>();
    const last = performance.now() + this.#budget.all;
    for (const pending of [...this.#pending]) {
      const shape = shapeOf(pending.judged.scheme, pending.judged.request);
      const count = tries.get(shape) ?? 0;
      if (performance.now() > last) break;
      if (count >= MOST_OF_SHAPE || !this.#pending.has(pending)) continue;
      tries.set(shape, count + 1);
      await this.#searchOne(pending, "all", last - performance.now());
    }
  }

  /** What explains one URL is tried on the others, too. */
  async #searchOne(pending: Pending, depth: Depth, milliseconds: number): Promise<void> {
    const { scheme, request } = pending.judged;
    const reason = await this.explainer.search(scheme, request, depth, milliseconds);
    if (!reason) return;
    this.#explained(reason, pending);
    this.#pending.delete(pending);
    for (const other of this.#pending) {
      const same = this.explainer.replay(other.judged.scheme, other.judged.request);
      if (!same) continue;
      this.#explained(same, other);
      this.#pending.delete(other);
    }
    await this.#pause();
  }

  /** What the text of URLs tells that no single mistake explains: whose signature it is, or that its digits are hidden. */
  #tellByText(): void {
    if (this.#pending.size === 0) return;
    const unexplained = new Unexplained(this.#pending, this.groups.get("valid")?.rows ?? [], this.judge);
    for (const pending of [...this.#pending]) {
      const told = unexplained.causeOf(pending);
      if (!told) continue;
      this.#pending.delete(pending);
      const group = this.groups.add(told.cause.id, pending.row, told.detail, null);
      group.known ??= told.cause;
      group.traits.add(pending.judged.request.unsigned, pending.asker);
    }
  }

  /** Nothing is looked for any more: what is still open has no explanation, and rows stand in the file's order. */
  #settle(): void {
    this.#tellByText();
    for (const pending of this.#pending) {
      const { row, judged, asker } = pending;
      const signed = signedCase(pending);
      const group = this.groups.add("unexplained", row, signed ? othersDetail(signed) : "", null);
      group.traits.add(judged.request.unsigned, asker);
      const depth = this.explainer.depths.get(judged.request);
      if (depth) this.#inVain[depth]++;
    }
    this.#pending.clear();
    for (const group of this.groups.all) group.rows.sort((a, b) => a.line - b.line);
  }

  #limits(): string[] {
    const limits: string[] = [];
    if (this.#withKey > 0)
      limits.push(
        `What is entered as the secret stands in ${urlsText(this.#withKey)} as the API key. If it is that key, enter the API secret instead.`,
      );
    limits.push(...othersSecret(this));
    const open = this.groups.get("unexplained")?.count ?? 0;
    if (open > 0) limits.push(searchedInVain(open, this.#inVain));
    return limits;
  }
}
