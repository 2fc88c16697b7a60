import type { State } from "./state";

/** A state that can be returned to. */
export interface PastState {
  readonly state: State;
  /** True where the published secret of an example stood in the field. */
  readonly demo: boolean;
}

/** How a change was made: that of a button is undone by itself, what is typed without a pause is undone together. */
export interface Edit {
  /** True where one click made it, which a button takes back. */
  readonly oneClick: boolean;
  /** Changes of one run that follow each other at once are one step; `null` where the change is a step of its own. */
  readonly run: string | null;
  /** What the page did by itself, in words; empty where its user did it. */
  readonly switched: string;
  /** True where a published secret came or went with it, which then comes or goes when it is undone, too. */
  readonly swapsSecret: boolean;
  /** True where it is an entry of the browser's history, which undoing leaves. */
  readonly opens?: boolean;
  /** True where it was a case that came from outside, for which no secret stays. */
  readonly fromOutside?: boolean;
}

/** A change that can be taken back. */
export interface Done extends PastState, Edit {}

/** Milliseconds: whoever pauses longer begins another step. */
const PAUSE = 1_000;
const MOST_STEPS = 200;

/** The states before and after the present one: what Ctrl+Z and the button *Undo* walk through. No secret is in them. */
export class UndoStack {
  #past: readonly Done[] = [];
  #future: readonly Done[] = [];
  #last = Number.NEGATIVE_INFINITY;

  /** True while the last change was made by one click. */
  get undoesClick(): boolean {
    return this.#past.at(-1)?.oneClick ?? false;
  }

  /** The last change in words, if the page made it by itself; else empty. */
  get switched(): string {
    return this.#past.at(-1)?.switched ?? "";
  }

  /** Keeps what was there before a change. `now` in milliseconds. */
  push(before: PastState, edit: Edit, now: number): void {
    const last = this.#past.at(-1);
    const goesOn = edit.run !== null && last?.run === edit.run && now - this.#last < PAUSE;
    this.#last = now;
    this.#future = [];
    if (!goesOn) this.#past = [...this.#past, { ...before, ...edit }].slice(-MOST_STEPS);
  }

  /** The state before the last change; `null` where there is none. */
  undo(present: PastState): Done | null {
    const step = this.#past.at(-1);
    if (!step) return null;
    this.#past = this.#past.slice(0, -1);
    this.#future = [...this.#future, { ...step, ...present }];
    this.#last = Number.NEGATIVE_INFINITY;
    return step;
  }

  /** The state that the last undoing left; `null` where there is none. */
  redo(present: PastState): Done | null {
    const step = this.#future.at(-1);
    if (!step) return null;
    this.#future = this.#future.slice(0, -1);
    this.#past = [...this.#past, { ...step, ...present }];
    this.#last = Number.NEGATIVE_INFINITY;
    return step;
  }
}

/** The run to which typing belongs: characters put in one after another, or taken out; a paste is none, whatever its length. */
export function typingRun(before: string, after: string): string | null {
  if (isTypedInto(before, after)) return "typed";
  return isTypedInto(after, before) ? "deleted" : null;
}

/** Whether one character, of one or two UTF-16 units, makes the longer text of the shorter. */
function isTypedInto(shorter: string, longer: string): boolean {
  const more = longer.length - shorter.length;
  if (more !== 1 && more !== 2) return false;
  let start = 0;
  while (start < shorter.length && shorter[start] === longer[start]) start++;
  return longer.endsWith(shorter.slice(start));
}
