import { changeMistakes } from "../mistakes/change";
import { digestMistakes } from "../mistakes/digest";
import { encodingMistakes } from "../mistakes/encoding";
import { formMistakes } from "../mistakes/form";
import type { Group, Mistake } from "../mistakes/mistake";
import { scopeMistakes } from "../mistakes/scope";
import { secretMistakes } from "../mistakes/secret";
import { forSearch } from "../schemes/for-search";
import type { Scheme } from "../schemes/scheme";
import { isHmac } from "../signing/computations";

/** The order in which the mistakes of one explanation are told. */
export const GROUPS: readonly Group[] = ["secret", "scope", "encoding", "change", "digest", "form"];

const lists = new Map<Scheme, readonly Mistake[]>();

/**
 * Every mistake that a scheme's users make, in the order of the groups. A scheme's own come first in theirs, but for those of
 * form, which are not searched: how a signature is written is told before where it stands.
 */
export function mistakesOf(scheme: Scheme): readonly Mistake[] {
  const present = lists.get(scheme) ?? listFor(scheme);
  lists.set(scheme, present);
  return present;
}

function listFor(scheme: Scheme): readonly Mistake[] {
  const { mistakes: own } = forSearch(scheme);
  const all = [
    ...own.filter(({ group }) => group !== "form"),
    ...secretMistakes,
    ...scopeMistakes,
    ...encodingMistakes,
    ...changeMistakes,
    ...digestMistakes,
    ...formMistakes,
    ...own.filter(({ group }) => group === "form"),
  ];
  const known = scheme.hashes.some(isHmac) ? all : all.filter(({ ofHmac }) => !ofHmac);
  return GROUPS.flatMap((group) => known.filter((mistake) => mistake.group === group));
}
