import type { Scheme } from "../../schemes/scheme";
import { computation } from "../../signing/computations";
import { withoutBreaks } from "../../signing/url-text";
import type { Fact, SignedCase } from "./fact";

/** Said where the digits may be hidden from others: the real URL may have other ones, and of it nothing is certain. */
export const WITH_DIGITS = "That settles nothing: paste the URL with its digits.";

export function impossible(kind: string, sentence: string, about?: string): Fact {
  return { kind, grade: "certain", sentence, ...(about && { about }), impossible: true };
}

/** At most so much of a pasted text is said again. */
export const shown = (text: string) => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

/** Whether it is a digest in hexadecimal as the vendor takes it, in either letter case. */
export function isRight({ hashes }: Scheme, text: string): boolean {
  return /^[0-9a-f]+$/i.test(text) && hashes.some((hash) => computation(hash).digits === text.length);
}

/** Which signatures the vendor takes, in a sentence. */
export function accepted({ label, hashes }: Scheme): string {
  const each = hashes.map((hash) => `${hash} with ${computation(hash).digits}`);
  return `${label} takes ${each.join(" or ")}.`;
}

export function placeholder({ scheme, found }: SignedCase): Fact {
  const text = shown(withoutBreaks(found.text));
  return {
    kind: "signature-placeholder",
    grade: "likely",
    sentence: `“${text}” stands in the place of the ${scheme.signatureWord}: nothing has filled it in, or it hides the digits from others.`,
    about: WITH_DIGITS,
  };
}

export function withMore({ scheme, found }: SignedCase, grade: "certain" | "likely"): Fact {
  const text = shown(found.text.trim());
  return {
    kind: "signature-with-more",
    grade,
    sentence: `More than its digits stands in the place of the ${scheme.signatureWord}: “${text}”.`,
  };
}
