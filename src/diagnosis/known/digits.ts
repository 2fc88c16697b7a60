import { HASHES } from "../../mistakes/hashes";
import { computation } from "../../signing/computations";
import { joinUrl } from "../../signing/url-text";
import type { Fact, SignedCase } from "./fact";
import { withoutNext } from "./inner-texts";
import { accepted, impossible, isRight, shown, WITH_DIGITS, withMore } from "./telling";
import { areMadeUp } from "./unshown";

/** What hexadecimal digits in the place of a signature say. */
export function digitFacts(signed: SignedCase, digits: string): readonly Fact[] {
  return [lengthFact(signed, digits), ...upperCase(signed, digits), ...madeUp(signed, digits)];
}

function lengthFact(signed: SignedCase, digits: string): Fact {
  const { scheme } = signed;
  const { length } = digits;
  const word = scheme.signatureWord;
  const own = scheme.hashes.find((hash) => computation(hash).digits === length);
  const has = `The ${word} has ${count(length, "digit")}`;
  if (own)
    return {
      kind: "signature-length",
      grade: "certain",
      sentence: `${has}, as many as ${own}, which ${scheme.label} takes.`,
    };
  const other = HASHES.find(([, bytes]) => bytes * 2 === length)?.[0];
  const sentence = `${has}${other ? `, as many as ${other}` : ""}. ${accepted(scheme)}`;
  if (mayGoOn(signed, length))
    return {
      kind: "signature-length",
      grade: "likely",
      sentence: `${has}, probably because a copy has cut it: the URL may go on behind them. ${accepted(scheme)}`,
    };
  if (isRight(scheme, withoutNext(signed.found.text))) return withMore(signed, "likely");
  // Whoever reports a URL leaves a few digits of it, or makes up some.
  if (length < FEWEST_WRITTEN || areMadeUp(digits))
    return { kind: "signature-length", grade: "certain", sentence, about: WITH_DIGITS };
  const isShort = scheme.hashes.some((hash) => length < computation(hash).digits);
  return impossible(
    "signature-length",
    sentence,
    other || !isShort ? undefined : "Where the copy cut it, copy the URL again.",
  );
}

/** A program that shortens a digest leaves more digits than this. */
const FEWEST_WRITTEN = 16;

const count = (number: number, noun: string) => `${number} ${noun}${number === 1 ? "" : "s"}`;

/** More digits behind the URL, in a text that was broken or cut where it ends. */
const GOES_ON = /^(?:[\s>"'=\\|+]*[0-9a-f]|\s*(?:…|\.\.))/i;

function mayGoOn(
  { scheme, pasted, reading: { place }, request: { typed, found } }: SignedCase,
  length: number,
): boolean {
  const isShort = scheme.hashes.some((hash) => length < computation(hash).digits);
  const isAtEnd = found !== null && found.start + found.text.length === joinUrl(typed).length;
  return isShort && isAtEnd && (place === null || GOES_ON.test(pasted.slice(place.end)));
}

/** Neither vendor says in which case; the clients of both write lower case, and so does the rule of this page. */
function upperCase({ scheme }: SignedCase, text: string): Fact[] {
  if (!/[A-F]/.test(text)) return [];
  return [
    {
      kind: "signature-in-uppercase",
      grade: "certain",
      sentence: `The ${scheme.signatureWord} is written with capital letters.`,
      about: "The vendor’s clients write its digits in lower case.",
    },
  ];
}

function madeUp({ scheme }: SignedCase, text: string): Fact[] {
  if (!areMadeUp(text)) return [];
  return [
    {
      kind: "signature-hidden",
      grade: "likely",
      sentence: `The digits of the ${scheme.signatureWord} look made up: “${shown(text)}”.`,
      about: WITH_DIGITS,
    },
  ];
}
