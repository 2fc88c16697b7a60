import { HASHES } from "../../mistakes/hashes";
import { percentDecode } from "../../mistakes/text/escapes";
import type { Scheme } from "../../schemes/scheme";
import { computation } from "../../signing/computations";
import { joinUrl, withoutBreaks } from "../../signing/url-text";
import { readAtSight } from "../forms/at-sight";
import { mistakesOf } from "../registry";
import { readTargets } from "../targets";
import type { Fact, Family, SignedCase } from "./fact";
import { innerTexts, withoutNext } from "./inner-texts";
import { howUnshown } from "./unshown";

/**
 * What a signature looks like. Both vendors write an HMAC in hexadecimal, two digits for each byte of its hash: what has other
 * digits, or another number of them, was made by no key. LibPixel, "Generating Signatures", step 3; Urlbox, "Generating the auth token".
 */
export const formFacts: Family = (signed) => {
  const { scheme, found } = signed;
  const text = withoutBreaks(found.text);
  const word = scheme.signatureWord;
  if (text === "") return [missing(signed)];
  const sight = readAtSight(found.text);
  if (sight)
    return [impossible(sight.id, `“${shown(text)}” stands where the ${word} belongs.`, sight.detail)];
  if (/^[0-9a-f]+$/i.test(text)) return [lengthFact(signed, text), ...upperCase(text, word)];
  if (isRight(scheme, percentDecode(text)))
    return [
      { kind: "signature-escaped", grade: "certain", sentence: `Digits of the ${word} are percent-encoded.` },
    ];
  return [...noDigits(signed, text), ...readings(signed)];
};

/** Text behind an empty place that may be what the copy has torn from it: digits in quotes, code that joins them on, or dots. */
const TORN = /^\s*(?:…|\.\.|["'`*]+\s*(?:[+.]|[0-9a-f]{16}))/i;

function missing({ scheme, pasted, reading: { place }, request: { typed }, found }: SignedCase): Fact {
  const fact = impossible("signature-missing", `The place of the ${scheme.signatureWord} is empty.`);
  const isAtEnd = found.start === joinUrl(typed).length;
  if (!isAtEnd || !place || !TORN.test(pasted.slice(place.end, place.end + 100))) return fact;
  return { kind: fact.kind, grade: "likely", sentence: fact.sentence };
}

function impossible(kind: string, sentence: string, about?: string): Fact {
  return { kind, grade: "certain", sentence, ...(about && { about }), impossible: true };
}

const shown = (text: string) => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

const isRight = ({ hashes }: Scheme, text: string) =>
  /^[0-9a-f]+$/i.test(text) && hashes.some((hash) => computation(hash).digits === text.length);

function withMore({ scheme, found }: SignedCase, grade: "certain" | "likely"): Fact {
  const word = scheme.signatureWord;
  return {
    kind: "signature-with-more",
    grade,
    sentence: `More than its digits stands in the place of the ${word}: “${shown(found.text.trim())}”.`,
  };
}

function lengthFact(signed: SignedCase, { length }: string): Fact {
  const { scheme } = signed;
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
      sentence: `${has}, because the copy has cut it: the URL may go on behind them. ${accepted(scheme)}`,
    };
  if (isRight(scheme, withoutNext(signed.found.text))) return withMore(signed, "likely");
  const isShort = scheme.hashes.some((hash) => length < computation(hash).digits);
  return impossible(
    "signature-length",
    sentence,
    other || !isShort ? undefined : "Where the copy cut it, copy the URL again.",
  );
}

function accepted({ label, hashes }: Scheme): string {
  const each = hashes.map((hash) => `${hash} with ${computation(hash).digits}`);
  return `${label} takes ${each.join(" or ")}.`;
}

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
function upperCase(text: string, word: string): Fact[] {
  if (!/[A-F]/.test(text)) return [];
  return [
    {
      kind: "signature-in-uppercase",
      grade: "certain",
      sentence: `The ${word} is written with capital letters.`,
      about: "The vendor’s clients write its digits in lower case.",
    },
  ];
}

function noDigits(signed: SignedCase, text: string): Fact[] {
  const { scheme, found } = signed;
  const word = scheme.signatureWord;
  const decoded = percentDecode(text);
  if (innerTexts(found.text).some((inner) => isRight(scheme, inner))) return [withMore(signed, "certain")];
  const how = howUnshown(decoded);
  if (how) {
    const who = how === "cut" ? "The copy has cut" : "The copy probably hides";
    const sentence = `${who} the ${word}: “${shown(text)}”. ${accepted(scheme)}`;
    return [{ kind: `signature-${how}`, grade: "likely", sentence }];
  }
  const sentence = `The ${word} is no hexadecimal number: “${shown(text)}”.`;
  const about = `${scheme.label} takes the digits 0 to 9 and a to f. ${accepted(scheme)}`;
  // What carried the URL may have respelled it.
  if (!signed.reading.place) return [{ kind: "signature-not-hexadecimal", grade: "likely", sentence, about }];
  return [impossible("signature-not-hexadecimal", sentence, about)];
}

/** In which other form it may have been written: the catalogue’s own words. */
function readings({ scheme, found }: SignedCase): Fact[] {
  const [target] = readTargets(found.text);
  const [form] = target?.forms ?? [];
  // Any word may be read as base64; one that has as many bytes as a hash is no accident.
  if (form?.id.includes("base64") && !HASHES.some(([, bytes]) => bytes * 8 === target?.bits)) return [];
  const mistake = form && mistakesOf(scheme).find(({ id }) => id === form.id);
  if (!mistake) return [];
  const title = mistake.title.replaceAll("{signature}", scheme.signatureWord);
  return [{ kind: mistake.id, grade: "likely", sentence: title, about: form.detail ?? mistake.why }];
}
