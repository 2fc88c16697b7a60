/** The group of signed URLs of which nothing is known without the secret. */
export const NEEDS_SECRET = "needs-secret";
/** The group of strings of which at most one for each signature is right. */
export const SAME_SIGNATURE = "same-signature";

const HIDDEN: readonly string[] = ["signature-hidden", "signature-cut", "signature-placeholder"];

/** Whether a group is of URLs of which the digits were left out: not even the secret tells more of them. */
export function isHidden(id: string): boolean {
  return HIDDEN.includes(id);
}
