import type { SigningRequest } from "../../signing/types";
import { cutQuery, type Parameter } from "../../signing/url-text";
import type { ExplainedMistake } from "../diagnosis";
import { type ParameterPair, pairsOf } from "./parameter-pairs";

/**
 * What was changed in the signed parts of a URL, its path and its parameters; empty where they are the same, and `null` where so many
 * parameters are not put side by side.
 */
export function changedParts(valid: SigningRequest, request: SigningRequest): ExplainedMistake[] | null {
  if (valid.signingString === request.signingString) return [];
  const [before, after] = [valid.unsigned.path, request.unsigned.path];
  const isPathSigned = valid.signingString.startsWith(before);
  const paths = isPathSigned && before !== after ? [`the path ${fromTo(before, after)}`] : [];
  const { pairs, isMoved } = withMoves(pairsOf(parametersOf(valid), parametersOf(request)));
  const removed = pairs.flatMap(([old, now]) => (old && !now ? [old] : []));
  const added = pairs.flatMap(([old, now]) => (now && !old ? [now] : []));
  const mistakes = [
    ...changeMistakes(paths, changedValues(pairs)),
    ...parameterMistakes("added", added),
    ...parameterMistakes("removed", removed),
    ...(isMoved ? [MOVED] : []),
  ];
  return mistakes.length > 0 ? mistakes : null;
}

function parametersOf({ unsigned: { query } }: SigningRequest): Parameter[] {
  return query === null || query === "" ? [] : cutQuery(query);
}

/** What is gone from one place and stands at another is a pair, too: it was moved. */
function withMoves(pairs: readonly ParameterPair[]): {
  readonly pairs: readonly ParameterPair[];
  readonly isMoved: boolean;
} {
  const result: ParameterPair[] = [...pairs];
  for (const pair of pairs) {
    const [old, now] = pair;
    const other = now || !old ? undefined : result.find(([a, b]) => !a && b?.name === old.name);
    if (!old || !other) continue;
    result.splice(result.indexOf(pair), 1, [old, other[1]]);
    result.splice(result.indexOf(other), 1);
  }
  return { pairs: result, isMoved: result.length < pairs.length };
}

function changedValues(pairs: readonly ParameterPair[]): string[] {
  return pairs.flatMap(([before, after]) =>
    before && after && before.text !== after.text
      ? [`“${after.name}” ${fromTo(before.value, after.value)}`]
      : [],
  );
}

function changeMistakes(paths: readonly string[], values: readonly string[]): ExplainedMistake[] {
  const changes = [...paths, ...values];
  if (changes.length === 0) return [];
  const what = values.length > 1 ? "values were" : "a value was";
  const all = paths.length === 0 ? what : values.length === 0 ? "the path was" : "path and values were";
  return [
    {
      id: "value-changed-after-signing",
      group: "change",
      parametersWere: "changed",
      title: `${all.charAt(0).toUpperCase()}${all.slice(1)} changed after signing.`,
      detail: `Valid until ${changes.join(", and ")}.`,
      why: WHY,
      fix: FIX,
    },
  ];
}

function parameterMistakes(what: "added" | "removed", parameters: readonly Parameter[]): ExplainedMistake[] {
  if (parameters.length === 0) return [];
  const [subject, was] = parameters.length === 1 ? ["A parameter", "was"] : ["Parameters", "were"];
  // Nothing stands between two “&” next to each other, nor behind one at the end.
  const isSign = parameters.every(({ text }) => text === "");
  const texts = parameters.map(({ text }) => (text === "" ? "an “&”" : `“${text}”`));
  return [
    {
      id: `parameter-${what}-after-signing`,
      group: "change",
      parametersWere: what,
      title: `${isSign ? "An “&” was" : `${subject} ${was}`} ${what} after the URL was signed.`,
      detail: `Valid until ${[...new Set(texts)].join(", ")} ${isSign ? "was" : was} ${what}.`,
      why: WHY,
      fix: FIX,
    },
  ];
}

const WHY = "It was signed as it was before, and every byte of what is signed counts.";
const FIX = "Send what was signed, or sign what is sent.";

const MOVED: ExplainedMistake = {
  id: "parameters-reordered",
  group: "change",
  title: "The parameters were put in another order after signing.",
  detail: "Valid until they were put in another order.",
  why: WHY,
  fix: FIX,
};

/** Texts up to this long are quoted whole, of others what differs with a few characters around it. */
const SHORT = 40;
const AROUND = 8;

/** Both texts, or what of them differs. */
function fromTo(before: string | null, after: string | null): string {
  if (before === null || after === null) return `changed from ${shown(before)} to ${shown(after)}`;
  const [from, to] = Math.max(before.length, after.length) > SHORT ? apart(before, after) : [before, after];
  return from.length + to.length > 4 * SHORT ? "changed" : `changed from ${shown(from)} to ${shown(to)}`;
}

function apart(before: string, after: string): [string, string] {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  let end = 0;
  while (end < most - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  const cut = (text: string) => {
    const from = start > AROUND ? start - AROUND : 0;
    const to = end > AROUND ? text.length - end + AROUND : text.length;
    return `${from > 0 ? "…" : ""}${text.slice(from, to)}${to < text.length ? "…" : ""}`;
  };
  return [cut(before), cut(after)];
}

function shown(value: string | null): string {
  return value === null ? "no value" : value === "" ? "an empty one" : `“${value}”`;
}
