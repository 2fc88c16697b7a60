/** Those that wait, and the UTF-16 units of their URLs: what waits is kept several times over, so its length counts. */
const MOST = 50_000;
const MOST_CHARACTERS = 20_000_000;

/** URLs without an explanation that are kept to be looked at again, to a bound, however long they are. */
export class Waiting<Seen extends { readonly row: { readonly url: string } }> implements Iterable<Seen> {
  readonly #all = new Set<Seen>();
  #characters = 0;

  get size(): number {
    return this.#all.size;
  }

  /** False where there is no room. */
  add(seen: Seen): boolean {
    if (this.#all.size >= MOST || this.#characters >= MOST_CHARACTERS) return false;
    this.#all.add(seen);
    this.#characters += seen.row.url.length;
    return true;
  }

  has(seen: Seen): boolean {
    return this.#all.has(seen);
  }

  /** False where it did not wait. */
  delete(seen: Seen): boolean {
    const waited = this.#all.delete(seen);
    if (waited) this.#characters -= seen.row.url.length;
    return waited;
  }

  clear(): void {
    this.#all.clear();
    this.#characters = 0;
  }

  [Symbol.iterator](): IterableIterator<Seen> {
    return this.#all.values();
  }
}
