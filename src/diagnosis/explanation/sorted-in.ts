import type { Message, Telling } from "../../mistakes/mistake";
import { cutQuery, type Parameter } from "../../signing/url-text";
import type { Step } from "../candidates/nodes";
import type { Case } from "../case";
import { urlThatWasSigned } from "./on-the-way";

/**
 * The names of the parameters in their order, where all of them were sorted after the URL was signed, the signature among them: they were signed
 * in another order, and stand sorted now. Then the place of the signature is no mistake of its own. `null` elsewhere.
 */
export function sortedIn(found: Case, steps: readonly Step[], signed: Message): string[] | null {
  const { scheme, request } = found;
  if (request.found?.misplaced == null || !steps.some(({ mistake }) => mistake.reorders)) return null;
  const all = cutQuery(request.typed.query ?? "");
  const own = typeof signed === "string" ? cutQuery(urlThatWasSigned(found, signed)?.query ?? "") : [];
  const kept = new Set(own.map(({ text }) => text));
  const isOwn = ({ name, text }: Parameter) => name === scheme.signatureParameter || kept.has(text);
  // What was added may have come after the sorting.
  const sorted = [all, all.filter(isOwn)].find((some) => standSorted(some, scheme.signatureParameter));
  return sorted?.map(({ name }) => name) ?? null;
}

/** The steps with what is told of a sorting by which the signature was moved, too. */
export function withSortedIn(found: Case, steps: readonly Step[], signed: Message): readonly Step[] {
  const names = sortedIn(found, steps, signed);
  if (!names) return steps;
  const first = names.slice(0, MOST_NAMED).map((name) => name.slice(0, 24));
  const more = names.length > MOST_NAMED ? ` and ${names.length - MOST_NAMED} more` : "";
  const detail = `They now stand in this order: ${first.join(", ")}${more}.`;
  const telling = movedBySorting(found.scheme.signatureParameter ?? "");
  return steps.map((step) => (step.mistake.reorders ? { ...step, detail, telling } : step));
}

const MOST_NAMED = 12;

const movedBySorting = (name: string): Telling => ({
  title: `All parameters were sorted after the URL was signed, “${name}” among them.`,
  why: `Cloudflare, Fastly and Varnish can sort the query of whatever passes through. Code does it that puts “${name}” among the other parameters and writes all of them sorted, as Go’s url.Values does.`,
  fix: `Switch the sorting off for these URLs, or, where code sorts, let it add “${name}” afterwards: in whatever order a URL is signed, “${name}” would be sorted in again.`,
  isDamage: true,
});

/** What is told of a signature that stands among parameters that were signed as sorted as they stand; `undefined` where it is not by a sorting. */
export function placedBySorting({ scheme, request: { typed } }: Case): Telling | undefined {
  const { signatureParameter: name } = scheme;
  const parameters = cutQuery(typed.query ?? "");
  if (parameters[0]?.name === name || !standSorted(parameters, name)) return undefined;
  return {
    why: `All parameters stand sorted by name, “${name}” among them: code that sorts them all has put it there, or a CDN that sorts the finished URL, as Cloudflare, Fastly and Varnish can.`,
    fix: `Where code sorts, add “${name}” afterwards; where a CDN sorts, switch that off for these URLs.`,
  };
}

/** Three and more in order of name, or of all that they are, are hardly so by chance. */
function standSorted(parameters: readonly Parameter[], name: string | null): boolean {
  const isSorted = (keyOf: (parameter: Parameter) => string) =>
    parameters.every(
      (parameter, at) => at === 0 || keyOf(parameters[at - 1] ?? parameter) <= keyOf(parameter),
    );
  return (
    parameters.length >= 3 &&
    parameters.filter((parameter) => parameter.name === name).length === 1 &&
    (isSorted((one) => one.name) || isSorted((one) => one.name.toLowerCase()) || isSorted((one) => one.text))
  );
}
