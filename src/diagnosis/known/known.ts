import { type Claims, readClaims } from "./claims";
import type { Fact } from "./fact";
import { readFacts } from "./facts";
import type { PublicInput } from "./public-search";

/** What the text says by itself, before anything is searched for. */
export interface KnownText {
  readonly facts: readonly Fact[];
  /** What a pasted answer claims; `null` where there is none. */
  readonly claims: Claims | null;
}

/** Everything that needs no search. */
export function readKnown(input: PublicInput): KnownText {
  return { facts: readFacts(input.schemeId, input.pasted, input.settings), claims: readClaims(input) };
}
