import { findVendorError, schemes } from "../schemes";
import type { Scheme } from "../schemes/scheme";
import type { HashName } from "../signing/computations";
import { computation } from "../signing/computations";
import { hasWebCrypto } from "../signing/hmac";
import { aroundUrl, joinParts, type Reading } from "../signing/sign";
import type { Note, Problem, SigningRequest, UrlText } from "../signing/types";

/** What stops signing, in the paste or in the browser. */
export function pageProblem(pasted: string, reading: Reading): Problem | null {
  if (reading.request.ok) return webCryptoProblem();
  return vendorProblem(aroundUrl(pasted, reading)) ?? reading.request.problem;
}

/** A link to one vendor, signed by the rule of another, is signed in vain. */
export function otherVendor(scheme: Scheme, text: UrlText): Scheme | undefined {
  return scheme.recognises(text) ? undefined : schemes.find((other) => other.recognises(text));
}

/** Said where the host of a pasted link has decided the rule. */
export function switchedNote(scheme: Scheme): Note {
  return {
    kind: "other-scheme",
    sentence: `This is a link to ${scheme.label}, so ${scheme.label}’s rule was chosen.`,
  };
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
