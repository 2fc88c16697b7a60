import type { UrlText } from "../../signing/types";
import { cutQuery } from "../../signing/url-text";
import { percentDecode } from "./escapes";

/** A parameter as code holds it once the query was taken apart. */
export interface Pair {
  readonly name: string;
  /** Empty where the query has no “=”. */
  readonly value: string;
}

/** As a form decodes: `+` becomes a space. */
export function formDecode(text: string): string {
  return percentDecode(text.replaceAll("+", " "));
}

/** As `encodeURIComponent` encodes, but a space becomes `+`. */
export function formEncode(text: string): string {
  return encodeURIComponent(text).replaceAll("%20", "+");
}

/** The query's parameters as they stand. */
export function pairsOf({ query }: UrlText): Pair[] {
  return cutQuery(query ?? "")
    .filter(({ text }) => text !== "")
    .map(({ name, value }) => ({ name, value: value ?? "" }));
}

export function decodedPairs(pairs: readonly Pair[]): Pair[] {
  return pairs.map(({ name, value }) => ({ name: formDecode(name), value: formDecode(value) }));
}

export function sortedPairs(pairs: readonly Pair[]): Pair[] {
  return pairs.toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

/** In the order of the URL and sorted, and each as it stands and decoded, with words for users. */
export function* arrangements(url: UrlText): Generator<[pairs: Pair[], words: readonly string[]]> {
  const pairs = pairsOf(url);
  yield [pairs, []];
  yield [sortedPairs(pairs), ["sorted"]];
  yield [decodedPairs(pairs), ["decoded"]];
  yield [sortedPairs(decodedPairs(pairs)), ["sorted", "decoded"]];
}

/** Those with one name together, in the order in which the names came up. */
export function byName<T extends { readonly name: string }>(all: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const group = groups.get(one.name);
    if (group) group.push(one);
    else groups.set(one.name, [one]);
  }
  return groups;
}
