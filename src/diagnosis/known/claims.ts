import { startingUrl } from "../candidates/starting-url";
import { Strings } from "../candidates/strings";
import { readCase } from "../case";
import type { ExplainedMistake } from "../diagnosis";
import { messageText } from "../explanation/message-text";
import { vendorWords } from "../explanation/vendor-words";
import { mistakesOf } from "../registry";
import { readAnswer } from "./answer-text";
import type { PublicInput } from "./public-search";

/** What a pasted answer claims, in the catalogue's words: nobody here has seen the secret. */
export interface Claims {
  readonly verdict: "valid" | "mismatch";
  readonly mistakes: readonly ExplainedMistake[];
  /** True where a mistake is named that the catalogue does not have, or whose name is kept back. */
  readonly hasOthers: boolean;
  /** The string that was signed, as the answer says; `null` where it says none. */
  readonly signed: string | null;
  /** True where this URL gives that string by just these mistakes, which needs no secret to see. */
  readonly fits: boolean;
  readonly shouldBe: string;
}

/** More strings are not made for the sake of one. */
const MOST_STRINGS = 600;

/** The claims of the answer in a paste; `null` where there is none, or no signed URL that it is about. */
export function readClaims(input: PublicInput): Claims | null {
  const answer = readAnswer(input.pasted);
  const found = answer && readCase({ ...input, secret: "", otherSecrets: [] });
  if (!answer || !found) return null;
  const catalogue = mistakesOf(found.scheme);
  const words = vendorWords(found.scheme, found.facts.hash);
  const mistakes = answer.mistakes.flatMap(({ id, detail }): ExplainedMistake[] => {
    const known = catalogue.find((mistake) => mistake.id === id);
    if (!known) return [];
    const told = {
      id,
      group: known.group,
      title: words(known.title),
      why: words(known.why),
      fix: words(known.fix),
    };
    return [detail === null ? told : { ...told, detail }];
  });
  const strings = new Strings(startingUrl(found.request, catalogue), catalogue, found.facts, MOST_STRINGS);
  const named = new Set(mistakes.map(({ id }) => id));
  const fits = [strings.base, ...strings.singles()].some(
    ({ value, steps }) =>
      messageText(value) === answer.signed && steps.every(({ mistake }) => named.has(mistake.id)),
  );
  return {
    verdict: answer.verdict,
    mistakes,
    hasOthers: mistakes.length < answer.mistakes.length,
    signed: answer.signed,
    fits,
    shouldBe: found.request.signingString,
  };
}
