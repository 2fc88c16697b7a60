import { uncutText } from "../schemes/notes";
import { type ComputationName, computation } from "../signing/computations";
import type { SigningRequest } from "../signing/types";
import { cutQuery, joinUrl, type Parameter, withoutBreaks } from "../signing/url-text";
import type { Explained, ExplainedMistake } from "./diagnosis";
import { type ParameterPair, pairsOf } from "./parameter-pairs";

/** A request whose signature was right: `signature` is that of its string by the secret that is entered still. */
export interface ValidRequest {
  readonly request: SigningRequest;
  readonly hash: ComputationName;
  /** Lower-case hex. */
  readonly signature: string;
  /** The paste in which it stood. */
  readonly pasted: string;
}

/** More wrong digits than this are another signature. */
const MOST_WRONG_DIGITS = 4;

/**
 * What was changed in a text that was valid with this secret, so that it is valid no more; `null` where more than parameters or
 * a few digits changed, which is for the search to find out. The proof is there: the digits in the URL are those of the
 * string that was valid, or the right ones but for a few.
 */
export function explainEdit(
  valid: ValidRequest,
  request: SigningRequest,
  signature: string,
): Explained | null {
  const digits = withoutBreaks(request.found?.text ?? "");
  if (request.found === null || request.found.misplaced !== null) return null;
  const mistakes =
    digits === valid.signature ? changedParameters(valid.request, request) : mistyped(digits, signature);
  if (mistakes.length === 0) return null;
  const isMistyped = digits !== valid.signature;
  const signed = isMistyped ? request.signingString : valid.request.signingString;
  const repaired = isMistyped && valid.request.signingString !== signed ? null : joinUrl(valid.request.typed);
  return {
    state: "explained",
    mistakes,
    signed,
    shouldBe: request.signingString,
    // What a “#” has cut off since is not to be signed away.
    corrected: uncutText(request) === undefined ? null : repaired,
    repaired,
    keyUse: null,
    formula: `The ${computation(valid.hash).noun} of exactly this string with exactly this secret`,
    digits,
    bits: signature.length * 4,
    ...(isMistyped && { wrongDigits: wrongPlaces(digits, signature).length }),
    client: null,
    tried: 1,
    milliseconds: 0,
    limits: [],
  };
}

/** One to four digits of the right signature that read otherwise. */
function mistyped(digits: string, signature: string): ExplainedMistake[] {
  if (digits.length !== signature.length || !/^[0-9a-f]+$/.test(digits)) return [];
  const places = wrongPlaces(digits, signature);
  if (places.length === 0 || places.length > MOST_WRONG_DIGITS) return [];
  const wrong = places.map((at) => `digit ${at + 1} is “${digits[at]}” and should be “${signature[at]}”`);
  return [
    {
      id: "signature-mistyped",
      group: "form",
      wrong: places,
      title: places.length === 1 ? "One digit is wrong." : `${places.length} digits are wrong.`,
      detail: `Of ${signature.length} digits, ${wrong.join("; ")}.`,
      why: "The others are those that this secret makes of this string, so the digits were changed by hand or on their way.",
      fix: "Use the right digits.",
    },
  ];
}

function wrongPlaces(digits: string, signature: string): number[] {
  return [...signature].flatMap((digit, index) => (digit === digits[index] ? [] : [index]));
}

function changedParameters(valid: SigningRequest, request: SigningRequest): ExplainedMistake[] {
  const same = (part: "path" | "origin") => valid.unsigned[part] === request.unsigned[part];
  if (!same("path") && valid.signingString.startsWith(valid.unsigned.path)) return [];
  const pairs = pairsOf(parametersOf(valid), parametersOf(request));
  const removed = pairs.flatMap(([before, after]) => (before && !after ? [before] : []));
  const added = pairs.flatMap(([before, after]) => (after && !before ? [after] : []));
  // Moved, and no more than that: the order is a mistake of its own.
  if (removed.some(({ name }) => added.some((other) => other.name === name))) return [];
  return [
    ...valueMistakes(pairs),
    ...parameterMistakes("added", added),
    ...parameterMistakes("removed", removed),
  ];
}

function parametersOf({ unsigned: { query } }: SigningRequest): Parameter[] {
  return query === null || query === "" ? [] : cutQuery(query);
}

function valueMistakes(pairs: readonly ParameterPair[]): ExplainedMistake[] {
  const changes = pairs.flatMap(([before, after]) =>
    before && after && before.text !== after.text
      ? [`“${after.name}” changed from ${shown(before.value)} to ${shown(after.value)}`]
      : [],
  );
  if (changes.length === 0) return [];
  return [
    {
      id: "value-changed-after-signing",
      group: "change",
      parametersWere: "changed",
      title:
        changes.length === 1 ? "A value was changed after signing." : "Values were changed after signing.",
      detail: `Valid until ${changes.join(", and ")}.`,
      why: WHY,
      fix: FIX,
    },
  ];
}

function parameterMistakes(what: "added" | "removed", parameters: readonly Parameter[]): ExplainedMistake[] {
  if (parameters.length === 0) return [];
  const names = parameters.map(({ text }) => `“${text}”`).join(", ");
  const subject = parameters.length === 1 ? "A parameter was" : "Parameters were";
  return [
    {
      id: `parameter-${what}-after-signing`,
      group: "change",
      parametersWere: what,
      title: `${subject} ${what} after the URL was signed.`,
      detail: `Valid until ${names} ${parameters.length === 1 ? "was" : "were"} ${what}.`,
      why: WHY,
      fix: FIX,
    },
  ];
}

const WHY = "It was signed as it was before, and every byte of the query counts.";
const FIX = "Send what was signed, or sign what is sent.";

function shown(value: string | null): string {
  return value === null ? "no value" : `“${value}”`;
}
