import type { Explained, ExplainedMistake } from "../../diagnosis/diagnosis";
import type { Where } from "../../diagnosis/where/where";
import type { Made } from "../../snippets/changes/lines";
import { isCutOff } from "./remedies/remedies";

/**
 * The mistakes that are in the code that signed, if they were made there. Those of the secret that was entered here were not, and of two stories one
 * may be no code's. Where more than one hash may be right, or two mistakes are in one computation, no line shows what to write.
 */
export function mistakesInCode({
  mistakes,
  choices = [],
  correctedWith,
}: Pick<Explained, "mistakes" | "choices" | "correctedWith">): ExplainedMistake[] {
  const isOfDigest = ({ group }: ExplainedMistake) => group === "digest";
  const isOpen =
    correctedWith !== undefined ||
    choices.some(({ kind }) => kind === "hash") ||
    mistakes.filter(isOfDigest).length > 1;
  // Where what was sent is damaged, what was signed in another spelling is right.
  const isRight = ({ group, isDamage }: ExplainedMistake) => group === "encoding" && isDamage === true;
  return mistakes.filter(
    (mistake) =>
      !mistake.entered && !mistake.isDoubtful && !isRight(mistake) && !(isOpen && isOfDigest(mistake)),
  );
}

/** How the mistakes were made, as far as that shows in a line of code. @param resigned what was sent, signed as it should be @param url what was sent */
export function madeIn(diagnosis: Explained, { strings }: Where, resigned: string, url: string): Made {
  const { hash, signed, corrected, digits } = diagnosis;
  const isCut = isCutOff(corrected, resigned);
  return {
    hash,
    added: addedIn(strings),
    key: diagnosis.keyUse?.told ?? null,
    prefix: prefixIn(diagnosis),
    signed: signed ?? "",
    pasted: { url, signature: digits },
    sent: isCut ? "cut off" : corrected === null ? undefined : "damaged",
  };
}

/** What was added, where it can be quoted in a line of any language. */
function addedIn(strings: Where["strings"]): string | null {
  const added = strings
    .filter(({ change }) => change === "missing")
    .flatMap(({ sent }) => sent.map(({ text }) => text))
    .join("");
  return /^(?:&[\w.~-]+=[\w.~-]*)+$/.test(added) && added.length <= LONGEST ? added : null;
}

const LONGEST = 60;

/** What stood before the secret in the key, where that is the only difference between them. */
function prefixIn({ keyUse, mistakes }: Explained): string | undefined {
  const isAlone = mistakes.filter(({ group }) => group === "secret").length === 1;
  return isAlone ? keyUse?.before[0] : undefined;
}
