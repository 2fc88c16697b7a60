import { bytesInWords, groupDigits } from "../../signing/wording/group-digits";
import type { ProbeFinding } from "./probe";

/** What the line says of the code’s secret, as far as 16 bits of a digest can say it. */
export function secretWords({ secret, bytes, changes, ofThisLength }: ProbeFinding): string {
  const sizes = `it has ${bytesInWords(bytes.used)}, the one entered here ${groupDigits(bytes.entered)}`;
  if (secret === "same")
    return "By its length and 16 bits of its SHA-256, your code’s secret is the one entered here.";
  if (changes.length === 0)
    return bytes.used === bytes.entered
      ? "Your code’s secret is another one of the same length, and no change of the one entered here that this page knows."
      : `Your code’s secret is not the one entered here: ${sizes}. No change of it that this page knows fits.`;
  const chance = `By chance another secret would fit ${groupDigits(ofThisLength)} times in 65,536.`;
  return `Your code’s secret is not the one entered here: ${sizes}. Its length and 16 bits of its SHA-256 fit what is named below. ${chance}`;
}

/** What is left where the line tells the same string and the same secret, and they do not make the signature. */
export function restWords(tried: number): string {
  return `None of ${groupDigits(tried)} computations of the two gives the pasted signature. Your code computes something else of them, or this URL was not signed in the run that printed the line.`;
}
