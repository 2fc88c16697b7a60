import { FileReading, type Take } from "./file-reading";
import { Groups } from "./groups";
import type { Judge } from "./judge";
import { type Summary, summarise } from "./report/summary";
import { Refused } from "./source/open";

/** The work was ended by its user. */
export class Stopped extends Error {}

/** What is done with a file, by whoever knows how its URLs are sorted. */
interface Means {
  readonly file: Blob;
  readonly judge: Judge;
  readonly hide: (text: string) => string;
  readonly pause: () => void | Promise<void>;
  readonly hasSecret: boolean;
}

/** A file on its way into groups: how far it has been read, what is being done with it, and how it ended. */
export class Sorting {
  readonly groups = new Groups();
  /** What is being done, for users. */
  doing = "";
  readonly #means: Means;
  #reading: FileReading;
  #state: Summary["state"] = "running";
  #refused: string | null = null;

  constructor(means: Means) {
    this.#means = means;
    this.#reading = this.#fromStart();
  }

  /** Does all the work. A file that is refused ends it, and so does its user; both are told in the summary. */
  async run(work: () => Promise<void>): Promise<void> {
    try {
      await work();
      this.#state = "done";
    } catch (error) {
      if (error instanceof Refused) this.#refused = error.message;
      else if (!(error instanceof Stopped)) throw error;
      this.#state = error instanceof Refused && this.#reading.urls === 0 ? "done" : "stopped";
    }
  }

  /** Reads the file from its start to its end, once more where it was read before. */
  async each(take: Take): Promise<void> {
    this.#reading = this.#fromStart();
    await this.#reading.each(this.#means.file, take);
  }

  /** @param open URLs that are not explained yet. @param limitsOf asked once it is over. */
  summary(open: number, limitsOf: () => readonly string[]): Summary {
    const isOver = this.#state !== "running";
    const { bytes, lines, urls, without, vendors } = this.#reading;
    return {
      state: this.#state,
      hasSecret: this.#means.hasSecret,
      bytes,
      size: this.#means.file.size,
      lines,
      urls,
      open,
      without,
      vendors: [...vendors],
      groups: summarise(this.groups, isOver, this.#means.hide),
      doing: this.doing,
      limits: isOver ? [...limitsOf(), ...this.groups.limits] : [],
      refused: this.#refused,
    };
  }

  #fromStart(): FileReading {
    const { judge, hide, pause } = this.#means;
    return new FileReading(judge, hide, pause);
  }
}
