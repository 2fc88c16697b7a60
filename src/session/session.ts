import type { QueryClient } from "@tanstack/react-query";
import type { Explained } from "../diagnosis/diagnosis";
import { findScheme } from "../schemes";
import type { Example, Scheme } from "../schemes/scheme";
import type { SigningRequest } from "../signing/types";
import { hashAsked, vendorAsked } from "./asked-by-paste";
import { Inputs } from "./inputs";
import type { Late } from "./late";
import { Listeners } from "./listeners";
import { hasManyLines, ManyHome } from "./many";
import { Present } from "./present";
import { forgetResults, type signatureQuery } from "./queries";
import { Reader } from "./reader";
import type { SecretHome } from "./secret/secret";
import { settle } from "./settle";
import type { Snapshot } from "./snapshot";
import { openExample, openScheme, type State, type StateChange } from "./state";
import { type Edit, typingRun } from "./undo-stack";
import { isWaiting } from "./waiting";

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
 * What a page can do: one object, made when the page is mounted, which needs no page itself. Whatever is done to a case is a method
 * of it, and views are told by `subscribe`.
 */
export class Session {
  readonly client: QueryClient;
  readonly secret: SecretHome;
  readonly many = new ManyHome((id) => this.#followVendor(id));
  readonly #reader: Reader;
  readonly #inputs: Inputs;
  readonly #present: Present;
  readonly #takesMany: boolean;
  readonly #listeners = new Listeners();
  /** The state after a text was pasted and not typed; it is followed only while nothing else has changed. */
  #unread: State | null = null;

  constructor(
    state: State,
    client: QueryClient,
    { prerendered, demo = true, late = null, takesMany = false }: Beginning = {},
  ) {
    this.client = client;
    this.#takesMany = takesMany;
    this.#reader = new Reader(late, () => {
      this.#settle();
      this.#followPaste();
    });
    const tell = { now: () => this.#tell(), edited: () => this.#settle() };
    this.#inputs = new Inputs(state, this.#reader, tell, demo);
    this.secret = this.#inputs.secret;
    this.#present = new Present(this.#inputs, this.#reader, client, prerendered);
    void this.#present.sign();
  }

  readonly subscribe = this.#listeners.subscribe;

  readonly snapshot = (): Snapshot => this.#present.snapshot;

  /** Takes the text that was typed or pasted into the URL field. It is shown with its signature where that comes at once. */
  readonly type = (pasted: string): void => {
    // Chromium tells of a text of several lines more than once.
    if (pasted === this.#inputs.state.pasted) return;
    const run = typingRun(this.#inputs.state.pasted, pasted);
    this.#inputs.change({ pasted }, { oneClick: false, run, switched: "" });
    this.#unread = run === null ? this.#inputs.state : null;
    this.#followPaste();
  };

  /** Told before another text comes in the place of all that is on show: nothing is said of it as of an edit. */
  readonly takeAnother = (): void => this.#present.forgetValid();

  /** A change by one click, to be taken back by one. Of a `run`, several are one. */
  readonly edit = (
    change: StateChange,
    { run = null, switched = "" }: Partial<Pick<Edit, "run" | "switched">> = {},
  ): void => this.#inputs.change(change, { oneClick: true, run, switched });

  /** Puts an offered URL in the place of the one on show. It is an entry of the browser's history: whoever does not want it goes Back. */
  readonly openOffered = (pasted: string): void => {
    this.#inputs.change({ pasted }, { oneClick: true, run: null, switched: "", opens: true });
  };

  /** A change of what is shown, not of the case: there is nothing to undo. */
  readonly show = (
    change: Pick<StateChange, "view" | "language" | "form" | "asks" | "arrival" | "isMany">,
  ): void => this.#inputs.show(change);

  /** Puts an example on show, with its published secret. Undo brings back a secret that was typed. */
  readonly openExample = (scheme: Scheme, example: Example): void => {
    this.#inputs.open({ ...openExample(scheme, example), isMany: false }, true, { opens: true });
  };

  /** Puts the scheme's first example of a wrong signature on show. */
  readonly openBroken = (): void => {
    const { scheme } = this.#inputs.state;
    const broken = scheme.examples.find(({ mistakes }) => mistakes);
    if (broken) this.openExample(scheme, broken);
  };

  /** Chooses another vendor's rule: with its first example, where the one on show was not touched. */
  readonly chooseScheme = (scheme: Scheme): void => {
    const change = openScheme(this.#inputs.state, this.secret.facts.demo, scheme);
    if (change.demoSecret === undefined) this.edit(change);
    else this.#inputs.open(change, true);
  };

  /**
   * Puts a case on show that came from outside. A secret that was typed does not stay for it: a page that frames or has opened this one could
   * ask with one URL after another whether a part of it signs, and see it by how long the machine is busy.
   */
  readonly openFromOutside = (change: StateChange): void => this.#inputs.open(change, false);

  /** The same where the history is the page's own: Undo and Back bring the secret back with the case that it was typed for. */
  readonly openLinked = (change: StateChange): void => this.#inputs.openLinked(change);

  /** Shows a case again that the browser's history has kept. `demo`: with its published secret; `fromOutside`: one that no secret was typed for. */
  readonly comeBack = (state: State, demo: boolean, fromOutside = false): void =>
    this.#inputs.comeBack(state, demo, fromOutside);

  /** Puts the published secret of the example into the field, for whoever asks for it. */
  readonly useDemo = (): void => this.#inputs.useDemo();

  /** Takes back the last change. */
  readonly undo = (): void => this.#inputs.undo();

  /** Does again what was taken back last. */
  readonly redo = (): void => this.#inputs.redo();

  /** Drops the secret, everything made of it, and every search that knows it. */
  readonly forget = (): void => {
    this.#present.forgetValid();
    this.many.forget();
    this.secret.clear();
    forgetResults(this.client);
  };

  /** Fetches what the first screen does without. */
  readonly fetchLate = (): Promise<void> => this.#reader.fetchLate();

  /** What was changed in a text that was valid, where that is why it is valid no more; else `null`. */
  readonly explainEdit = (request: SigningRequest, signature: string): Explained | null =>
    this.#present.explainEdit(request, signature);

  /** The query for the signature of what is on show. */
  readonly signature = (): ReturnType<typeof signatureQuery> => this.#present.signature();

  /** Shows the view of many URLs, with a file or a text where one is given. It is an entry of the browser's history. */
  readonly openMany = (file: Blob | null = null, name = ""): void => {
    if (file) this.many.choose(file, name);
    if (!this.#inputs.state.isMany) this.#inputs.countOpened();
    this.show({ isMany: true });
  };

  /** Shows the one case again. The file of many stays, and a way back to it. */
  readonly openOne = (): void => {
    this.#inputs.countOpened();
    this.show({ isMany: false });
  };

  /** Shows all the URLs of the paste. */
  readonly checkAll = (): void => this.openMany(new Blob([this.#inputs.state.pasted]), "the pasted text");

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
    this.#inputs.countOpened();
    this.#present.forgetValid();
    this.#inputs.change({ pasted, scheme, isMany: false }, { oneClick: false, run: null, switched: "" });
    this.#tell();
  };

  /** Chooses the vendor whose URLs a file holds, whichever was chosen before. */
  #followVendor(id: string): void {
    const scheme = findScheme(id);
    if (scheme && scheme !== this.#inputs.state.scheme) this.chooseScheme(scheme);
  }

  /** Chooses what a paste asks for, once it is read: the vendor by the link's host or form, the hash by the vendor's words beside it. */
  #followPaste(): void {
    const { state, reading } = this.#inputs;
    if (this.#unread !== state || isWaiting(reading)) return;
    for (const asked of [vendorAsked, hashAsked]) {
      const found = asked(this.#inputs.state, this.#inputs.reading);
      if (found) this.edit(found.change, { switched: found.switched });
    }
  }

  /** Begins with the signature, and shows the change with it where it comes at once. */
  #settle(): void {
    this.#present.renew();
    void settle(this.#present.sign(), () => this.#tell());
  }

  #tell(): void {
    this.#present.renew();
    this.many.follow(this.snapshot(), this.secret);
    this.#listeners.tell();
  }
}
