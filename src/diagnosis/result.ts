import type { Digest, Message, Mistake, ToldTraits } from "../mistakes/mistake";
import { rightDigest } from "../mistakes/right-digest";
import { forSearch } from "../schemes/for-search";
import { toHex } from "../signing/hmac";
import { readPaste } from "../signing/read-paste";
import { check, joinParts } from "../signing/sign";
import { cutQuery, joinUrl } from "../signing/url-text";
import type { Case } from "./case";
import { isSameDigest } from "./computations";
import type { Diagnosis, ExplainedMistake, KeyUse } from "./diagnosis";
import type { Hit } from "./engine";
import type { Sight } from "./forms/at-sight";
import type { FormStep } from "./forms/reading";
import { truncation } from "./forms/truncation";
import { messageText } from "./message-text";
import { isUncut, onTheWay, stepsOnTheWay, urlThatWasSigned } from "./on-the-way";
import { GROUPS } from "./registry";
import type { Slip } from "./space";
import { vendorWords } from "./vendor-words";
import { bareOf, cutPieces } from "./where/align";

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
  const { request, scheme } = found;
  const forms = formsOf(found, mistakes, { candidate, target, computed });
  const steps = stepsOf(found, mistakes, { candidate, target, computed });
  const { sender } = onTheWay(found, mistakes, message.steps, message.value);
  const { mode } = digest.value;
  const clients = forSearch(scheme).clients.filter(
    (known) =>
      forms.length === 0 &&
      key.steps.length === 0 &&
      message.steps.every(isDoneBySigning) &&
      isSameDigest(rightDigest(known.hash), digest.value) &&
      message.value !== request.signingString &&
      known.signs(request) === message.value,
  );
  return {
    state: "explained",
    mistakes: steps.map((step) => ({ ...told(step, found), ...aloneOf(step, alone) })),
    signed: mode === "swapped" ? null : shown(messageText(message.value), message.steps, found.facts.secret),
    shouldBe: request.signingString,
    corrected: null,
    repaired:
      typeof message.value === "string"
        ? repair(found, mistakes, steps, message.value, toHex(computed))
        : null,
    keyUse: keyUse(key.steps, [...(typeof key.value === "string" ? key.value : found.input.secret)].length),
    formula: formula(digest.value, key.steps.length > 0),
    hash: digest.value.hash,
    digits: target.text,
    bits,
    ...(target.isNear && {
      wrongDigits: wrongDigits(target.text.trim().length, computed.length * 2, bits),
    }),
    client: clients.map(({ sentence }) => sentence).join(" ") || null,
    sender: sender ?? otherStory(found, mistakes, plain, target),
    tried,
    milliseconds,
    limits,
  };
}

/** What is shown of a string without the secret is none that a line could make. */
function aloneOf(
  { mistake, holdsSecret = mistake.holdsSecret }: Slip,
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

/** What a hit says of the signature's form and place. */
function formsOf(
  found: Case,
  mistakes: readonly Mistake[],
  { candidate: { message }, target, computed }: Omit<Hit, "bits">,
): readonly FormStep[] {
  const misplaced = misplacement(found, mistakes);
  // The “#” came later: it is the mistake, and not where the signature was put.
  const isCutOff = misplaced?.mayBeCutOff && isUncut(found.request, message.value);
  const isItsOwn = misplaced && !isCutOff && !isDisplaced(found, message.steps, message.value);
  const place = isItsOwn ? [{ id: misplaced.id }] : [];
  const own = message.steps.flatMap(({ forms }) => forms ?? []);
  return [...target.forms, ...truncation(target, computed), ...place].filter(({ id }) => !own.includes(id));
}

/** The mistake by which the signature stands where it does; `undefined` where it stands in its place. */
function misplacement({ request }: Case, mistakes: readonly Mistake[]): Mistake | undefined {
  return mistakes.find(({ id }) => id === request.found?.misplaced);
}

/** Every mistake of a reproduced signature once, in the order in which they are told. */
export function stepsOf(found: Case, mistakes: readonly Mistake[], hit: Omit<Hit, "bits">): Slip[] {
  const { key, message, digest } = hit.candidate;
  const steps = stepsOnTheWay(found, mistakes, message.steps, message.value);
  return inOrder(
    [...key.steps, ...steps, ...digest.steps, ...formSteps(found, mistakes, formsOf(found, mistakes, hit))],
    mistakes,
  );
}

function formSteps(found: Case, mistakes: readonly Mistake[], forms: readonly FormStep[]): Slip[] {
  return forms.map(({ id, ...how }) => {
    const mistake = mistakes.find((candidate) => candidate.id === id);
    if (!mistake) throw new Error(`The form “${id}” is no mistake of ${found.scheme.label}.`);
    return { mistake, ...how };
  });
}

/** What stands in the place of the signature is no digest, whatever the secret. */
export function explainAtSight(found: Case, mistakes: readonly Mistake[], { id, detail }: Sight): Diagnosis {
  const { request } = found;
  const misplaced = misplacement(found, mistakes);
  const steps = mistakes
    .filter((mistake) => mistake.id === id || mistake === misplaced)
    .map((mistake) => (mistake.id === id ? { mistake, detail } : { mistake }));
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

/** The signed string without the secret; `null` where it holds the secret in another spelling. */
function shown(signed: string, steps: readonly Slip[], secret: string): string | null {
  if (!steps.some(({ mistake, holdsSecret }) => holdsSecret ?? mistake.holdsSecret)) return signed;
  const spelled = [secret, encodeURIComponent(secret)].find((text) => signed.includes(text));
  return spelled === undefined ? null : signed.replaceAll(spelled, "«secret»");
}

/** Parameters appended behind the signature put it out of its place: that is one event, and it is told once. */
function isDisplaced({ scheme, request }: Case, steps: readonly Slip[], signed: Message): boolean {
  const { typed } = request;
  const parameters = cutQuery(typed.query ?? "");
  const at = parameters.findLastIndex(({ name }) => name === scheme.signatureParameter);
  const behind = parameters.slice(at + 1);
  if (at < 0 || behind.length === 0 || typeof signed !== "string") return false;
  if (!steps.some(({ mistake }) => mistake.appends)) return false;
  const kept = new Set(cutPieces(signed).map(bareOf));
  if (behind.some(({ text }) => kept.has(text))) return false;
  const query = parameters.slice(0, at + 1).map(({ text }) => text);
  const before = readPaste(scheme, joinUrl({ ...typed, query: query.join("&") })).request;
  return before.ok && before.value.found?.misplaced === null;
}

/** No client is to blame for what was done to the URL after signing, unless it does the same itself. */
function isDoneBySigning({ mistake: { group, isDoneBySigners } }: Slip): boolean {
  return group !== "change" || isDoneBySigners === true;
}

/** The URL with which the signature is right, when all that went wrong was done to the URL after signing. */
function repair(
  found: Case,
  mistakes: readonly Mistake[],
  steps: readonly Slip[],
  signed: string,
  signature: string,
): string | null {
  const { scheme, request } = found;
  const place = misplacement(found, mistakes);
  if (!steps.every(({ mistake }) => mistake.group === "change" || mistake === place)) return null;
  const unsigned = urlThatWasSigned(found, signed);
  if (!unsigned) return null;
  const url = joinParts(scheme.assemble({ ...request, unsigned }, signature));
  const { request: again } = readPaste(scheme, url);
  return again.ok && again.value.signingString === signed && check(again.value, signature) === "valid"
    ? url
    : null;
}

/** One step for each mistake, in the order of the groups and the registry. */
function inOrder(steps: readonly Slip[], mistakes: readonly Mistake[]): Slip[] {
  const distinct = new Map<Mistake, Slip>();
  for (const step of steps) {
    const present = distinct.get(step.mistake);
    if (!present) distinct.set(step.mistake, step);
    else if (step.detail && present.detail !== step.detail)
      distinct.set(step.mistake, {
        ...present,
        detail: [present.detail, step.detail].filter(Boolean).join(" "),
      });
  }
  const rank = ({ mistake }: Slip) => GROUPS.indexOf(mistake.group) * 1000 + mistakes.indexOf(mistake);
  return [...distinct.values()].sort((a, b) => rank(a) - rank(b));
}

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

function keyUse(steps: readonly Slip[], length: number): KeyUse | null {
  if (steps.length === 0) return null;
  const before = steps.flatMap((step) => step.before ?? []);
  const after = steps.flatMap((step) => step.after ?? []).filter(Boolean);
  const details = steps.map(({ detail, mistake }) => detail ?? mistake.title);
  const marks = [...before, ...after].filter((mark) => mark !== "…").length;
  // Two changes of the key may have moved what one of them counts.
  const odd = steps.length === 1 ? steps[0]?.odd : undefined;
  return {
    sentence: details.join(" "),
    before,
    dots: Math.max(0, length - marks),
    after,
    ...(odd && { odd }),
  };
}

const JOINT_NAMES: Readonly<Record<string, string>> = { "": "", "\n": " with LF between" };

function formula({ hash, mode, joint }: Digest, otherKey: boolean): string {
  const name = hash.replace("SHA-1", "SHA1").replace("SHA-", "SHA");
  const key = otherKey ? "the secret described" : "exactly this secret";
  const between = JOINT_NAMES[joint] ?? ` with “${joint}” between`;
  if (mode === "hmac") return `HMAC-${name} of exactly this string with ${key}`;
  if (mode === "swapped") return `HMAC-${name} of the secret, with the string to sign as the key`;
  if (mode === "message") return `${name} of exactly this string, without any secret`;
  if (mode === "key+message") return `${name} of ${key}, followed by exactly this string${between}`;
  if (mode === "message+key") return `${name} of exactly this string, followed by ${key}${between}`;
  return `${name} of ${key}, exactly this string and the same secret again`;
}
