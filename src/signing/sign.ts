import type { Finding } from "./find/finding";
import { withPasteNotes } from "./paste-notes";
import type { Rule } from "./rule";
import { checkText } from "./text-problem";
import type { Part, Problem, Result, Settings, SigningRequest, UrlText } from "./types";
import { anatomy, cutUrl, withoutBreaks } from "./url-text";

/** A pasted text as it was understood: its colours even where it cannot be signed. */
export interface Reading {
  readonly request: Result<SigningRequest>;
  /** The pasted text in parts; joined they are the pasted text exactly. */
  readonly pastedParts: readonly Part[];
  /** The URL as typed or found, cut. */
  readonly text: UrlText;
  /** Where the URL stands in the paste, in UTF-16 units; `null` when it stands there in another spelling. */
  readonly place: { readonly start: number; readonly end: number } | null;
  /** True when `Settings` decide the link, so that the page asks for them. */
  readonly takesSettings: boolean;
}

/** `cut → prepare → read`, of what was found in a paste: all of reading that needs no secret. Pure, linear in the text's length. */
export function readFound(
  rule: Rule,
  pasted: string,
  { found, notes, problem: known }: Finding,
  settings: Settings,
): Reading {
  const url = found?.url ?? pasted.trim();
  const start = found ? found.start : pasted.length - pasted.trimStart().length;
  const text = cutUrl(url);
  const problem = known ?? checkText(url, text.origin);
  const takesSettings = rule.buildsFrom(text) && (problem === null || problem.kind === "no-scheme");
  const request =
    problem && !(takesSettings && problem.kind === "no-scheme") ? failed(problem) : rule.read(text, settings);
  const typedParts = anatomy(text, request.ok ? request.value.found : null);
  return {
    request: withPasteNotes(request, pasted, found, notes),
    pastedParts:
      start === null
        ? [{ kind: "delimiter", text: pasted }]
        : [
            { kind: "delimiter", text: pasted.slice(0, start) },
            ...typedParts,
            { kind: "delimiter", text: pasted.slice(start + url.length) },
          ],
    text,
    place: start === null ? null : { start, end: start + url.length },
    takesSettings,
  };
}

/** The paste with another URL in the place of the one that was read; the URL alone where that place is unknown. */
export function replaceUrl(pasted: string, { place }: Pick<Reading, "place">, url: string): string {
  return place ? pasted.slice(0, place.start) + url + pasted.slice(place.end) : url;
}

/** The paste without the URL that was read, to its first white space: what a vendor said of it stands around it. */
export function aroundUrl(pasted: string, { place, request, text }: Reading): string {
  const isUrl = text.origin !== "" || request.ok || request.problem.kind === "no-scheme";
  if (!place || !isUrl) return pasted;
  const length = /^\S*/.exec(pasted.slice(place.start, place.end))?.[0].length ?? 0;
  return `${pasted.slice(0, place.start)} ${pasted.slice(place.start + length)}`;
}

/** The text of a list of parts. */
export function joinParts(parts: readonly Part[]): string {
  let text = "";
  for (const part of parts) text += part.text;
  return text;
}

export type Verdict = "unsigned" | "valid" | "mismatch";

/** Whether `signature`, computed from the secret, is the one that the URL carries, where it must stand. */
export function check(request: SigningRequest, signature: string): Verdict {
  if (!request.found) return "unsigned";
  const matches = withoutBreaks(request.found.text) === signature;
  return matches && request.found.misplaced === null ? "valid" : "mismatch";
}

function failed(problem: Problem): Result<never> {
  return { ok: false, problem };
}
