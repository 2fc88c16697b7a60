import type { SignedCase } from "../../diagnosis/known/fact";
import type { Seen } from "../file-reading";

/** A URL of a line as a case of its own; `null` where it carries no signature. */
export function signedCase({ judged: { scheme, request }, row: { url }, isWhole }: Seen): SignedCase | null {
  if (!request?.found) return null;
  return {
    scheme,
    // What is behind it in its line belongs to the line.
    pasted: isWhole ? `${url} ` : url,
    reading: { place: isWhole ? { start: 0, end: url.length } : null },
    request,
    found: request.found,
    isAsSent: isWhole,
  };
}
