import type { ToldTraits } from "../../mistakes/mistake";
import type { Step } from "../candidates/nodes";
import type { Case } from "../case";
import type { ExplainedMistake } from "../diagnosis";
import { vendorWords } from "./vendor-words";

/** A mistake in the words of this vendor. */
export function told(step: Step, { scheme, facts }: Case): ExplainedMistake {
  const { mistake, detail, wrong, entered, telling } = step;
  const { id, group } = mistake;
  const { fix: usualFix } = { ...mistake, ...telling };
  const title = telling?.title ?? ((entered && mistake.enteredTitle) || mistake.title);
  const why = telling?.why ?? (entered ? ENTERED_SO : mistake.why);
  const words = vendorWords(scheme, facts.hash, facts.request.hash === null);
  const fix = words(entered ? (telling?.fix ?? ENTER_AGAIN) : (step.fix ?? usualFix));
  const base = { id, group, title: words(title), why: words(why), fix };
  return {
    ...base,
    ...traitsOf(step),
    ...(detail && { detail }),
    ...(wrong && { wrong }),
    ...(entered && { entered }),
    ...(telling?.isDoubtful && { isDoubtful: true }),
    ...(telling?.isDamage && { isDamage: true }),
    ...(telling?.mayBeMeant && { mayBeMeant: true }),
    ...(telling?.mayBeQuery && { mayBeQuery: telling.mayBeQuery }),
    ...(telling?.mayBePath && { mayBePath: telling.mayBePath }),
  };
}

function traitsOf({ mistake, telling, holdsSecret = mistake.holdsSecret }: Step): ToldTraits {
  const { answerTells, leavesPart, cutsSignature, escapesName } = mistake;
  // A way with a title of its own has its headline in it.
  const parametersWere = telling?.title === undefined ? mistake.parametersWere : undefined;
  return { answerTells, leavesPart, holdsSecret, cutsSignature, escapesName, parametersWere };
}

// What makes a secret so where it is stored has not happened to the one that signed.
const ENTERED_SO = "It came along when the secret was entered here, or the code that signed leaves it out.";
const ENTER_AGAIN = "Enter the secret again without it, if it does not belong there.";
