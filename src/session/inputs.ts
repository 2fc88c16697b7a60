import type { Reading } from "../signing/sign";
import { isExamples, publishedSecret } from "./demo";
import type { Reader } from "./reader";
import { type ChangeListener, SecretHome } from "./secret/secret";
import { changeState, type State, type StateChange } from "./state";
import { type Done, type Edit, type PastState, UndoStack } from "./undo-stack";

/**
 * The state and the secret. Every change of a case is made here, because a published secret comes and goes with the example that it
 * belongs to, and every change can be taken back.
 */
export class Inputs {
  readonly secret: SecretHome;
  readonly #reader: Reader;
  readonly #tell: ChangeListener;
  readonly #undo = new UndoStack();
  #state: State;
  #opened = 0;

  /** `demo`: the published secret of the state's example comes with it. */
  constructor(state: State, reader: Reader, tell: ChangeListener, demo: boolean) {
    this.#state = state;
    this.#reader = reader;
    this.#tell = tell;
    this.secret = new SecretHome(tell);
    if (demo && this.#isExamples()) this.secret.preset(state.demoSecret);
  }

  get state(): State {
    return this.#state;
  }

  /** The state's text as it was understood. */
  get reading(): Reading {
    return this.#reader.reading(this.#state);
  }

  /** True while the last change was one that a button takes back. */
  get undoesClick(): boolean {
    return this.#undo.undoesClick;
  }

  /** The last change in words, if the page made it by itself; else empty. */
  get switched(): string {
    return this.#undo.switched;
  }

  /** Counts the examples, rows and files that were opened, and the offered URLs that were used, less those taken back: each is an entry of the browser's history. */
  get opened(): number {
    return this.#opened;
  }

  countOpened(): void {
    this.#opened++;
  }

  /** A change of what is shown, not of the case: there is nothing to undo. */
  show(change: StateChange): void {
    this.#state = changeState(this.#state, change);
    this.#tell.now();
  }

  /** An edit of the case on show. A published secret that nobody asked for leaves it where it is no longer its example. */
  change(change: StateChange, edit: Omit<Edit, "swapsSecret">): void {
    const present = this.#present();
    this.#state = changeState(this.#state, change);
    const { demo, demoChosen } = this.secret.facts;
    const swapsSecret = demo && !demoChosen && !this.#isExamples();
    this.#undo.push(present, { ...edit, swapsSecret, run: swapsSecret ? null : edit.run }, performance.now());
    if (edit.opens) this.#opened++;
    if (swapsSecret) this.secret.dropDemo();
    // A field whose text React sets must be rendered within the event, or its cursor jumps to the end.
    if (edit.oneClick) this.#tell.now();
    this.#tell.edited();
  }

  /** Puts another case on show, with its published secret where it has one. `keeps`: a secret that was typed is kept for Undo. */
  open(change: StateChange, keeps: boolean, { opens = false, fromOutside = false } = {}): void {
    const demo = change.demoSecret ?? "";
    const present = this.#present();
    this.#state = changeState(this.#state, change);
    const swapsSecret = demo !== "" || present.demo || fromOutside;
    if (opens) this.#opened++;
    const edit = { oneClick: true, run: null, switched: "", swapsSecret, opens, fromOutside };
    this.#undo.push(present, edit, performance.now());
    if (demo !== "" && this.#isExamples()) this.secret.showDemo(demo, { keeps });
    else if (fromOutside) this.secret.setAside();
    else if (present.demo || !keeps) this.secret.clear();
    this.#tell.edited();
  }

  /** Puts a case on show that came from outside. A secret that was typed is kept for the way back, and not used for it. */
  openLinked(change: StateChange): void {
    this.open(change, true, { fromOutside: true });
  }

  /** Shows a case again that the browser's history has kept. `demo`: with its published secret; `fromOutside`: one that no secret was typed for. */
  comeBack(state: State, demo: boolean, fromOutside: boolean): void {
    this.#state = changeState(this.#state, state);
    if (fromOutside) this.secret.setAside();
    else if (demo) this.secret.showDemo(state.demoSecret, { keeps: true });
    else if (this.secret.isAway) this.secret.takeBack();
    this.#tell.edited();
  }

  /** Puts the published secret of the example into the field, for whoever asks for it. */
  useDemo(): void {
    this.secret.showDemo(publishedSecret(this.#state), { chosen: true });
  }

  /** Takes back the last change. */
  undo(): void {
    this.#return(this.#undo.undo(this.#present()), false);
  }

  /** Does again what was taken back last. */
  redo(): void {
    this.#return(this.#undo.redo(this.#present()), true);
  }

  /** Shows a state of the past or the future. Its published secret comes back with it, unless another secret was typed since. */
  #return(step: Done | null, again: boolean): void {
    if (!step) return;
    if (step.opens) this.#opened += again ? 1 : -1;
    const { view, language, form, isMany, revision } = this.#state;
    this.#state = { ...step.state, view, language, form, isMany, revision: revision + 1 };
    const { demo, bytes } = this.secret.facts;
    if (again && step.fromOutside && !step.demo) this.secret.setAside();
    else if (step.swapsSecret && step.demo && (again || demo || bytes === 0))
      this.secret.showDemo(step.state.demoSecret, { keeps: true });
    else if (step.swapsSecret && !step.demo && this.secret.isAway) this.secret.takeBack();
    this.#tell.edited();
  }

  #present(): PastState {
    return { state: this.#state, demo: this.secret.facts.demo };
  }

  #isExamples(): boolean {
    return this.#state.demoSecret !== "" && isExamples(this.#state, this.reading);
  }
}
