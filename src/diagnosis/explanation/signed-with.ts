import type { Digest, Key } from "../../mistakes/mistake";
import type { Step } from "../candidates/nodes";
import type { KeyUse } from "../diagnosis";

/** The signed string without the secret; `null` where it holds the secret in another spelling. */
export function shownString(signed: string, steps: readonly Step[], secret: string): string | null {
  if (!steps.some(({ mistake, holdsSecret }) => holdsSecret ?? mistake.holdsSecret)) return signed;
  const spelled = [secret, encodeURIComponent(secret)].find((text) => signed.includes(text));
  return spelled === undefined ? null : signed.replaceAll(spelled, "«secret»");
}

/** How the key that signed differs from the entered secret; `null` where it is the same. @param length of the key, in characters */
export function keyUse(steps: readonly Step[], key: Key, length: number): KeyUse | null {
  if (steps.length === 0) return null;
  const before = steps.flatMap((step) => step.before ?? []);
  const after = steps.flatMap((step) => step.after ?? []).filter(Boolean);
  const details = steps.map(({ detail, telling, mistake }) => detail ?? telling?.title ?? mistake.title);
  const marks = [...before, ...after].filter((mark) => mark !== "…").length;
  // Two changes of the key may have moved what one of them counts.
  const odd = steps.length === 1 ? steps[0]?.odd : undefined;
  return {
    sentence: details.join(" "),
    before,
    dots: Math.max(0, length - marks),
    after,
    ...(odd && { odd }),
    ...toldKey(steps, key),
  };
}

/** A key that has nothing of the secret, and stands in the sentence. */
function toldKey([step, ...more]: readonly Step[], key: Key): Pick<KeyUse, "told"> {
  const isOther = step?.mistake.answerTells === "other key" && more.length === 0;
  const isTold = isOther && typeof key === "string" && step.detail === `The secret was “${key}”.`;
  return isTold ? { told: key } : {};
}

const JOINT_NAMES: Readonly<Record<string, string>> = { "": "", "\n": " with LF between" };

/** What was computed, in words. @param otherKey true where the key is not the entered secret */
export function formula({ hash, mode, joint }: Digest, otherKey: boolean): string {
  const name = hash.replace("SHA-1", "SHA1").replace("SHA-", "SHA");
  const key = otherKey ? "the secret described" : "exactly this secret";
  const between = JOINT_NAMES[joint] ?? ` with “${joint}” between`;
  if (mode === "hmac") return `HMAC-${name} of exactly this string with ${key}`;
  if (mode === "swapped") return `HMAC-${name} of the secret, with the string to sign as the key`;
  if (mode === "message") return `${name} of exactly this string, without a key`;
  if (mode === "key+message") return `${name} of ${key}, followed by exactly this string${between}`;
  if (mode === "message+key") return `${name} of exactly this string, followed by ${key}${between}`;
  return `${name} of ${key}, exactly this string and the same secret again`;
}
