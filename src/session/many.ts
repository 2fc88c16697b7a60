import type { ManyInput } from "../many/judge";
import type { Summary } from "../many/report/summary";
import type { ManyWork } from "../many/worker/client";
import { Listeners } from "./listeners";
import type { SecretFacts } from "./secret/secret-facts";
import type { Snapshot } from "./snapshot";

/** What is known of the file of URLs, and of the run that reads it. */
export interface ManyFacts {
  /** How the file is called; empty where there is none. */
  readonly name: string;
  readonly summary: Summary | null;
  /** Why there is no result, though there should be; empty otherwise. */
  readonly failed: string;
  /** Counts runs: rows are asked for by it. */
  readonly run: number;
  /** The group whose rows are listed, and which of them was opened last; empty and 0 where none is. */
  readonly listed: string;
  readonly row: number;
}

const NOTHING: ManyFacts = { name: "", summary: null, failed: "", run: 0, listed: "", row: 0 };

/** A field that holds more lines stalls the page. */
const MOST_LINES = 5_000;

/** True for a text that only the view of many URLs can show. */
export function hasManyLines(text: string): boolean {
  let at = -1;
  for (let lines = 0; lines < MOST_LINES; lines++) {
    at = text.indexOf("\n", at + 1);
    if (at < 0) return false;
  }
  return true;
}

/** What a run needs of the secret: it is told to the worker and kept nowhere else. */
interface Secrets {
  readonly text: string;
  readonly otherTexts: readonly string[];
}

/** Whether there is a secret to check a file with: the demo secret only where it was asked for. */
export function isOwnSecret({ bytes, demo, demoChosen }: SecretFacts): boolean {
  return bytes > 0 && (!demo || demoChosen);
}

/** In place of the secret's revision where there is no secret. */
const NO_SECRET = -1;

/** The file of URLs and the run that reads it. Another secret starts a new run. Without a secret nothing is left of what was made with one. */
export class ManyHome {
  #facts = NOTHING;
  #file: Blob | null = null;
  /** Counts files. */
  #files = 0;
  #work: ManyWork | null = null;
  /** What the present run was started with, and with which edit of the secret. */
  #of = "";
  #secret = 0;
  /** The file whose vendor was told, by its number. */
  #toldFile = 0;
  readonly #tellVendor: (id: string) => void;
  readonly #listeners = new Listeners();

  /** @param tellVendor told once for each file whose URLs are all of one vendor, by its id. */
  constructor(tellVendor: (id: string) => void) {
    this.#tellVendor = tellVendor;
  }

  readonly subscribe = this.#listeners.subscribe;

  readonly facts = (): ManyFacts => this.#facts;

  /** The present run, to be asked for rows. */
  get work(): ManyWork | null {
    return this.#work;
  }

  /** Lists the rows of a group from one of them on; of none where it is empty. */
  readonly list = (listed: string, row = 0): void => this.#tell({ listed, row });

  readonly stop = (): void => this.#work?.stop();

  choose(file: Blob, name: string): void {
    this.#drop();
    this.#file = file;
    this.#files++;
    this.#tell({ name, summary: null, failed: "", listed: "", row: 0 });
  }

  /** Starts a run where there is a file, with the secret where there is one, unless just that was started. */
  follow(snapshot: Snapshot, secrets: Secrets): void {
    const { state, secret, revisions } = snapshot;
    const hasSecret = isOwnSecret(secret);
    const { scheme, hash, settings } = state;
    // The demo secret checks no file unless it was asked for: that it comes or goes starts no run.
    const by = hasSecret ? [revisions.secret, revisions.others] : [];
    const of = JSON.stringify([this.#files, scheme.id, hash, settings, ...by]);
    // What was found with another secret must not stand beside this one.
    if (this.#of !== "" && (hasSecret ? revisions.secret : NO_SECRET) !== this.#secret) this.forget();
    if (!state.isMany || !this.#file || secret.typing || of === this.#of) return;
    this.#drop();
    this.#of = of;
    this.#secret = hasSecret ? revisions.secret : NO_SECRET;
    this.#tell({ summary: null, failed: "", run: this.#facts.run + 1 });
    const input = {
      schemeId: scheme.id,
      settings,
      hash,
      secret: hasSecret ? secrets.text : "",
      otherSecrets: secrets.otherTexts,
    };
    void this.#start(this.#file, input, of);
  }

  /** Ends the run, and drops what it found. */
  forget(): void {
    this.#drop();
    this.#tell({ summary: null, failed: "" });
  }

  async #start(file: Blob, input: ManyInput, of: string): Promise<void> {
    const { startMany } = await import("../many/worker/client");
    if (this.#of !== of) return;
    this.#work = startMany(file, input, {
      onSummary: (summary) => {
        this.#tell({ summary });
        this.#followVendor(summary);
      },
      onFailed: (reason) => this.#tell({ failed: `The file could not be checked (${reason}).` }),
    });
  }

  #followVendor({ vendors: [vendor, ...others] }: Summary): void {
    if (vendor === undefined || others.length > 0 || this.#toldFile === this.#files) return;
    this.#toldFile = this.#files;
    this.#tellVendor(vendor);
  }

  #drop(): void {
    this.#work?.end();
    this.#work = null;
    this.#of = "";
  }

  #tell(change: Partial<ManyFacts>): void {
    this.#facts = { ...this.#facts, ...change };
    this.#listeners.tell();
  }
}
