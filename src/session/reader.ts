import { isPlain, NOTHING_FOUND } from "../signing/find/finding";
import { type Reading, readFound } from "../signing/sign";
import { fetchLate, type Late } from "./late";
import { countUrls, ONE_URL, type Several } from "./several";
import type { State } from "./state";
import { isWaiting, waiting } from "./waiting";

/** Reads what is in the URL field, each text once. One that may hold more than a plain URL waits for the code that finds it. */
export class Reader {
  readonly #tell: () => void;
  #late: Late | null;
  #fetching: Promise<void> | null = null;
  #read: { readonly of: State; readonly reading: Reading } | null = null;
  #counted: { readonly of: Reading; readonly several: Several } | null = null;

  /** `tell` is called when a text that had to wait is read. */
  constructor(late: Late | null, tell: () => void) {
    this.#late = late;
    this.#tell = tell;
  }

  get explainEdit(): Late["explainEdit"] | undefined {
    return this.#late?.explainEdit;
  }

  reading(state: State): Reading {
    const of = this.#read?.of;
    if (
      !this.#read ||
      of?.scheme !== state.scheme ||
      of.pasted !== state.pasted ||
      of.settings !== state.settings
    )
      this.#read = { of: state, reading: this.#readAnew(state) };
    return this.#read.reading;
  }

  /** How many URLs there are beside the one that was read. */
  several({ pasted, scheme }: State, reading: Reading): Several {
    if (!this.#late) return ONE_URL;
    if (this.#counted?.of !== reading)
      this.#counted = { of: reading, several: countUrls(pasted, this.#late.findUrls, scheme, reading) };
    return this.#counted.several;
  }

  /** Fetches what the first screen does without. */
  fetchLate(): Promise<void> {
    this.#fetching ??= this.#fetch();
    return this.#fetching;
  }

  async #fetch(): Promise<void> {
    this.#late ??= await fetchLate();
    if (!this.#read || !isWaiting(this.#read.reading)) return;
    this.#read = null;
    this.#tell();
  }

  #readAnew({ scheme, pasted, settings }: State): Reading {
    if (!needsLate({ scheme, pasted })) return readFound(scheme, pasted, NOTHING_FOUND, settings);
    if (this.#late) return readFound(scheme, pasted, this.#late.find(pasted, scheme), settings);
    void this.fetchLate();
    return waiting(pasted);
  }
}

/** True for a text in which a URL must be found first. An example's text is a URL and nothing else, as its tests make sure. */
export function needsLate({ scheme, pasted }: Pick<State, "scheme" | "pasted">): boolean {
  return !isPlain(pasted, scheme) && scheme.examples.every(({ url }) => url !== pasted);
}
