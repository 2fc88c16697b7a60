import type { QueryClient } from "@tanstack/react-query";
import type { Explained } from "../diagnosis/diagnosis";
import { findScheme } from "../schemes";
import type { Example, Scheme } from "../schemes/scheme";
import { hasWebCrypto } from "../signing/hmac";
import { check, type Reading } from "../signing/sign";
import type { SigningRequest } from "../signing/types";
import { isExamples, publishedSecret } from "./demo";
import { LastValid, provedWith } from "./last-valid";
import type { Late } from "./late";
import { hasManyLines, ManyHome } from "./many";
import { namedHash } from "./named-hash";
import { otherVendor, switchedNote } from "./other-vendor";
import { forgetResults, signatureQuery } from "./queries";
import { Reader } from "./reader";
import { SecretHome } from "./secret";
import { settle } from "./settle";
import { lookAt, type Snapshot } from "./snapshot";
import { changeState, openExample, openScheme, type State, type StateChange } from "./state";
import { type Done, type Edit, type PastState, typingRun, UndoStack } from "./undo-stack";
import { isWaiting } from "./waiting";

/** How a change is undone: by itself or with others of its run. */
type Manner = Partial<Pick<Edit, "run">>;

/** What a session begins with. */
interface Beginning {
  /** True where there is a view for many URLs. */
  readonly takesMany?: boolean;
  readonly prerendered?: string;
  /** True where the published secret of the state's example comes with it. */
  readonly demo?: boolean;
  readonly late?: Late | null;
}

/**
 * The page's state, its secret and its queries: one object, made when the page is mounted, which needs no page itself. Whatever
 * is done to a case is a method of it, and views are told by `subscribe`.
 */
export class Session {
  readonly client: QueryClient;
  readonly secret = new SecretHome({ now: () => this.#tell(), edited: () => this.#secretEdited() });
  readonly many = new ManyHome((id) => this.#followVendor(id));
  /** The first example's signature, which the build computed with this same code, so that the first screen is whole. */
  readonly #prerendered: string | undefined;
  readonly #reader: Reader;
  readonly #takesMany: boolean;
  readonly #undo = new UndoStack();
  readonly #listeners = new Set<() => void>();
  #state: State;
  readonly #valid = new LastValid();
  #snapshot: Snapshot | null = null;
  #opened = 0;
  /** A text that was pasted and not typed, as long as nothing else has changed. */
  #unread: State | null = null;

  constructor(
    state: State,
    client: QueryClient,
    { prerendered, demo = true, late = null, takesMany = false }: Beginning = {},
  ) {
    this.#reader = new Reader(late, () => {
      this.#settle();
      this.#followPaste();
    });
    this.#takesMany = takesMany;
    this.#state = state;
    this.client = client;
    this.#prerendered = prerendered;
    if (demo && state.demoSecret !== "" && isExamples(state, this.#reading()))
      this.secret.preset(state.demoSecret);
    void this.#sign();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly snapshot = (): Snapshot => {
    this.#snapshot ??= this.#look();
    return this.#snapshot;
  };

  /** What the URL field holds now, typed there; shown with its signature where that is there at once. */
  readonly type = (pasted: string): void => {
    const run = typingRun(this.#state.pasted, pasted);
    this.#change({ pasted }, { oneClick: false, run });
    this.#unread = run === null ? this.#state : null;
    this.#followPaste();
  };

  /** A change by one click, to be taken back by one. Of a `run`, several are one. */
  readonly edit = (change: StateChange, { run = null }: Manner = {}): void => {
    this.#change(change, { oneClick: true, run });
  };

  /** A change of what is shown, not of the case: there is nothing to undo. */
  readonly show = (
    change: Pick<StateChange, "view" | "language" | "form" | "asks" | "arrival" | "isMany">,
  ): void => {
    this.#state = changeState(this.#state, change);
    this.#tell();
  };

  /** Puts an example on show, with its published secret; a secret that was typed is a step back away. */
  readonly openExample = (scheme: Scheme, example: Example): void => {
    this.#opened++;
    this.open({ ...openExample(scheme, example), isMany: false });
  };

  /** Puts the scheme's first example of a wrong signature on show. */
  readonly openBroken = (): void => {
    const { scheme } = this.#state;
    const broken = scheme.examples.find(({ mistakes }) => mistakes);
    if (broken) this.openExample(scheme, broken);
  };

  /** Chooses another vendor's rule: with its first example, where the one on show was not touched. */
  readonly chooseScheme = (scheme: Scheme): void => {
    const change = openScheme(this.#state, this.secret.facts.demo, scheme);
    if (change.demoSecret === undefined) this.edit(change);
    else this.open(change);
  };

  /** Puts another case on show. Its published secret, where it has one, comes with it. `keeps`: one that was typed is not dropped for it. */
  open(change: StateChange, { keeps = true } = {}): void {
    const demo = change.demoSecret ?? "";
    const present = this.#step();
    this.#state = changeState(this.#state, change);
    const swapsSecret = demo !== "" || present.demo;
    this.#undo.push(present, { oneClick: true, run: null, swapsSecret }, performance.now());
    if (demo !== "" && isExamples(this.#state, this.#reading())) this.secret.showDemo(demo, { keeps });
    else if (present.demo || !keeps) this.secret.clear();
    this.#settle();
  }

  /**
   * Puts a case on show that came from outside. A secret that was typed does not stay for it: a page that frames or has opened this one could
   * ask with one URL after another whether a part of it signs, and see it by how long the machine is busy.
   */
  openFromOutside(change: StateChange): void {
    this.open(change, { keeps: false });
  }

  /** Shows a case again that the browser's history has kept. `demo`: with its published secret. */
  comeBack(state: State, demo: boolean): void {
    this.#state = changeState(this.#state, state);
    if (demo) this.secret.showDemo(state.demoSecret, { keeps: true });
    else if (this.secret.facts.demo) this.secret.takeBack();
    this.#settle();
  }

  /** Puts the published secret of the example into the field, for whoever asks for it. */
  readonly useDemo = (): void => this.secret.showDemo(publishedSecret(this.#state), { chosen: true });

  /** Takes back the last change. */
  readonly undo = (): void => this.#return(this.#undo.undo(this.#step()), false);

  /** Does again what was taken back last. */
  readonly redo = (): void => this.#return(this.#undo.redo(this.#step()), true);

  /** Drops the secret, everything made of it, and every search that knows it. */
  readonly forget = (): void => {
    this.#valid.forget();
    this.many.forget();
    this.secret.clear();
    forgetResults(this.client);
  };

  /** Fetches what the first screen does without. */
  readonly fetchLate = (): Promise<void> => this.#reader.fetchLate();

  /** What was changed in a text that was valid, where that is why it is valid no more; else `null`. */
  readonly explainEdit = (request: SigningRequest, signature: string): Explained | null => {
    const { valid } = this.snapshot();
    return (valid && this.#reader.explainEdit?.(valid, request, signature)) ?? null;
  };

  /** Shows the view of many URLs, with a file or a text where one is given. It is an entry of the browser's history. */
  readonly openMany = (file: Blob | null = null, name = ""): void => {
    if (file) this.many.choose(file, name);
    if (!this.#state.isMany) this.#opened++;
    this.show({ isMany: true });
  };

  /** A file of one vendor's URLs is that vendor's, whichever rule was chosen. */
  #followVendor(id: string): void {
    const scheme = findScheme(id);
    if (scheme && scheme !== this.#state.scheme) this.chooseScheme(scheme);
  }

  /** Shows all the URLs of the paste. */
  readonly checkAll = (): void => this.openMany(new Blob([this.#state.pasted]), "the pasted text");

  /** Takes a text of so many lines that no field could show it for many URLs. @returns whether it was one. */
  readonly takeMany = (text: string): boolean => {
    const isTaken = this.#takesMany && hasManyLines(text);
    if (isTaken) this.openMany(new Blob([text]), "the pasted text");
    return isTaken;
  };

  /**
   * Puts one of many URLs on show as a case of its own; Back returns to them. It is no edit of the case that was on show before: no
   * button brings that back, and nothing is said of what was changed in it.
   */
  readonly openRow = (pasted: string, scheme: Scheme): void => {
    this.#opened++;
    this.#valid.forget();
    this.#change({ pasted, scheme, isMany: false }, { oneClick: false, run: null });
    this.#tell();
  };

  /** The query for the signature of what is on show. */
  readonly signature = (): ReturnType<typeof signatureQuery> => {
    const { reading, revisions, hasSecret } = this.snapshot();
    const request = reading.request.ok ? reading.request.value : null;
    const hash = request?.hash ?? this.#state.hash;
    return signatureQuery(this.secret, request, hash, revisions, hasSecret, this.#prerendered);
  };

  /** A link that was pasted says by its host whose it is, and its vendor's words beside it which hash, once it is read. */
  #followPaste(): void {
    if (this.#unread !== this.#state || isWaiting(this.#reading())) return;
    const other = otherVendor(this.#state.scheme, this.#reading().text);
    if (other) this.edit({ scheme: other, arrival: [switchedNote(other)] });
    const hash = namedHash(this.#state, this.#reading());
    if (hash && hash !== this.#state.hash) this.edit({ hash });
  }

  #change(change: StateChange, edit: Omit<Edit, "swapsSecret">): void {
    const present = this.#step();
    this.#state = changeState(this.#state, change);
    const swapsSecret = this.#isForeignToDemo();
    this.#undo.push(present, { ...edit, swapsSecret, run: swapsSecret ? null : edit.run }, performance.now());
    if (swapsSecret) this.secret.clear();
    // A field that shows what its owner is told must be told at once.
    if (edit.oneClick) this.#tell();
    this.#settle();
  }

  /** A published secret that nobody asked for leaves with its example. */
  #isForeignToDemo(): boolean {
    const { demo, demoChosen } = this.secret.facts;
    return demo && !demoChosen && !isExamples(this.#state, this.#reading());
  }

  #step(): PastState {
    return { state: this.#state, demo: this.secret.facts.demo };
  }

  /** Shows a state of the past or the future; a published secret comes and goes with it, never over one that was typed since. */
  #return(step: Done | null, again: boolean): void {
    if (!step) return;
    const { view, language, form, isMany, revision } = this.#state;
    this.#state = { ...step.state, view, language, form, isMany, revision: revision + 1 };
    const { demo, bytes } = this.secret.facts;
    if (step.swapsSecret && step.demo && (again || demo || bytes === 0))
      this.secret.showDemo(step.state.demoSecret, { keeps: true });
    else if (step.swapsSecret && !step.demo && demo) this.secret.takeBack();
    this.#settle();
  }

  #secretEdited(): void {
    this.#snapshot = null;
    this.#settle();
  }

  /** Begins with the signature, and shows the change with it where it comes at once. */
  #settle(): void {
    this.#snapshot = null;
    void settle(this.#sign(), () => this.#tell());
  }

  #tell(): void {
    this.#snapshot = null;
    this.many.follow(this.snapshot(), this.secret);
    for (const listener of this.#listeners) listener();
  }

  #reading(): Reading {
    return this.#reader.reading(this.#state);
  }

  #look(): Snapshot {
    const reading = this.#reading();
    const hash = reading.request.ok ? reading.request.value.hash : null;
    const by = provedWith(this.#state, hash ?? this.#state.hash, this.secret.facts.revision);
    return lookAt(this.#state, this.secret, {
      reading,
      valid: this.#valid.with(by),
      several: this.#reader.several(this.#state, reading),
      undoesClick: this.#undo.undoesClick,
      opened: this.#opened,
    });
  }

  /** Makes the signature of what is on show, and remembers a text that it proves valid. */
  async #sign(): Promise<void> {
    const { state, reading, hasSecret, secret } = this.snapshot();
    if (!reading.request.ok || !hasSecret || !hasWebCrypto()) return;
    const request = reading.request.value;
    const hash = request.hash ?? state.hash;
    const by = provedWith(state, hash, secret.revision);
    // Forgotten meanwhile, it comes to nothing.
    const signature = await this.client.fetchQuery(this.signature()).catch(() => undefined);
    if (signature === undefined || this.secret.facts.revision !== secret.revision) return;
    if (check(request, signature) !== "valid") return;
    this.#valid.remember({ request, hash, signature, pasted: state.pasted }, by);
    this.#snapshot = null;
  }
}
