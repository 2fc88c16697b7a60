import type { Digest, Key } from "../../mistakes/mistake";
import { computationsFor } from "../candidates/computations";
import type { Node } from "../candidates/nodes";
import { startingUrl } from "../candidates/starting-url";
import { Strings } from "../candidates/strings";
import type { Case } from "../case";
import { mistakesOf } from "../registry";
import { publicKeys } from "./public-keys";

/** So many strings at most are made of the URL. */
export const MOST_STRINGS = 600;

/** What a search without the secret composes. */
export interface PublicSupply {
  readonly mistakes: ReturnType<typeof mistakesOf>;
  readonly keys: readonly Node<Key>[];
  readonly strings: Strings;
  readonly right: readonly Node<Digest>[];
  /** Other computations with a key. */
  readonly wrong: readonly Node<Digest>[];
  /** Computations that take none. */
  readonly plain: readonly Node<Digest>[];
}

export function supplyOf(found: Case): PublicSupply {
  const mistakes = mistakesOf(found.scheme);
  const { right, wrong, rare } = computationsFor(found, mistakes);
  const isPlain = ({ value }: Node<Digest>) => value.mode === "message";
  return {
    mistakes,
    keys: publicKeys(mistakes, found.facts),
    strings: new Strings(startingUrl(found.request, mistakes), mistakes, found.facts, MOST_STRINGS),
    right,
    wrong: wrong.filter((digest) => !isPlain(digest)),
    plain: [...wrong, ...rare].filter(isPlain),
  };
}
