import type { SigningRequest } from "../../signing/types";
import { joinUrl } from "../../signing/url-text";
import type { Explained, ExplainedMistake } from "../diagnosis";
import { differences } from "./differences";
import type { Mark } from "./mark";
import { isNameEscaped, type MarkedOption, optionsOf, signatureOption } from "./options";
import { compareStrings, type StringRow } from "./strings";

/** Where the mistakes of an explanation are to be seen. */
export interface Where {
  readonly marks: readonly Mark[];
  readonly options: readonly MarkedOption[];
  /** What was signed beside what was sent; empty where both are the same, or the string was no message. */
  readonly strings: readonly StringRow[];
}

/** Marks an explanation's mistakes in the URL as typed, in its parameters, and in the two strings. */
export function locate(request: SigningRequest, { mistakes, signed, shouldBe, digits }: Explained): Where {
  const strings = signed === null || signed === shouldBe ? [] : compareStrings(signed, shouldBe);
  const marks = [
    ...(strings.length > 0 ? differencesOfEach(strings, request, mistakes) : []),
    ...wrongDigits(request, mistakes, digits),
    ...escapedName(request, mistakes),
  ];
  const options = optionsOf(request.typed, strings, mistakes);
  const ofSignature = signatureOption(request, mistakes);
  if (ofSignature && !options.some(({ index }) => index === ofSignature.index)) options.push(ofSignature);
  return { marks: merged(marks), options, strings };
}

/** Of several mistakes of the string each is seen best by itself; what only shows in both together is told by its kind. */
function differencesOfEach(
  strings: readonly StringRow[],
  request: SigningRequest,
  mistakes: readonly ExplainedMistake[],
): Mark[] {
  const together = differences(strings, request, mistakes);
  if (mistakes.filter(({ alone }) => alone !== undefined).length < 2) return together;
  const apart = mistakes.flatMap((mistake, index) =>
    mistake.alone === undefined
      ? []
      : differences(compareStrings(mistake.alone, request.signingString), request, [mistake]).map((mark) => ({
          ...mark,
          mistake: index + 1,
        })),
  );
  const isApart = ({ start, end }: Mark) => apart.some((mark) => mark.start <= end && start <= mark.end);
  return [...apart, ...together.filter((mark) => !isApart(mark))];
}

/** The digits, where their form, their place or their making is at fault; of mistyped ones those alone. */
function wrongDigits(
  { found, typed }: SigningRequest,
  mistakes: readonly ExplainedMistake[],
  digits: string,
): Mark[] {
  if (!found) return [];
  return mistakes.flatMap(({ group, wrong }, index): Mark[] => {
    const mark = (from: number, to: number) => ({
      start: found.start + from,
      end: found.start + to,
      mistake: index + 1,
    });
    if (wrong && found.text === digits) return wrong.map((at) => mark(at, at + 1));
    if (group !== "form" && group !== "digest") return [];
    // “sha1=” and the like stand before the digits, or behind them.
    const hex = /[0-9a-f]{40,}/.exec(found.text);
    if (group === "form" && hex && hex[0] !== found.text)
      return [mark(0, hex.index), mark(hex.index + hex[0].length, found.text.length)].filter(
        ({ start, end }) => end > start,
      );
    return [
      {
        ...mark(0, found.text.length),
        end: Math.min(joinUrl(typed).length, found.start + found.text.length),
      },
    ];
  });
}

/** What stands of an escaped “&” in the name under which the signature is sent: it is no part of either string. */
function escapedName({ found, typed }: SigningRequest, mistakes: readonly ExplainedMistake[]): Mark[] {
  const mistake = mistakes.findIndex((told) => isNameEscaped(told, found)) + 1;
  if (!found || mistake === 0) return [];
  const before = joinUrl(typed).slice(0, found.start);
  const [, rest = "", name = ""] = /&((?:amp;|#x?\d+;)+)(\w+=)$/i.exec(before) ?? [];
  const end = found.start - name.length;
  return rest === "" ? [] : [{ start: end - rest.length, end, mistake }];
}

/** In the order of the text; marks of one mistake that touch are one, and none lies over another. */
function merged(marks: readonly Mark[]): Mark[] {
  const result: Mark[] = [];
  for (const mark of [...marks].sort((a, b) => a.start - b.start || a.mistake - b.mistake)) {
    const last = result.at(-1);
    if (mark.end < mark.start || mark.start < 0) continue;
    if (!last || mark.start > last.end || (mark.start === last.end && mark.mistake !== last.mistake))
      result.push(mark);
    else if (mark.end > last.end)
      if (mark.mistake === last.mistake) result[result.length - 1] = { ...last, end: mark.end };
      else result.push({ ...mark, start: last.end });
  }
  return result;
}
