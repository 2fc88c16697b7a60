import { findVendorError, schemes } from "../schemes";
import type { Scheme } from "../schemes/scheme";
import type { HashName } from "../signing/computations";
import { computation } from "../signing/computations";
import { hasWebCrypto } from "../signing/hmac";
import { aroundUrl, joinParts, type Reading } from "../signing/sign";
import type { Note, Problem, SigningRequest, UrlText } from "../signing/types";
import type { SecretFacts } from "./secret-facts";
import type { State } from "./state";

interface Noted {
  readonly state: Pick<State, "scheme" | "pasted" | "arrival">;
  readonly reading: Reading;
  readonly request: SigningRequest | null;
  readonly secret: Pick<SecretFacts, "bytes" | "pasted" | "pastedKept">;
  /** The vendor to whom the URL leads, where another's rule is chosen. */
  readonly foreign: Scheme | undefined;
  /** True in the embed, where whoever set the case speaks for it. */
  readonly compact: boolean;
}

/** Every note on what the page shows, each kind once: on how the case came, on the secret, and on the URL. */
export function pageNotes({ state, reading, request, secret, foreign, compact }: Noted): Note[] {
  const { scheme, pasted, arrival } = state;
  return [
    ...arrival.filter((note) => note.kind !== "linked" || (secret.bytes === 0 && !compact)),
    ...secretNotes(secret.pasted, secret.pastedKept),
    ...(foreign ? [otherSchemeNote(scheme, foreign)] : []),
    ...(request ? vendorNotes(aroundUrl(pasted, reading)) : []),
    ...(request?.notes ?? []),
  ];
}

/** What stops signing, in the paste or in the browser. */
export function pageProblem(pasted: string, reading: Reading): Problem | null {
  if (reading.request.ok) return webCryptoProblem();
  return vendorProblem(aroundUrl(pasted, reading)) ?? reading.request.problem;
}

/** A link to one vendor, signed by the rule of another, is signed in vain. */
export function otherVendor(scheme: Scheme, text: UrlText): Scheme | undefined {
  return scheme.recognises(text) ? undefined : schemes.find((other) => other.recognises(text));
}

function otherSchemeNote(scheme: Scheme, other: Scheme): Note {
  return {
    kind: "other-scheme",
    risk: true,
    sentence: `This is a link to ${other.label}, and ${scheme.label}’s rule is chosen.`,
    switchTo: { label: `Switch to ${other.label}`, schemeId: other.id },
  };
}

/** Said where the host of a pasted link has decided the rule. */
export function switchedNote(scheme: Scheme): Note {
  return {
    kind: "other-scheme",
    sentence: `This is a link to ${scheme.label}, so ${scheme.label}’s rule was chosen.`,
  };
}

/** The vendor's words around a pasted URL, and what they mean. */
function vendorNotes(around: string): Note[] {
  const error = findVendorError(around);
  return error ? [{ kind: "vendor-error", sentence: `“${error.says}”: ${error.means}` }] : [];
}

function secretNotes(pasted: readonly string[], kept: boolean): Note[] {
  if (pasted.length === 0) return [];
  const consequence = kept
    ? "All of it is in the field, and part of the secret. If it does not belong there, paste the secret again without it."
    : "The field left it out. Code that reads the secret with it signs with another secret.";
  return [
    {
      kind: "secret-pasted",
      risk: true,
      sentence: `The pasted secret carried ${pasted.join(" and ")}. ${consequence}`,
    },
  ];
}

function webCryptoProblem(): Problem | null {
  if (hasWebCrypto()) return null;
  return {
    kind: "no-webcrypto",
    needs: "WebCrypto",
    sentence:
      "This browser offers WebCrypto only to secure pages, and this page came over plain http. Open it over https, or from localhost.",
  };
}

/** A vendor's error message pasted alone is a question, and has an answer. */
function vendorProblem(around: string): Problem | null {
  const error = findVendorError(around);
  return error ? { kind: "vendor-error", sentence: error.means } : null;
}

/** Texts as long as the results will be, which keep their place while those are made. */
export function placeholders(
  scheme: Scheme,
  request: SigningRequest,
  hash: HashName,
): Readonly<Record<"signature" | "signedUrl", string>> {
  const signature = "0".repeat(computation(hash).digits);
  return { signature, signedUrl: joinParts(scheme.assemble(request, signature)) };
}
