import type { Precedent } from "./precedent";

const MOST = 60;

/** What has hit before, in the order in which it is tried: the latest first, but one mistake always before two. */
export class Precedents {
  readonly #all: Precedent[] = [];

  get size(): number {
    return this.#all.length;
  }

  add(precedent: Precedent): void {
    this.#insert(precedent);
    this.#all.splice(MOST);
  }

  /** What the first of them that hits gives; it comes to the front, because lines of one cause stand together. `null` where none does. */
  first<T>(tryOn: (precedent: Precedent) => T | null): T | null {
    for (const [at, precedent] of this.#all.entries()) {
      const hit = tryOn(precedent);
      if (hit === null) continue;
      this.#all.splice(at, 1);
      this.#insert(precedent);
      return hit;
    }
    return null;
  }

  #insert(precedent: Precedent): void {
    const at = this.#all.findIndex(({ size }) => size >= precedent.size);
    this.#all.splice(at < 0 ? this.#all.length : at, 0, precedent);
  }
}
