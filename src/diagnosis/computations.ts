import { plainDigests } from "../mistakes/digest/digest-instead-of-hmac";
import { HASHES } from "../mistakes/hashes";
import type { Digest, Mistake } from "../mistakes/mistake";
import type { Case } from "./case";
import { digestSteps, type Node, root } from "./space";

/** What may have been computed, for signatures as long as this one. */
export interface Computations {
  /** HMACs with the vendor's hash. */
  readonly right: readonly Node<Digest>[];
  /** One mistake, at its full length. */
  readonly wrong: readonly Node<Digest>[];
  /** Two mistakes, or one whose result was cut to this length. */
  readonly rare: readonly Node<Digest>[];
}

export function computationsFor({ facts, mistakes, targets }: Case): Computations {
  const longest = new Map(HASHES);
  const fits = (digest: Digest) => targets.some(({ bits }) => bits <= (longest.get(digest.hash) ?? 0) * 8);
  const isWhole = (digest: Digest) =>
    targets.some(({ bits }) => bits === (longest.get(digest.hash) ?? 0) * 8);
  const anyWhole = HASHES.some(([hash]) => isWhole({ hash, mode: "hmac", joint: "" }));
  const isLikely = ({ value }: Node<Digest>) => isWhole(value) || !anyWhole;
  const right = [facts.hash, ...facts.hashes.filter((hash) => hash !== facts.hash)]
    .map((hash) => root<Digest>({ hash, mode: "hmac", joint: "" }))
    .filter(({ value }) => fits(value));
  const single = [...digestSteps(mistakes, facts)].filter(({ value }) => fits(value));
  const double = doubleDigests(single, mistakes).filter(({ value }) => fits(value));
  const whole = right.filter(isLikely);
  return {
    right: whole.length > 0 ? whole : right,
    wrong: single.filter(isLikely),
    rare: [
      ...single.filter((node) => !isLikely(node)),
      ...(whole.length > 0 ? right.filter((node) => !isLikely(node)) : []),
      ...double,
    ],
  };
}

/** Plain digests and swapped HMACs with a hash that is wrong as well. */
function doubleDigests(single: readonly Node<Digest>[], mistakes: readonly Mistake[]): Node<Digest>[] {
  const plain = mistakes.find(({ id }) => id === "digest-instead-of-hmac");
  const swapped = mistakes.find(({ id }) => id === "key-and-message-swapped");
  if (!plain || !swapped) return [];
  return single
    .filter(({ value }) => value.mode === "hmac")
    .flatMap(({ value: { hash }, steps }) => [
      ...plainDigests(hash).map(([value, detail, weight]) => ({
        value,
        steps: [...steps, { mistake: plain, detail }],
        weight: 1 + weight,
      })),
      {
        value: { hash, mode: "swapped" as const, joint: "" },
        steps: [...steps, { mistake: swapped }],
        weight: 2,
      },
    ]);
}
