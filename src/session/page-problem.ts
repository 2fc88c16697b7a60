import { findVendorError } from "../schemes";
import { hasWebCrypto } from "../signing/hmac";
import { aroundUrl, type Reading } from "../signing/sign";
import type { Problem } from "../signing/types";

/** What stops signing, in the paste or in the browser. */
export function pageProblem(pasted: string, reading: Reading): Problem | null {
  if (reading.request.ok) return webCryptoProblem();
  return vendorProblem(aroundUrl(pasted, reading)) ?? reading.request.problem;
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

/** A vendor's error message that was pasted alone: what it means and what to do. */
function vendorProblem(around: string): Problem | null {
  const error = findVendorError(around);
  return error ? { kind: "vendor-error", sentence: [error.means, error.toDo].join(" ").trim() } : null;
}
