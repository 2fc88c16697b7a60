import type { Key, Message, Mistake, Telling } from "../../mistakes/mistake";
import { textOfUtf8 } from "../../mistakes/text/bytes";
import type { UrlText } from "../../signing/types";
import { joinUrl } from "../../signing/url-text";

/** One mistake made in one way: a step from what is right to what was signed. */
export interface Step {
  readonly mistake: Mistake;
  readonly detail?: string | undefined;
  readonly before?: readonly string[] | undefined;
  readonly after?: readonly string[] | undefined;
  readonly odd?: { readonly start: number; readonly end: number } | undefined;
  readonly fix?: string | undefined;
  readonly telling?: Telling | undefined;
  /** True where the entered secret has it, and the key that signed had not. */
  readonly entered?: true | undefined;
  /** Which characters of the signature are wrong. */
  readonly wrong?: readonly number[] | undefined;
  /** Mistakes of form that belong to this one. */
  readonly forms?: readonly string[] | undefined;
  /** True where its string holds the secret. */
  readonly holdsSecret?: true | undefined;
}

/** A part of a recipe and the steps that lead to it. */
export interface Node<T> {
  readonly value: T;
  readonly steps: readonly Step[];
  readonly weight: number;
}

/** The node that no mistake leads to. */
export function root<T>(value: T): Node<T> {
  return { value, steps: [], weight: 0 };
}

/** Text that names a key or a message: two with the same bytes have the same name. */
export function bytesName(key: Key | Message): string {
  return typeof key === "string" ? key : (textOfUtf8(key) ?? `\0bytes:${key.join()}`);
}

/** Keeps the lightest node for each name, in the order of first appearance. */
export class Pool<T> {
  readonly #nodes = new Map<string, Node<T>>();
  readonly #name: (value: T) => string;

  constructor(name: (value: T) => string) {
    this.#name = name;
  }

  offer(node: Node<T>): void {
    const name = this.#name(node.value);
    const present = this.#nodes.get(name);
    if (!present || node.weight < present.weight) this.#nodes.set(name, node);
  }

  /** Lightest first; equals in the order of the registry. */
  sorted(): Node<T>[] {
    return [...this.#nodes.values()].sort((a, b) => a.weight - b.weight);
  }
}

/** So many ways of a mistake are composed with others before all the rest. */
export const COMMON_VARIANTS = 2;

/** The first ways in which each mistake is made last: what is composed with others before all the rest. */
export function commonest<T>(nodes: Iterable<Node<T>>, most = COMMON_VARIANTS): Node<T>[] {
  return Array.from(nodes).filter(countedBy(most));
}

/** Whether a node is one of the first so many of its last mistake that were asked about. */
export function countedBy(most: number): (node: Node<unknown>) => boolean {
  const counts = new Map<Mistake | undefined, number>();
  return ({ steps }) => {
    const last = steps.at(-1)?.mistake;
    const count = (counts.get(last) ?? 0) + 1;
    counts.set(last, count);
    return count <= most;
  };
}

export const urlName = (url: UrlText) => joinUrl({ ...url, origin: "" });

/** Whether a new step's mistake belongs to another group than all before it. */
export function crosses(node: Node<unknown>): boolean {
  return node.steps.every(
    ({ mistake: { group } }, at) =>
      !node.steps.some((other, index) => index < at && other.mistake.group === group),
  );
}

export function lightest<T>(nodes: readonly Node<T>[], most: number): Node<T>[] {
  return nodes.toSorted((a, b) => a.weight - b.weight).slice(0, most);
}
