/** What is used of an input element; a page brings the element, a test need not. */
export interface SecretInput {
  value: string;
  defaultValue: string;
}

/** Leaves nothing in a field, nor in what a page would reset it to. */
export function empty(field: SecretInput): void {
  field.value = "";
  field.defaultValue = "";
}

/**
 * What was typed into a published secret before the page listened; the whole text where no published secret is around it. Where
 * its letters equal those beside it, several places fit: then the end is taken, or the start, because a cursor stands there at
 * first.
 */
export function withoutPublished(text: string, published: string): string {
  const rest = text.length - published.length;
  const places = Array.from({ length: published.length + 1 }, (_, at) => published.length - at);
  for (const at of [published.length, 0, ...places])
    if (rest >= 0 && text === published.slice(0, at) + text.slice(at, at + rest) + published.slice(at))
      return text.slice(at, at + rest);
  return text;
}

/** The field of a secret that an example took the place of: where Undo finds it, until the next edit. */
export class SetAside {
  #field: SecretInput | null = null;
  #returns = false;

  get holds(): boolean {
    return this.#field !== null;
  }

  /** What is kept; empty where nothing is. */
  get text(): string {
    return this.#field?.value ?? "";
  }

  /** The field whose text is on its way back, until the next field is mounted; `null` where none is. */
  get returning(): SecretInput | null {
    return this.#returns ? this.#field : null;
  }

  keep(field: SecretInput): void {
    this.#field = field;
  }

  /** Begins to bring the text back. @returns the field that holds it; `null` where none was kept. */
  bringBack(): SecretInput | null {
    this.#returns = this.#field !== null;
    return this.#field;
  }

  /** Empties the field. */
  drop(): void {
    if (this.#field) empty(this.#field);
    this.#field = null;
    this.#returns = false;
  }
}
