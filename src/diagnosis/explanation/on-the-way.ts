import type { Message, Mistake } from "../../mistakes/mistake";
import { type Senders, toldSenders, whoSends } from "../../signing/clients/who-sends";
import type { SigningRequest, UrlText } from "../../signing/types";
import { cutUrl, joinUrl } from "../../signing/url-text";
import type { Step } from "../candidates/nodes";
import type { Case } from "../case";

/** What is told of the string that was signed, where a client may have made the pasted URL of it. */
export interface OnTheWay {
  readonly steps: readonly Step[];
  /** Who does that, and what the digits leave open; absent where nobody is known to. */
  readonly sender?: string;
}

/** The URL whose right signing string this is; `null` where there is none. */
export function urlThatWasSigned({ scheme, request }: Case, signed: string): UrlText | null {
  const { path, query } = cutUrl(signed);
  const sent = isUncut(request, signed) ? { ...request.unsigned, fragment: null } : request.unsigned;
  const made = [
    { ...sent, path, query },
    { ...sent, query: signed },
  ];
  return made.find((url) => scheme.signingString(url) === signed) ?? null;
}

/** Whether what stands behind the URL’s “#” was signed as part of it, when that was still “%23”, or the “#” is that of an escape in HTML. */
export function isUncut({ unsigned: { path, query, fragment } }: SigningRequest, signed: Message): boolean {
  if (fragment === null || typeof signed !== "string") return false;
  if (signed.endsWith(`%23${fragment}`)) return true;
  return (query ?? path).endsWith("&") && ENTITY_REST.test(fragment) && !signed.endsWith("&");
}

/** What an escape of a character in HTML leaves behind its own “#”. */
const ENTITY_REST = /^(?:\d{1,7}|x[\da-f]{1,6});/i;

/**
 * Several spellings that one client makes at once are one mistake. Where a single one may be the signer's or a client's, both
 * stories are told: the digits are the same.
 */
export function onTheWay(
  found: Case,
  mistakes: readonly Mistake[],
  steps: readonly Step[],
  signed: Message,
): OnTheWay {
  const rewritten = mistakes.find(({ namesSenders }) => namesSenders);
  const senders = rewritten && steps.length > 0 ? sendersOf(found, signed) : null;
  if (!senders || !rewritten) return { steps };
  const told = toldSenders(senders);
  if (steps.length > 1 || steps[0]?.mistake === rewritten)
    return { steps: [{ mistake: rewritten, detail: `${told}.` }], sender: FROM_THE_START };
  if (steps.every(({ mistake }) => mistake.group === "change"))
    return { steps, sender: `Of the clients known here, ${told}.` };
  return {
    steps,
    sender: `Or the URL was signed as it was built, and a client sent it otherwise: ${told}. The digits fit both.`,
  };
}

/** The mistakes alone, without asking every client what it sends where that changes none of them. */
export function stepsOnTheWay(
  found: Case,
  mistakes: readonly Mistake[],
  steps: readonly Step[],
  signed: Message,
): readonly Step[] {
  const isOne = steps.length > 1 || steps[0]?.mistake.namesSenders !== undefined;
  return isOne ? onTheWay(found, mistakes, steps, signed).steps : steps;
}

const FROM_THE_START =
  "Or the signer spelled it otherwise than it was sent from the start: the digits fit both.";

function sendersOf(found: Case, signed: Message): Senders | null {
  const made = typeof signed === "string" ? urlThatWasSigned(found, signed) : null;
  // A client is given the signed URL, in which a parameter follows the “?”.
  if (made?.query === "" && found.scheme.signatureParameter !== null) return null;
  return made && whoSends(joinUrl(made), joinUrl(found.request.unsigned));
}
