import { isOfUnshown } from "../../diagnosis/known/fact";

/** The group of signed URLs of which nothing is known without the secret. */
export const NEEDS_SECRET = "needs-secret";
/** The group of strings of which at most one for each signature is right. */
export const SAME_SIGNATURE = "same-signature";

/** Before the cause, where nothing says that the URLs are the vendor’s. */
export const OTHER_SERVICE = "other-service+";

/** Whether a group is of URLs of which the digits were left out: not even the secret tells more of them. */
export function isHidden(id: string): boolean {
  return isOfUnshown({ kind: id });
}
