import type { Digest } from "../../mistakes/mistake";
import { groupDigits } from "../../signing/wording/group-digits";

/** That another key made it; `holdsOwn` where the probe's line tells that the code held the entered secret all the same. */
export function otherKey(holdsOwn: boolean): string {
  return holdsOwn
    ? "Your code holds the secret entered here, by 16 bits of its SHA-256, and the digest was made with another one."
    : "Your code signed this string, but with another secret than the one entered here.";
}

/** What was computed, where that is no HMAC with the vendor’s hash. */
export function otherwise({ hash, mode }: Digest): string {
  return mode === "hmac"
    ? `The hash was ${hash}.`
    : `It was no HMAC of it, but another computation with ${hash}.`;
}

/** That the string is right, whether or not `more` was wrong. */
export function rightString(more: boolean): string {
  return more ? "It is the right string." : "It is the right string, too.";
}

/** That no computation with this secret gives the signature. `isSpelled`: as it was copied, something stands around the right string, or escapes in it. */
export function notMadeWords(isRight: boolean, isSpelled: boolean, tried: number): string {
  const count = `${groupDigits(tried)} computations tried`;
  return isRight
    ? `This is the right string${isSpelled ? ", but for how it is written here" : ""}, and this secret does not make the pasted signature of it (${count}). Another secret signed it, or it was not this string that was signed.`
    : `This secret does not make the pasted signature of this string (${count}). Another secret signed it, or the string that was signed is not exactly this one, which differs from the one to sign:`;
}
