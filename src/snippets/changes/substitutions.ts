import { UNKNOWN } from "./unknown";

/** A text and what stands everywhere in its place. */
export type Substitution = readonly [from: string, to: string];

/** Mistakes that write one text for another wherever it stands, longest ones first. */
const USUAL: readonly Substitution[] = [
  ["+", "%20"],
  ["%20", "+"],
  ["&", "&amp;"],
  ["%", "%25"],
];

const MOST = 3;
const QUOTABLE = /^[\x20-\x7e]{0,12}$/;

/** Ways to write one text in the place of another by which the right string, or a part of it, may have become the signed one. */
export function substitutionsBetween(right: string, signed: string): readonly (readonly Substitution[])[] {
  const found = [...differing(right, signed)];
  const isFew = found.length > 0 && found.length <= MOST && found.flat().every((text) => QUOTABLE.test(text));
  return [...USUAL.map((one) => [one]), ...(isFew ? [found] : [])];
}

/** The text with one substitution after the other made everywhere in it. */
export function substituted(text: string, substitutions: readonly Substitution[]): string {
  return substitutions.reduce((done, [from, to]) => done.replaceAll(from, () => to), text);
}

/** Escapes and characters that are written otherwise, each with what it became first. */
function differing(right: string, signed: string): ReadonlyMap<string, string> {
  const [from, to] = [tokensOf(right), tokensOf(signed)];
  const found = new Map<string, string>();
  if (from.length !== to.length) return found;
  from.forEach((token, at) => {
    const other = to[at] ?? UNKNOWN;
    if (token !== other && !found.has(token)) found.set(token, other);
  });
  return found;
}

const tokensOf = (text: string) => text.match(/%[0-9A-F]{2}|./gis) ?? [];
