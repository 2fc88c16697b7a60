import type { Mistake } from "../../mistakes/mistake";
import { rightDigest } from "../../mistakes/right-digest";
import { forSearch } from "../../schemes/for-search";
import { toHex } from "../../signing/hmac";
import { isSameDigest } from "../candidates/computations";
import type { Step } from "../candidates/nodes";
import type { Case } from "../case";
import type { Diagnosis, ExplainedMistake } from "../diagnosis";
import type { Hit } from "../engine/engine";
import type { Sight } from "../forms/at-sight";
import { beforeChange, choiceAsSigned, repair } from "../right-url/as-signed";
import { messageText } from "./message-text";
import { onTheWay } from "./on-the-way";
import { formula, keyUse, shownString } from "./signed-with";
import { formSteps, formsOf, inOrder, misplacement, stepsOf, stringSteps } from "./steps-of-hit";
import { told } from "./told";

/** The words and the proof of a reproduced signature. */
export function explain(
  found: Case,
  mistakes: readonly Mistake[],
  { candidate, target, computed, bits, plain, alone }: Hit,
  tried: number,
  milliseconds: number,
  limits: readonly string[],
): Diagnosis {
  const { key, message, digest } = candidate;
  const forms = formsOf(found, mistakes, { candidate, target, computed });
  const steps = stepsOf(found, mistakes, { candidate, target, computed });
  const choices = choiceAsSigned(found, steps, message.value, toHex(computed));
  const ofString = stringSteps(found, mistakes, { candidate, target, computed });
  const before = beforeChange(found, ofString, message.value, alone);
  const isMore = steps.length > ofString.length || ofString.some(({ mistake }) => mistake.group !== "change");
  const { sender } = onTheWay(found, mistakes, message.steps, message.value);
  return {
    state: "explained",
    mistakes: steps.map((step) => ({ ...told(step, found), ...aloneOf(step, alone) })),
    signed:
      digest.value.mode === "swapped"
        ? null
        : shownString(messageText(message.value), message.steps, found.facts.secret),
    shouldBe: found.request.signingString,
    corrected: null,
    ...(before !== undefined && isMore && { beforeChange: before }),
    ...(choices.length > 0 && { choices }),
    repaired:
      typeof message.value === "string"
        ? repair(found, mistakes, steps, message.value, toHex(computed))
        : null,
    keyUse: keyUse(
      key.steps,
      key.value,
      [...(typeof key.value === "string" ? key.value : found.input.secret)].length,
    ),
    formula: formula(digest.value, key.steps.length > 0),
    hash: digest.value.hash,
    digits: target.text,
    bits,
    ...(target.isNear && {
      wrongDigits: wrongDigits(target.text.trim().length, computed.length * 2, bits),
    }),
    client: forms.length === 0 ? clientsThatSign(found, candidate) : null,
    sender: sender ?? otherStory(found, mistakes, plain, target),
    tried,
    milliseconds,
    limits,
  };
}

/** What is said of the vendor's clients that sign this URL so, with the right key; `null` where none does. */
function clientsThatSign(
  { request, scheme }: Case,
  { key, message, digest }: Hit["candidate"],
): string | null {
  if (key.steps.length > 0 || message.value === request.signingString) return null;
  if (!message.steps.every(isDoneBySigning)) return null;
  const clients = forSearch(scheme).clients.filter(
    ({ hash, signs }) => isSameDigest(rightDigest(hash), digest.value) && signs(request) === message.value,
  );
  return clients.map(({ sentence }) => sentence).join(" ") || null;
}

/** What is shown of a string without the secret is none that a line could make. */
function aloneOf(
  { mistake, holdsSecret = mistake.holdsSecret }: Step,
  alone: Hit["alone"],
): Pick<ExplainedMistake, "alone"> {
  const text = holdsSecret ? undefined : alone?.get(mistake);
  return text === undefined ? {} : { alone: text };
}

/** The story without another service, where a whole recipe comes to no more than two mistakes of code for this vendor. */
function otherStory(
  found: Case,
  mistakes: readonly Mistake[],
  plain: Hit["plain"],
  target: Hit["target"],
): string | undefined {
  if (!plain) return undefined;
  const steps = [...plain, ...formSteps(found, mistakes, target.forms)];
  if (steps.length > MOST_PLAIN) return undefined;
  const titles = inOrder(steps, mistakes).map((step) => told(step, found).title);
  return `Or no other service was meant, and ${titles.length === 1 ? "one mistake explains it" : "two mistakes came together"}: ${titles.join(" ")} The digits fit both.`;
}

const MOST_PLAIN = 2;

/** Of so many digits in the URL; one that is missing there is no wrong one. */
function wrongDigits(pasted: number, right: number, bits: number): number {
  return pasted === right ? right - bits / 4 : Math.max(0, pasted - right);
}

/** What stands in the place of the signature is no digest, whatever the secret. */
export function explainAtSight(
  found: Case,
  mistakes: readonly Mistake[],
  { id, detail, telling }: Sight,
): Diagnosis {
  const { request } = found;
  const misplaced = misplacement(found, mistakes);
  const steps = mistakes
    .filter((mistake) => mistake.id === id || mistake === misplaced)
    .map((mistake) => (mistake.id === id ? { mistake, detail, telling } : { mistake }));
  return {
    state: "explained",
    mistakes: inOrder(steps, mistakes).map((step) => told(step, found)),
    signed: null,
    shouldBe: request.signingString,
    corrected: null,
    repaired: null,
    keyUse: null,
    formula: null,
    digits: request.found?.text ?? "",
    bits: 0,
    client: null,
    tried: 0,
    milliseconds: 0,
    limits: [],
  };
}

/** No client is to blame for what was done to the URL after signing, unless it does the same itself. */
function isDoneBySigning({ mistake: { group, isDoneBySigners } }: Step): boolean {
  return group !== "change" || isDoneBySigners === true;
}
