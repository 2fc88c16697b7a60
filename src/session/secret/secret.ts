import { type ComputationName, computation, type Sign } from "../../signing/computations";
import { measure, NO_SECRET, NOTHING_PASTED, OWN, type SecretFacts } from "./secret-facts";
import { empty, type SecretInput, SetAside, withoutPublished } from "./secret-input";

/** Milliseconds without a keystroke after which a secret counts as typed. */
export const REST = 400;

/** To be told of every change: `now` to show it, `edited` to begin with its signature first. */
export interface ChangeListener {
  now(): void;
  edited(): void;
}

/**
 * The secret's only home. Its text stands in the field (uncontrolled, so that React never copies it); only the diagnosis is told it, for one search; what
 * signs is a non-extractable CryptoKey. Nobody keys a query, a log line or an address by any of it: they use `revision`.
 * The published secret of an example is no secret: its text is known here, and the field is empty of it while it has the focus,
 * so that whatever is typed, pasted or dropped takes its place.
 */
export class SecretHome {
  #facts = NO_SECRET;
  #field: SecretInput | null = null;
  #others: { value: string } | null = null;
  readonly #aside = new SetAside();
  /** What a paste took the place of, until the next edit. */
  #replaced = "";
  #pastesInto = false;
  #signers = new Map<ComputationName, Promise<Sign>>();
  #rest: ReturnType<typeof setTimeout> | undefined;
  readonly #tell: ChangeListener;

  constructor(tell: ChangeListener) {
    this.#tell = tell;
  }

  get facts(): SecretFacts {
    return this.#facts;
  }

  /** The text itself, for the diagnosis alone, which must try what was done to it. Never keep it. */
  get text(): string {
    if (this.#facts.demo) return this.#facts.published;
    return (this.#aside.returning ?? this.#field)?.value ?? "";
  }

  /** A secret set aside, to be looked for in what is kept of a case; empty where there is none. */
  get asideText(): string {
    return this.#aside.text || this.#replaced;
  }

  /** True where a paste goes in where the caret stands: the last one took the place of the whole secret, and that was taken back. */
  get pastesInto(): boolean {
    return this.#pastesInto;
  }

  /** True while anything is held that a user typed: the secret, one set aside, or others. */
  get isOwn(): boolean {
    const { bytes, demo } = this.#facts;
    return (bytes > 0 && !demo) || this.#aside.holds || this.otherTexts.some((line) => line !== "");
  }

  /** One for each line; empty lines are kept so that line numbers stay right. */
  get otherTexts(): string[] {
    return this.#others?.value.split("\n") ?? [];
  }

  /** What the page shows before it has a field: an example's published secret, by size alone. */
  preset(published: string): void {
    this.#facts = { ...this.#facts, ...measure(published), demo: published !== "", published };
  }

  /**
   * The field has been mounted; text typed before the scripts ran counts. One that is removed holds its text until another takes its
   * place, as where a view of the page gives way to the next.
   */
  readonly attach = (element: SecretInput | null): void => {
    if (!element) return;
    const before = this.#field;
    this.#field = element;
    const { returning } = this.#aside;
    if (returning) {
      element.value = returning.value;
      this.#aside.drop();
      this.#update({ ...measure(element.value), ...OWN });
      return;
    }
    const { demo, published } = this.#facts;
    if (!demo && before && before !== element && before.value !== "" && element.value === "") {
      element.value = before.value;
      empty(before);
      return;
    }
    if (demo && (element.value === "" || element.value === published)) return;
    if (demo) element.value = withoutPublished(element.value, published);
    if (element.value !== element.defaultValue || demo) this.#update({ ...measure(element.value), ...OWN });
  };

  readonly attachOthers = (element: { value: string } | null): void => {
    this.#others = element;
  };

  /** The field has the focus: a published secret makes room for what comes. */
  readonly focus = (): void => {
    if (this.#facts.demo && this.#field) this.#field.value = "";
  };

  /** The field is left: the secret is typed to its end. A published secret that was not replaced is shown again. */
  readonly leave = (): void => {
    if (this.#facts.demo && this.#field) this.#field.value = this.#facts.published;
    if (this.#facts.typing) this.#settle();
  };

  /** Puts a text into the field in the place of what is there. */
  put(text: string): void {
    if (this.#field) this.#field.value = text;
    this.edited();
  }

  /** To be called on every edit of the field: drops every signer made of the old text. `typing`: by a single keystroke; `undone`: by undoing one. */
  edited(typing = false, undone = false): void {
    this.#signers = new Map();
    this.#aside.drop();
    this.#replaced = "";
    this.#pastesInto = undone;
    const size = measure(this.#field?.value ?? "");
    clearTimeout(this.#rest);
    const isTyping = typing && size.bytes > 0;
    if (isTyping) this.#rest = setTimeout(() => this.#settle(), REST);
    this.#facts = {
      ...this.#facts,
      ...size,
      ...OWN,
      typing: isTyping,
      ...NOTHING_PASTED,
      revision: this.#facts.revision + 1,
    };
    this.#tell.edited();
  }

  #settle(): void {
    clearTimeout(this.#rest);
    this.#facts = { ...this.#facts, typing: false };
    this.#tell.now();
  }

  /** What the last paste carried; stands until the next edit. */
  pasted(pasted: readonly string[], pastedKept: boolean): void {
    this.#facts = { ...this.#facts, pasted, pastedKept };
    this.#tell.now();
  }

  /** A line of a `.env` file was pasted. Its value is offered, because the name is hardly part of the secret. */
  assigned(): void {
    this.#facts = { ...this.#facts, isAssignment: true };
    this.#tell.now();
  }

  /** A paste took the place of this text, which is kept for a way back until the next edit. */
  tookPlaceOf(text: string): void {
    this.#replaced = text;
    this.#facts = { ...this.#facts, replaced: measure(text).characters };
    this.#tell.now();
  }

  /** Puts it back. Whoever pastes once more then wants both. */
  readonly putBack = (): void => {
    this.put(this.#replaced);
    this.#pastesInto = true;
  };

  /** Puts the value of such a line in its place. */
  takeValue(value: string): void {
    const replaced = this.#replaced;
    this.put(value);
    this.tookPlaceOf(replaced);
  }

  /** Puts a text in the place of what was entered, with a way back to that. */
  putAnother(text: string): void {
    const replaced = this.#facts.demo ? "" : this.text;
    this.put(text);
    if (replaced !== "" && replaced !== text) this.tookPlaceOf(replaced);
  }

  /** To be called on every edit of the other secrets. */
  readonly othersEdited = (): void => {
    this.#facts = { ...this.#facts, others: this.#facts.others + 1 };
    this.#tell.now();
  };

  /** A fresh field that holds nothing; nothing of the old one is left. */
  clear(): void {
    this.#aside.drop();
    this.dropDemo();
  }

  /** A fresh field with a published secret. One that was typed is kept aside for Undo, where `keeps` says so. */
  showDemo(published: string, { keeps = false, chosen = false } = {}): void {
    if (keeps) this.#keepAside();
    else {
      if (this.#field) empty(this.#field);
      this.#aside.drop();
    }
    this.#fresh({ ...measure(published), demo: true, published, demoChosen: chosen });
  }

  /** A fresh field that holds nothing, for a case that came from outside. One that was typed is kept aside for Undo. */
  setAside(): void {
    this.#keepAside();
    // Else its text would go over to the next.
    this.#field = null;
    this.#fresh({ ...measure(""), ...OWN });
  }

  #keepAside(): void {
    const isTyped = !this.#facts.demo && this.#facts.bytes > 0;
    if (isTyped && this.#field) this.#aside.keep(this.#field);
    else if (!this.#aside.holds && this.#field) empty(this.#field);
  }

  /** Says of the field that was emptied that nobody had touched the page. */
  expire(): void {
    this.#facts = { ...this.#facts, expired: true };
    this.#tell.now();
  }

  /** An empty field in the place of a published secret. One that was typed before stays aside. */
  dropDemo(): void {
    if (this.#field) empty(this.#field);
    this.#fresh({ ...measure(""), ...OWN });
  }

  /** True where the field holds nothing that was typed: a published secret, or nothing while one is aside. */
  get isAway(): boolean {
    const { demo, bytes } = this.#facts;
    return demo || (bytes === 0 && this.#aside.holds);
  }

  /** Brings back the secret that an example took the place of; where there was none, the field is emptied. */
  takeBack(): void {
    const field = this.#aside.bringBack();
    if (field) this.#fresh({ ...measure(field.value), ...OWN });
    else this.clear();
  }

  #fresh(facts: Partial<SecretFacts>): void {
    this.#replaced = "";
    this.#pastesInto = false;
    if (this.#others) this.#others.value = "";
    this.#signers = new Map();
    clearTimeout(this.#rest);
    this.#update({
      ...facts,
      field: this.#facts.field + 1,
      typing: false,
      ...NOTHING_PASTED,
    });
  }

  #update(change: Partial<SecretFacts>): void {
    this.#facts = { ...this.#facts, ...change, revision: this.#facts.revision + 1 };
    this.#tell.now();
  }

  /**
   * What signs by `hash`, with a key that is made of the field's text at once and then kept as long as that text stands.
   * @throws RangeError when there is no secret.
   */
  signer(hash: ComputationName): Promise<Sign> {
    const kept = this.#signers.get(hash);
    if (kept) return kept;
    const signer = computation(hash).signer(this.text);
    this.#signers.set(hash, signer);
    return signer;
  }
}
