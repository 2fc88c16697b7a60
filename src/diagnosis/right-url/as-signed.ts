import type { Message, Mistake, Telling } from "../../mistakes/mistake";
import { computation } from "../../signing/computations";
import { readPaste } from "../../signing/read-paste";
import { check, joinParts } from "../../signing/sign";
import { cutQuery } from "../../signing/url-text";
import type { Step } from "../candidates/nodes";
import type { Case } from "../case";
import type { Choice } from "../diagnosis";
import { urlThatWasSigned } from "../explanation/on-the-way";
import { misplacement } from "../explanation/steps-of-hit";
import { asksForNothing } from "./signed-url";

/** The URL as it was signed, where it lacks what may not be wanted. @param signature of the string, in lower-case hex */
export function choiceAsSigned(
  found: Case,
  steps: readonly Step[],
  signed: Message,
  signature: string,
): Choice[] {
  const [step, ...more] = steps;
  if (!step?.telling?.mayBeEnough || more.length > 0 || typeof signed !== "string") return [];
  const url = asSigned(found, signed, signature);
  const kept = cutQuery(urlThatWasSigned(found, signed)?.query ?? "").map(({ text }) => text);
  const sent = cutQuery(found.request.unsigned.query ?? "");
  const names = sent.filter(({ text }) => text !== "" && !kept.includes(text)).map(({ name }) => name);
  return url === null ? [] : [{ kind: "signed", names, url }];
}

/**
 * The URL with which the signature is right, when all that went wrong was done to the URL after signing, or may have been: also to a signature of a hash that
 * the vendor takes and by which it would not be signed anew, for what is left of it does not tell that hash.
 * @param signature all of it, in lower-case hex
 */
export function repair(
  found: Case,
  mistakes: readonly Mistake[],
  steps: readonly Step[],
  signed: string,
  signature: string,
): string | null {
  const place = misplacement(found, mistakes);
  const isOther = signature.length !== computation(found.facts.hash).digits;
  const isCut = ({ mistake }: Step) => isOther && mistake.cutsSignature === true;
  const isAfter = ({ mistake, telling }: Step) =>
    mistake.group === "change" || telling?.mayBeMeant === true || telling?.isDamage === true;
  const isOfUrl = (step: Step) => isAfter(step) || step.mistake === place || isCut(step);
  // Beside what came along where the secret was entered, the URL was changed all the same.
  if (!steps.some(isOfUrl) || !steps.every((step) => isOfUrl(step) || step.entered)) return null;
  if (steps.some(({ telling }) => isLeftOpen(telling))) return null;
  const origin = steps.find(({ telling }) => telling?.origin)?.telling?.origin;
  return asSigned(found, signed, signature, origin);
}

/** The right string of the URL before it was changed after signing, or may have been, where that is known. @param steps by which the string that was signed differs */
export function beforeChange(
  found: Case,
  steps: readonly Step[],
  signed: Message,
  alone: ReadonlyMap<Mistake, string> = new Map(),
): string | undefined {
  const changes = steps.filter(
    ({ mistake, telling }) => mistake.group === "change" || telling?.isDamage || telling?.mayBeMeant,
  );
  const [change, ...more] = changes;
  if (!change || changes.some(({ telling }) => isLeftOpen(telling) && !telling?.mayBeEnough))
    return undefined;
  if (changes.some(({ telling }) => telling?.origin)) return undefined;
  const isAll = changes.length === steps.length;
  const string = isAll ? signed : more.length === 0 ? alone.get(change.mistake) : undefined;
  return typeof string === "string" && urlThatWasSigned(found, string) ? string : undefined;
}

const isLeftOpen = (telling: Telling | undefined) =>
  (telling?.isDoubtful && !telling.mayBeMeant) || telling?.isUnwanted;

/** The URL of which this string was signed, with its signature; `null` where the signature is not right there. */
function asSigned(found: Case, signed: string, signature: string, origin?: string): string | null {
  const { scheme, request } = found;
  const own = urlThatWasSigned(found, signed);
  if (!own || asksForNothing(found, own)) return null;
  const unsigned = origin === undefined ? own : { ...own, origin };
  const url = joinParts(scheme.assemble({ ...request, unsigned }, signature));
  const { request: again } = readPaste(scheme, url);
  return again.ok && again.value.signingString === signed && check(again.value, signature) === "valid"
    ? url
    : null;
}
