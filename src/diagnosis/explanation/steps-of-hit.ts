import type { Message, Mistake } from "../../mistakes/mistake";
import { readPaste } from "../../signing/read-paste";
import { cutQuery, joinUrl, type Parameter } from "../../signing/url-text";
import type { Step } from "../candidates/nodes";
import type { Case } from "../case";
import type { Hit } from "../engine/engine";
import type { FormStep } from "../forms/reading";
import { truncation } from "../forms/truncation";
import { GROUPS } from "../registry";
import { bareOf, cutPieces } from "../where/align";
import { addedBehind } from "./added-behind";
import { isUncut, stepsOnTheWay } from "./on-the-way";
import { placedBySorting, sortedIn, withSortedIn } from "./sorted-in";

/** Every mistake of a reproduced signature once, in the order in which they are told. */
export function stepsOf(found: Case, mistakes: readonly Mistake[], hit: Omit<Hit, "bits">): Step[] {
  const { key, digest } = hit.candidate;
  const forms = formSteps(found, mistakes, formsOf(found, mistakes, hit));
  return inOrder([...key.steps, ...stringSteps(found, mistakes, hit), ...digest.steps, ...forms], mistakes);
}

/** The mistakes by which its string differs from the right one. */
export function stringSteps(
  found: Case,
  mistakes: readonly Mistake[],
  hit: Omit<Hit, "bits">,
): readonly Step[] {
  const { steps, value } = hit.candidate.message;
  const added = addedBehind(found, mistakes, hit);
  return added ?? withSortedIn(found, stepsOnTheWay(found, mistakes, steps, value), value);
}

/** What a hit says of the signature's form and place. */
export function formsOf(
  found: Case,
  mistakes: readonly Mistake[],
  { candidate: { message }, target, computed }: Omit<Hit, "bits">,
): readonly FormStep[] {
  const misplaced = misplacement(found, mistakes);
  // The “#” came later: it is the mistake, and not where the signature was put.
  const isCutOff = misplaced?.mayBeCutOff && isUncut(found.request, message.value);
  const { steps, value } = message;
  const isMoved = isDisplaced(found, steps, value) || sortedIn(found, steps, value) !== null;
  const isItsOwn = misplaced && !isCutOff && !isMoved;
  const telling = placedBySorting(found);
  const place = isItsOwn
    ? [{ id: misplaced.id, detail: misplaced.seen?.(found.request.typed, target.text), telling }]
    : [];
  const own = message.steps.flatMap(({ forms }) => forms ?? []);
  return [...target.forms, ...truncation(target, computed), ...place].filter(({ id }) => !own.includes(id));
}

/** The mistake by which the signature stands where it does; `undefined` where it stands in its place. */
export function misplacement({ request }: Case, mistakes: readonly Mistake[]): Mistake | undefined {
  return mistakes.find(({ id }) => id === request.found?.misplaced);
}

export function formSteps(found: Case, mistakes: readonly Mistake[], forms: readonly FormStep[]): Step[] {
  return forms.map(({ id, ...how }) => {
    const mistake = mistakes.find((candidate) => candidate.id === id);
    if (!mistake) throw new Error(`The form “${id}” is no mistake of ${found.scheme.label}.`);
    return { mistake, ...how };
  });
}

/** Parameters appended behind the signature put it out of its place: that is one event, and it is told once. */
function isDisplaced({ scheme, request }: Case, steps: readonly Step[], signed: Message): boolean {
  const { typed } = request;
  const parameters = cutQuery(typed.query ?? "");
  const at = parameters.findLastIndex(({ name }) => name === scheme.signatureParameter);
  const behind = parameters.slice(at + 1);
  if (at < 0 || behind.length === 0 || typeof signed !== "string") return false;
  if (!steps.some(({ mistake }) => mistake.appends)) return false;
  const kept = cutPieces(signed).map(bareOf);
  const query = parameters.slice(0, at + 1).map(({ text }) => text);
  // One that stands behind was signed where more of it were signed than stand before.
  const isSigned = ({ text }: Parameter) => countOf(text, kept) > countOf(text, query);
  if (behind.some(isSigned)) return false;
  const before = readPaste(scheme, joinUrl({ ...typed, query: query.join("&") })).request;
  return before.ok && before.value.found?.misplaced === null;
}

const countOf = (text: string, all: readonly string[]) => all.filter((one) => one === text).length;

/** One step for each mistake, in the order of the groups and the registry. */
export function inOrder(steps: readonly Step[], mistakes: readonly Mistake[]): Step[] {
  const distinct = new Map<Mistake, Step>();
  for (const step of steps) {
    const present = distinct.get(step.mistake);
    if (!present) distinct.set(step.mistake, step);
    else if (step.detail && present.detail !== step.detail)
      distinct.set(step.mistake, {
        ...present,
        telling: present.telling ?? step.telling,
        detail: [present.detail, step.detail].filter(Boolean).join(" "),
      });
  }
  const rank = ({ mistake }: Step) => GROUPS.indexOf(mistake.group) * 1000 + mistakes.indexOf(mistake);
  return [...distinct.values()].sort((a, b) => rank(a) - rank(b));
}
