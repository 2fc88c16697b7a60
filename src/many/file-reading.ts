import { apart } from "./apart";
import type { Row } from "./groups";
import type { Judge, Judged } from "./judge";
import { LineReader } from "./lines/line-reader";
import type { Asker } from "./lines/log-line";
import { openText } from "./source/open";
import { type TextLine, TextLines } from "./source/text-lines";

/** A URL of the file, judged, as it is listed, and who asked for it. */
export interface Seen {
  readonly judged: Judged;
  readonly row: Row;
  readonly asker: Asker;
  /** True where its line says where the URL ends, so that nothing was cut off it. */
  readonly isWhole: boolean;
}

/** What is done with a URL, and what of it has to be waited for; `null` where nothing has. */
export type Take = (seen: Seen) => (() => Promise<void>) | null;

/** Between two looks at what waits for the thread. */
const LINES_PER_PAUSE = 500;
const NONE: readonly (() => Promise<void>)[] = [];

/** One reading of a file from its start to its end, in bounded memory, and how far it has come. */
export class FileReading {
  bytes = 0;
  urls = 0;
  /** Lines in which no URL of a vendor stands. */
  without = 0;
  /** The vendors whose URLs were read, by their ids. */
  readonly vendors = new Set<string>();
  readonly #judge: Judge;
  readonly #hide: (text: string) => string;
  readonly #pause: () => void | Promise<void>;
  readonly #reader = new LineReader();
  readonly #lines = new TextLines();
  #lastWith = 0;
  #lastWithout = 0;

  /** @param pause called often and awaited; the reading ends where it throws. */
  constructor(judge: Judge, hide: (text: string) => string, pause: () => void | Promise<void>) {
    this.#judge = judge;
    this.#hide = hide;
    this.#pause = pause;
  }

  get lines(): number {
    return this.#lines.count;
  }

  /** @throws Refused for what is no text. */
  async each(file: Blob, take: Take): Promise<void> {
    for await (const { text, bytes } of openText(file)) {
      this.bytes = bytes;
      await this.#readLines(this.#lines.take(text), take);
    }
    await this.#readLines(this.#lines.end(), take);
  }

  /** Most URLs need no search, and waiting for each would cost as much as its HMAC. */
  async #readLines(lines: Iterable<TextLine>, take: Take): Promise<void> {
    let count = 0;
    for (const line of lines) {
      for (const wait of this.#readLine(line, take)) await wait();
      if (++count % LINES_PER_PAUSE === 0) await this.#pause();
    }
    await this.#pause();
  }

  #readLine({ number, text }: TextLine, take: Take): readonly (() => Promise<void>)[] {
    const { sightings, asker } = this.#reader.read(text);
    let waits = NONE;
    let isWith = false;
    for (const seen of sightings) {
      const sighting = { ...seen, url: apart(seen.url) };
      const judged = this.#judge.judge(sighting);
      if (!judged) continue;
      isWith = true;
      this.urls++;
      this.vendors.add(judged.scheme.id);
      const row = { line: number, url: this.#hide(sighting.url), scheme: judged.scheme.id };
      const { address, agent, ...moment } = asker();
      const own = { address: apart(address), agent: apart(agent), ...moment };
      const wait = take({ judged, row, asker: own, isWhole: sighting.isWhole });
      if (wait) waits = [...waits, wait];
    }
    if (isWith || text.trim() !== "") this.#count(number, isWith);
    return waits;
  }

  /** A long line comes in pieces: it counts once, and not at all where one of them has a URL. */
  #count(number: number, isWith: boolean): void {
    if (isWith) {
      if (number === this.#lastWithout) this.without--;
      this.#lastWith = number;
      this.#lastWithout = 0;
    } else if (number !== this.#lastWith && number !== this.#lastWithout) {
      this.without++;
      this.#lastWithout = number;
    }
  }
}
