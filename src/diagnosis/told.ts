import type { ToldTraits } from "../mistakes/mistake";
import type { Case } from "./case";
import type { ExplainedMistake } from "./diagnosis";
import type { Slip } from "./space";
import { vendorWords } from "./vendor-words";

/** A mistake in the words of this vendor. */
export function told(step: Slip, { scheme, facts }: Case): ExplainedMistake {
  const { mistake, detail, wrong, entered } = step;
  const { id, group, title, why } = mistake;
  const words = vendorWords(scheme, facts.hash);
  const fix = entered ? ENTER_AGAIN : words(step.fix ?? mistake.fix);
  const base = { id, group, title: words(title), why: words(why), fix };
  return {
    ...base,
    ...traitsOf(step),
    ...(detail && { detail }),
    ...(wrong && { wrong }),
    ...(entered && { entered }),
  };
}

function traitsOf({ mistake, holdsSecret = mistake.holdsSecret }: Slip): ToldTraits {
  const { answerTells, leavesPart, cutsSignature, escapesName, parametersWere } = mistake;
  return { answerTells, leavesPart, holdsSecret, cutsSignature, escapesName, parametersWere };
}

const ENTER_AGAIN = "Enter the secret again without it, if it does not belong there.";
