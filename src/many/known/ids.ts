/** The group of signed URLs of which nothing is known without the secret. */
export const NEEDS_SECRET = "needs-secret";
/** The group of strings of which at most one for each signature is right. */
export const SAME_SIGNATURE = "same-signature";
