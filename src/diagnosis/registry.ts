import type { Scheme } from "../schemes/scheme";
import { changeMistakes } from "./change";
import { digestMistakes } from "./digest";
import { encodingMistakes } from "./encoding";
import { formMistakes } from "./form";
import type { Group, Mistake } from "./mistake";
import { scopeMistakes } from "./scope";
import { secretMistakes } from "./secret";

/** The order in which the mistakes of one explanation are told. */
export const GROUPS: readonly Group[] = ["secret", "scope", "encoding", "change", "digest", "form"];

/** Every mistake that a scheme's users make, in the order of the groups; a scheme's own come first in theirs. */
export function mistakesOf(scheme: Scheme): readonly Mistake[] {
  const all = [
    ...scheme.mistakes,
    ...secretMistakes,
    ...scopeMistakes,
    ...encodingMistakes,
    ...changeMistakes,
    ...digestMistakes,
    ...formMistakes,
  ];
  return GROUPS.flatMap((group) => all.filter((mistake) => mistake.group === group));
}
