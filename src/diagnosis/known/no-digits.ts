import { percentDecode } from "../../mistakes/text/escapes";
import { readTargets } from "../forms/targets";
import type { Fact, SignedCase } from "./fact";
import { innerTexts } from "./inner-texts";
import { accepted, impossible, isRight, placeholder, shown, WITH_DIGITS, withMore } from "./telling";
import { howUnshown, isPlaceholder } from "./unshown";

/** What a text in the place of a signature says that is no hexadecimal number. */
export function noDigits(signed: SignedCase, text: string): Fact[] {
  const { scheme, found } = signed;
  const word = scheme.signatureWord;
  const decoded = percentDecode(text);
  // White space is in no URL: more was taken for it than it is.
  const isTorn = /\s/.test(found.text.trim());
  if (innerTexts(found.text).some((inner) => isRight(scheme, inner)))
    return [withMore(signed, isTorn ? "likely" : "certain")];
  const how = howUnshown(decoded);
  if (how) {
    const sentence = `“${shown(text)}” stands in the place of the ${word}: its digits were probably ${how}.`;
    return [{ kind: `signature-${how}`, grade: "likely", sentence, about: WITH_DIGITS }];
  }
  const isWritten = isComputed(found.text, decoded);
  if (!isWritten && isPlaceholder(decoded)) return [placeholder(signed)];
  const kind = "signature-not-hexadecimal";
  const sentence = `“${shown(text)}” stands in the place of the ${word}, and is no hexadecimal number.`;
  const form = formOf(decoded);
  const about = form
    ? `It has the form of ${form}. ${accepted(scheme)}`
    : `The digits of one are 0 to 9 and a to f${foreignTo(text)}. ${accepted(scheme)}`;
  // What carried the URL may have respelled it.
  if (!signed.reading.place || isTorn) return [{ kind, grade: "likely", sentence, about }];
  if (!isWritten) return [{ kind, grade: "certain", sentence, about: WITH_DIGITS }];
  return [impossible(kind, sentence, about)];
}

/** What is written in this way, and is no digest. */
export function formOf(text: string): string | undefined {
  return FORMS.find(([pattern]) => pattern.test(text))?.[1];
}

const FORMS: readonly (readonly [pattern: RegExp, form: string])[] = [
  [/^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i, "a UUID"],
  [/^eyJ[\w-]{10,}\.[\w-]+\.[\w-]*$/, "a JSON Web Token"],
];

/** Names the few characters that are no digits where all others are: in a long run “O” and “l” are not seen. */
function foreignTo(text: string): string {
  const foreign = [...new Set(text.match(/[^0-9a-f]/gi))];
  const digits = text.match(/[0-9a-f]/gi)?.length ?? 0;
  if (foreign.length > MOST_NAMED || digits < text.length - MOST_NAMED) return "";
  const [last, ...before] = foreign.map((char) => `“${char}”`).toReversed();
  return `; ${before.length === 0 ? `${last} is none` : `${before.toReversed().join(", ")} and ${last} are none`}`;
}

const MOST_NAMED = 3;

/** Whether a program made it of a digest: words and letters of any other kind may as well hide the digits from others. */
function isComputed(text: string, decoded: string): boolean {
  const digits = decoded.match(/[0-9a-f]/gi)?.length ?? 0;
  if (decoded.length >= FEWEST_NEAR && digits >= decoded.length * MOST_OF) return true;
  const [first = ""] = decoded.split(/\s|[-=]>/);
  if (first !== decoded && /[g-z]/i.test(decoded)) return isComputed(first, first);
  const isMixed = /\d/.test(decoded) && !(/[g-z]/i.test(decoded) && isInOneCase(decoded));
  return readTargets(text).length > 0 && (isMixed || /[^\0-\x7f]/.test(decoded));
}

const isInOneCase = (text: string) => text === text.toLowerCase() || text === text.toUpperCase();

/** So much of so many characters are hexadecimal digits where a few are wrong, or signs stand between them. */
const FEWEST_NEAR = 32;
const MOST_OF = 0.65;
