import type { ExplainedMistake } from "../diagnosis";

/** More wrong digits than this are another signature. */
const MOST_WRONG = 4;
/** As many of the digits that were right say whose signature it is: that others begin and end alike is no chance. */
const LEAST_KEPT = 8;

/** One to four digits of the right signature that read otherwise; empty where it is not so. */
export function mistyped(digits: string, signature: string): ExplainedMistake[] {
  if (digits.length !== signature.length || !/^[0-9a-f]+$/.test(digits)) return [];
  const places = wrongPlaces(digits, signature);
  if (places.length === 0 || places.length > MOST_WRONG) return [];
  const wrong = places.map((at) => `digit ${at + 1} is “${digits[at]}” and should be “${signature[at]}”`);
  return [
    {
      id: "signature-mistyped",
      group: "form",
      wrong: places,
      title: places.length === 1 ? "One digit is wrong." : `${places.length} digits are wrong.`,
      detail: `Of ${signature.length} digits, ${wrong.join("; ")}.`,
      why: "The others are those that this secret makes of this string, so the digits were changed by hand or on their way.",
      fix: "Use the right digits.",
    },
  ];
}

export function wrongPlaces(digits: string, signature: string): number[] {
  return [...signature].flatMap((digit, index) => (digit === digits[index] ? [] : [index]));
}

/** What was done to the digits, and how many of those in the URL were put there. */
interface ChangedDigits {
  readonly mistakes: readonly ExplainedMistake[];
  readonly added: number;
}

/** One run of the digits that were valid is gone, or others stand in its place or between them; `null` where too few are left to say so. */
export function changedDigits(was: string, now: string): ChangedDigits | null {
  const most = Math.min(was.length, now.length);
  let start = 0;
  while (start < most && was[start] === now[start]) start++;
  let end = 0;
  while (end < most - start && was.at(-1 - end) === now.at(-1 - end)) end++;
  if (start + end < LEAST_KEPT) return null;
  const removed = was.slice(start, was.length - end);
  const added = now.slice(start, now.length - end);
  if (removed === added) return { mistakes: [], added: 0 };
  const mistake = added === "" ? lost(removed, start, end) : put(removed, added, start, end);
  return { mistakes: [mistake], added: added.length };
}

/** Digits that are gone, after `start` others and before `end`. */
function lost({ length }: string, start: number, end: number): ExplainedMistake {
  const isOne = length === 1;
  const which =
    end === 0 || start === 0
      ? `the ${end === 0 ? "last" : "first"} ${isOne ? "digit" : `${length} digits`}`
      : numbered(start, length);
  return {
    id: "signature-truncated",
    group: "form",
    cutsSignature: true,
    title: isOne ? "One digit is missing." : `${length} digits are missing.`,
    detail: `Valid until ${which} ${isOne ? "was" : "were"} removed.`,
    why: WHY,
    fix: "Send all of its digits.",
  };
}

/** Characters that stand among the digits, in the place of some or of none. */
function put(removed: string, added: string, start: number, end: number): ExplainedMistake {
  const where = start === 0 ? "before the digits" : end === 0 ? "behind the digits" : `after digit ${start}`;
  const came = `${quoted(added) ?? `${added.length} characters`} came ${where}`;
  const [from, to] = [quoted(removed), quoted(added)];
  const values = from && to ? ` from ${from} to ${to}` : "";
  return {
    id: "signature-mistyped",
    group: "form",
    wrong: Array.from(added, (_, at) => start + at),
    title: removed === "" ? "There are too many characters among the digits." : "Digits are wrong.",
    detail: `Valid until ${removed === "" ? came : `${numbered(start, removed.length)} changed${values}`}.`,
    why: WHY,
    fix: "Use the right digits.",
  };
}

const WHY = "The others are those that this secret makes of the string that was signed.";

const numbered = (start: number, length: number) =>
  length === 1 ? `digit ${start + 1}` : `digits ${start + 1} to ${start + length}`;

const LONGEST = 16;
const quoted = (text: string) => (text.length > LONGEST ? null : `“${text}”`);
