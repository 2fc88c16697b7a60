import { groupDigits } from "../../signing/wording/group-digits";
import { isHidden, NEEDS_SECRET, SAME_SIGNATURE } from "../known/ids";
import type { GroupSummary } from "./summary";

/** Of one URL and of more. */
const FIXED: Readonly<Record<string, readonly [one: string, more: string]>> = {
  valid: ["Valid.", "Valid."],
  unsigned: ["Not signed.", "Not signed."],
  unexplained: ["No mistake that was tried explains this one.", "No mistake that was tried explains these."],
  problem: ["This one cannot be signed.", "These cannot be signed."],
};

/** What users read as the name of a group. */
export function titleOf({
  id,
  count,
  diagnosis,
  known,
}: Pick<GroupSummary, "id" | "count" | "diagnosis" | "known">): string {
  const fixed = FIXED[id]?.[count === 1 ? 0 : 1];
  return fixed ?? diagnosis?.mistakes.map(({ title }) => title).join(" ") ?? known?.title ?? id;
}

/** Whether a group stands for a cause that was proved. */
export function isCause(group: Pick<GroupSummary, "id" | "known" | "diagnosis">): boolean {
  const { id, known } = group;
  if (id in FIXED || isOfEntry(group)) return false;
  return known === null || known.isImpossible || id === SAME_SIGNATURE;
}

/** Whether its URLs are right where all that is wrong came along when the secret was entered. */
export function isOfEntry({ diagnosis }: Pick<GroupSummary, "diagnosis">): boolean {
  return diagnosis?.mistakes.every(({ entered }) => entered) ?? false;
}

/** Whether a group is of what only the secret can tell. */
export function isOpen({ id }: Pick<GroupSummary, "id">): boolean {
  return id === NEEDS_SECRET;
}

/** What proves a group: each of its URLs was computed by itself. */
export function proofOf(
  group: Pick<GroupSummary, "id" | "count" | "diagnosis" | "known" | "example">,
): string {
  const { id, count, diagnosis, known, example } = group;
  if (known?.isImpossible)
    return count === 1
      ? "Certain: it cannot be valid, whatever the secret."
      : `Certain: none of the ${groupDigits(count)} can be valid, whatever the secret.`;
  if (id === SAME_SIGNATURE) return "Certain: a digest belongs to one string.";
  if (isHidden(id)) return "Likely; nothing can be checked without their digits.";
  if (known?.grade)
    return `${known.grade === "certain" ? "Certain" : "Likely"}; whether they are valid, only the secret can tell.`;
  if (id === "unexplained")
    return `Another secret may have signed ${count === 1 ? "it" : "them"}, or a string that is not known here.`;
  if (id === "unsigned" && /signature=[\da-f]{40}/i.test(example?.url ?? ""))
    return "The example has 40 digits behind “signature=”, but where none is read.";
  if (id === "unsigned" && example?.url.startsWith("/"))
    return "A path without a signature may be another page of the site.";
  if (!diagnosis) return "";
  if (diagnosis.formula === null && diagnosis.mistakes.some(({ holdsSecret }) => holdsSecret))
    return "Compared with the secret that is entered: it is the same.";
  if (diagnosis.formula === null)
    return count === 1
      ? "It is no digest, whatever the secret."
      : `None of the ${groupDigits(count)} is a digest, whatever the secret.`;
  const own = `its own ${diagnosis.formula.startsWith("HMAC") ? "HMAC" : "hash"}`;
  if (diagnosis.wrongDigits !== undefined)
    return count === 1
      ? `Its other digits are those of ${own}.`
      : `The other digits of each of the ${groupDigits(count)} are those of ${own}.`;
  return count === 1 ? `Proved by ${own}.` : `Proved for each of the ${groupDigits(count)} by ${own}.`;
}

/** Where in the file a group stands. */
export function linesOf({ first, last }: Pick<GroupSummary, "first" | "last">): string {
  return first === last
    ? `Line ${groupDigits(first)}`
    : `Lines ${groupDigits(first)} to ${groupDigits(last)}`;
}

/** What is said of single URLs, with counts where it is not said of all. What is said of one alone stands for the others. */
export function detailsOf({ details, count }: Pick<GroupSummary, "details" | "count">): string[] {
  const [most] = details;
  if (most && most[1] === 1 && count > 1 && details.length > 1) return [`One of them: ${most[0]}`];
  return details.map(([detail, times]) =>
    times === count ? detail : `${detail} (${groupDigits(times)} of ${groupDigits(count)})`,
  );
}

/** What to do, one sentence each. */
export function fixesOf({ diagnosis, known }: Pick<GroupSummary, "diagnosis" | "known">): readonly string[] {
  return diagnosis?.mistakes.map(({ fix }) => fix) ?? known?.fixes ?? [];
}
