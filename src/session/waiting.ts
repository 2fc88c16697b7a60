import type { Reading } from "../signing/sign";
import { cutUrl } from "../signing/url-text";

const KIND = "reading";

/** Of a text that is still to be read: nothing is known of it. */
export function waiting(pasted: string): Reading {
  return {
    request: { ok: false, problem: { kind: KIND, sentence: "The pasted text is being read." } },
    pastedParts: [{ kind: "delimiter", text: pasted }],
    text: cutUrl(""),
    place: null,
    takesSettings: false,
  };
}

/** True for a text that is still to be read. A secret may stand in it, so it is neither kept nor shared. */
export function isWaiting({ request }: Reading): boolean {
  return !request.ok && request.problem.kind === KIND;
}
