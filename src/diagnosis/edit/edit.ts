import { uncutText } from "../../schemes/notes";
import { type ComputationName, computation } from "../../signing/computations";
import type { SigningRequest } from "../../signing/types";
import { joinUrl, withoutBreaks } from "../../signing/url-text";
import type { Explained, ExplainedMistake } from "../diagnosis";
import { changedDigits, mistyped, wrongPlaces } from "./digits";
import { changedParts } from "./parts";

/** A request whose signature was right: `signature` is that of its string by the secret that is entered still. */
export interface ValidRequest {
  readonly request: SigningRequest;
  readonly hash: ComputationName;
  /** Lower-case hex. */
  readonly signature: string;
  /** The paste in which it stood. */
  readonly pasted: string;
}

/**
 * What was changed in a text that was valid with this secret, so that it is valid no more: its path, its parameters, its digits. `null`
 * where that is not told so, which is for the search to find out. The proof is there: the digits in the URL are those of the
 * string that was valid, or what is left of them, or the right ones of what stands there now, but for a few.
 *
 * @param signature the right one of `request`, lower-case hex.
 */
export function explainEdit(
  valid: ValidRequest,
  request: SigningRequest,
  signature: string,
): Explained | null {
  if (request.found === null || request.found.misplaced !== null) return null;
  const edit = editOf(valid, request, signature);
  if (edit === null || edit.mistakes.length === 0) return null;
  const { mistakes, ofNow, wrongDigits } = edit;
  const before = valid.request;
  const signed = (ofNow ? request : before).signingString;
  const repaired = before.signingString === signed ? joinUrl(before.typed) : null;
  const digits = withoutBreaks(request.found.text);
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
    bits: digits.length * 4,
    ...(wrongDigits > 0 && { wrongDigits }),
    client: null,
    tried: 1,
    milliseconds: 0,
    limits: [],
  };
}

interface Edit {
  readonly mistakes: readonly ExplainedMistake[];
  /** True where the digits are those of what stands there now. */
  readonly ofNow: boolean;
  /** How many digits of the URL are none of the signature’s. */
  readonly wrongDigits: number;
}

function editOf(valid: ValidRequest, request: SigningRequest, signature: string): Edit | null {
  const digits = withoutBreaks(request.found?.text ?? "");
  const few = digits === valid.signature ? [] : mistyped(digits, signature);
  if (few.length > 0)
    return { mistakes: few, ofNow: true, wrongDigits: wrongPlaces(digits, signature).length };
  const parts = changedParts(valid.request, request);
  const changed = changedDigits(valid.signature, digits);
  if (parts === null || changed === null) return null;
  return { mistakes: [...parts, ...changed.mistakes], ofNow: false, wrongDigits: changed.added };
}
