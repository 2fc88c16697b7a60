import { HASHES } from "../../mistakes/hashes";
import { percentDecode } from "../../mistakes/text/escapes";
import { joinUrl, withoutBreaks } from "../../signing/url-text";
import { vendorWords } from "../explanation/vendor-words";
import { readAtSight } from "../forms/at-sight";
import { readTargets } from "../forms/targets";
import { mistakesOf } from "../registry";
import { digitFacts } from "./digits";
import type { Fact, Family, SignedCase } from "./fact";
import { formOf, noDigits } from "./no-digits";
import { impossible, isRight, placeholder, shown } from "./telling";

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
  if (sight?.mayHide) return [placeholder(signed)];
  if (sight)
    return [impossible(sight.id, `“${shown(text)}” stands where the ${word} belongs.`, sight.detail)];
  if (/^[0-9a-f]+$/i.test(text)) return digitFacts(signed, text);
  if (isRight(scheme, percentDecode(text)))
    return [
      { kind: "signature-escaped", grade: "certain", sentence: `Digits of the ${word} are percent-encoded.` },
    ];
  return [...noDigits(signed, text), ...readings(signed)];
};

/** Text behind an empty place that may be what the copy has torn from it: digits in quotes, code that joins them on, dots, or a placeholder in brackets. */
const TORN = /^\s*(?:…|\.\.|["'`*]+\s*(?:[+.]|[0-9a-f]{16}))|^["'`*“„«‹]*(?:\?|[<{[(](?!\/))/i;

function missing({ scheme, pasted, reading: { place }, request: { typed }, found }: SignedCase): Fact {
  const sentence = `The place of the ${scheme.signatureWord} is empty.`;
  const fact = impossible(
    "signature-missing",
    sentence,
    "Where its digits were taken out, paste it with them.",
  );
  const isAtEnd = found.start === joinUrl({ ...typed, fragment: null }).length;
  // Behind “#” may stand the rest of signs that hide them.
  const isTorn = typed.fragment !== null || (place && TORN.test(pasted.slice(place.end, place.end + 100)));
  if (!isAtEnd || !isTorn) return fact;
  return { kind: fact.kind, grade: "likely", sentence };
}

/** In which other form it may have been written: the catalogue’s own words. */
function readings({ scheme, found }: SignedCase): Fact[] {
  if (formOf(percentDecode(found.text))) return [];
  const targets = readTargets(found.text);
  // A whole digest is the likelier reading, above all in plain digits, and only of it everything is known without an HMAC to compare.
  const target =
    targets.find(({ hex }) => hex !== null && isRight(scheme, hex)) ??
    targets.find(({ agrees }) => !agrees) ??
    targets[0];
  const [form] = target?.forms ?? [];
  // Any word may be read as base64; one that has as many bytes as a hash is no accident.
  if (form?.id.includes("base64") && !HASHES.some(([, bytes]) => bytes * 8 === target?.bits)) return [];
  const mistake = form && mistakesOf(scheme).find(({ id }) => id === form.id);
  if (!target || !mistake) return [];
  const { title, why } = { ...mistake, ...form.telling };
  const words = vendorWords(scheme, scheme.hashes[0], true);
  return [
    {
      kind: mistake.id,
      grade: "likely",
      sentence: words(title),
      about: words(target.agrees ? why : (form.detail ?? why)),
    },
  ];
}
