import type { Scheme } from "../../schemes/scheme";
import type { Reading } from "../../signing/sign";
import type { FoundSignature, Rewrite, SigningRequest } from "../../signing/types";
import type { Where } from "../where/where";

/**
 * How well something is known: *certain*, where no further fact can overturn it; *likely*, where the URL has the marks of it, but
 * might have been signed like this; *excluded*, where it was tried and does not give the digits.
 */
export type Grade = "certain" | "likely" | "excluded";

/** Something that is known of a signed URL without its secret. */
export interface Fact {
  /** Stable: names it in the document (`data-fact`); one of a kind at a time. */
  readonly kind: string;
  readonly grade: Grade;
  /** What is known, one sentence that says no more than its grade. */
  readonly sentence: string;
  /** Why it matters, or where it mostly comes from. */
  readonly about?: string;
  /** True where it alone settles that no secret makes this URL valid. Only of what is certain. */
  readonly impossible?: true;
  /** Where it shows in the URL as typed, where it has a place. */
  readonly where?: Pick<Where, "marks" | "options">;
  /** One click that undoes it. */
  readonly rewrite?: Rewrite;
}

/** A URL that carries a signature, as it was read. */
export interface SignedCase {
  readonly scheme: Scheme;
  readonly pasted: string;
  readonly reading: Pick<Reading, "place">;
  readonly request: SigningRequest;
  readonly found: FoundSignature;
  /** True where it is known that the URL was sent as it stands, because a server has logged it. */
  readonly isAsSent: boolean;
}

/** One family of facts; none where it has nothing to say. */
export type Family = (signed: SignedCase) => readonly Fact[];

const RANKS: Readonly<Record<Grade, number>> = { certain: 1, likely: 2, excluded: 3 };

/** What settles the case first, then by grade. */
export function inOrder(facts: readonly Fact[]): Fact[] {
  const rank = ({ grade, impossible }: Fact) => (impossible ? 0 : RANKS[grade]);
  return facts.toSorted((a, b) => rank(a) - rank(b));
}

/** True where something certain says that no secret makes the URL valid. */
export function isImpossible(facts: readonly Fact[]): boolean {
  return facts.some(({ impossible }) => impossible);
}

/** Whether a fact says that the digits are not shown: then not even the secret tells more. */
export function isOfUnshown({ kind }: Pick<Fact, "kind">): boolean {
  return UNSHOWN.has(kind);
}

const UNSHOWN: ReadonlySet<string> = new Set(["signature-hidden", "signature-cut", "signature-placeholder"]);
