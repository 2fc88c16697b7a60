import { HASHES } from "../../mistakes/hashes";
import type { Digest, Facts, Mistake } from "../../mistakes/mistake";
import type { Case } from "../case";
import { type Node, root } from "./nodes";
import { digestSteps } from "./steps";

/** What may have been computed, for signatures as long as this one. */
export interface Computations {
  /** What the vendor computes. */
  readonly right: readonly Node<Digest>[];
  /** The same, and what it computes at a greater length: the result may have been cut to this one. */
  readonly rightOrCut: readonly Node<Digest>[];
  /** One mistake, at its full length. */
  readonly wrong: readonly Node<Digest>[];
  /** Two mistakes, or one whose result was cut to this length. */
  readonly rare: readonly Node<Digest>[];
}

export function computationsFor({ facts, targets }: Case, mistakes: readonly Mistake[]): Computations {
  const longest = new Map(HASHES);
  const fits = (digest: Digest) => targets.some(({ bits }) => bits <= (longest.get(digest.hash) ?? 0) * 8);
  const isWhole = (digest: Digest) =>
    targets.some(({ bits }) => bits === (longest.get(digest.hash) ?? 0) * 8);
  const anyWhole = HASHES.some(([hash]) => isWhole({ hash, mode: "hmac", joint: "" }));
  const isLikely = ({ value }: Node<Digest>) => isWhole(value) || !anyWhole;
  const right = facts.rights.map((digest) => root(digest)).filter(({ value }) => fits(value));
  const single = [...digestSteps(mistakes, facts)].filter(({ value }) => fits(value));
  const double = doubleDigests(single, mistakes, facts).filter(({ value }) => fits(value));
  const whole = right.filter(isLikely);
  const cut = right.filter((node) => !isLikely(node));
  return {
    right: whole.length > 0 ? whole : right,
    rightOrCut: [...whole, ...cut],
    wrong: single.filter(isLikely),
    rare: [...single.filter((node) => !isLikely(node)), ...(whole.length > 0 ? cut : []), ...double],
  };
}

export const isSameDigest = (one: Digest, other: Digest) =>
  one.hash === other.hash && one.mode === other.mode && one.joint === other.joint;

/** Computations that are no HMAC of the string, with a hash that is wrong as well. */
function doubleDigests(
  single: readonly Node<Digest>[],
  mistakes: readonly Mistake[],
  facts: Facts,
): Node<Digest>[] {
  return single
    .filter(({ value }) => value.mode === "hmac")
    .flatMap((wrong) =>
      [...digestSteps(mistakes, { ...facts, hashes: [wrong.value.hash] })]
        .filter(({ value }) => value.mode !== "hmac")
        .map(({ value, steps, weight }) => ({
          value,
          steps: [...wrong.steps, ...steps],
          weight: wrong.weight + weight,
        })),
    );
}
