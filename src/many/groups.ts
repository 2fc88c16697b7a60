import type { Explained } from "../diagnosis/diagnosis";
import type { KnownCause } from "./known/known-cause";
import { TraitCounts } from "./traits";

/** A URL of the file, as it is listed. */
export interface Row {
  /** Of the file, from 1. */
  readonly line: number;
  /** As the line holds it, out of its quoting; a secret in it is left out. */
  readonly url: string;
  /** The id of the vendor's scheme. */
  readonly scheme: string;
}

/** URLs that have one cause. */
export interface UrlGroup {
  /** `valid`, `unsigned`, `unexplained`, `problem`, the mistakes' ids joined by `+`, or what is known without the secret. */
  readonly id: string;
  count: number;
  first: number;
  last: number;
  /** The answer of one of its URLs in full. */
  diagnosis: Explained | null;
  /** What is known of them without the secret; `null` where they were checked with one, or are explained. */
  known: KnownCause | null;
  /** What is said of each URL alone, such as the parameter's name, with how many it is said of. */
  readonly details: Map<string, number>;
  /** The first ones, as many as are kept. */
  rows: Row[];
  readonly traits: TraitCounts;
}

/** Rows of one group, and characters of all, that are kept: memory must not grow with the file. */
const MOST_ROWS = { valid: 20_000, other: 50_000 };
const MOST_CHARACTERS = 60_000_000;
const MOST_DETAILS = 200;

/** Where one URL of a group has two stories, the group must not be told as if all had one. */
const isDoubtful = (diagnosis: Explained | null) => diagnosis?.mistakes.some((told) => told.isDoubtful);

/** All groups of a file, in the order in which they were met. */
export class Groups {
  readonly #groups = new Map<string, UrlGroup>();
  #characters = 0;

  get all(): readonly UrlGroup[] {
    return [...this.#groups.values()].filter(({ count }) => count > 0);
  }

  get(id: string): UrlGroup | undefined {
    return this.#groups.get(id);
  }

  /** Counts a URL, and keeps its row where there is room. */
  add(id: string, row: Row, detail: string, diagnosis: Explained | null): UrlGroup {
    const group = this.#groups.get(id) ?? this.#open(id);
    group.count++;
    group.first = Math.min(group.first, row.line);
    group.last = Math.max(group.last, row.line);
    if (!group.diagnosis || (isDoubtful(diagnosis) && !isDoubtful(group.diagnosis)))
      group.diagnosis = diagnosis ?? group.diagnosis;
    if (detail !== "" && (group.details.size < MOST_DETAILS || group.details.has(detail)))
      group.details.set(detail, (group.details.get(detail) ?? 0) + 1);
    const most = id === "valid" ? MOST_ROWS.valid : MOST_ROWS.other;
    if (group.rows.length < most && this.#characters < MOST_CHARACTERS) {
      group.rows.push(row);
      this.#characters += row.url.length;
    }
    return group;
  }

  /** What to say where rows were left out, for users. */
  get limits(): readonly string[] {
    if (this.all.every(({ rows, count }) => rows.length === count)) return [];
    return [
      "Of large groups only the first URLs are kept, so lists and the CSV end there; the counts are of all.",
    ];
  }

  #open(id: string): UrlGroup {
    const group: UrlGroup = {
      id,
      count: 0,
      first: Number.POSITIVE_INFINITY,
      last: 0,
      diagnosis: null,
      known: null,
      details: new Map(),
      rows: [],
      traits: new TraitCounts(),
    };
    this.#groups.set(id, group);
    return group;
  }
}
