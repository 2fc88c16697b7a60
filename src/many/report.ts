import { groupDigits } from "../signing/group-digits";
import { isHidden, NEEDS_SECRET, SAME_SIGNATURE } from "./known/ids";
import type { GroupSummary, Summary } from "./summary";

const FIXED: Readonly<Record<string, string>> = {
  valid: "Valid.",
  unsigned: "Not signed.",
  unexplained: "No mistake that was tried explains these.",
  problem: "These cannot be signed.",
};

/** What users read as the name of a group. */
export function titleOf({ id, diagnosis, known }: Pick<GroupSummary, "id" | "diagnosis" | "known">): string {
  return FIXED[id] ?? diagnosis?.mistakes.map(({ title }) => title).join(" ") ?? known?.title ?? id;
}

/** Whether a group stands for a cause that was proved. */
export function isCause({ id, known }: Pick<GroupSummary, "id" | "known">): boolean {
  return !(id in FIXED) && (known === null || known.isImpossible || id === SAME_SIGNATURE);
}

/** Whether a group is of what only the secret can tell. */
export function isOpen({ id }: Pick<GroupSummary, "id">): boolean {
  return id === NEEDS_SECRET;
}

/** The sum in one line: “40 URLs · 29 valid · 11 wrong for 2 reasons”. */
export function sumOf(summary: Pick<Summary, "urls" | "groups" | "hasSecret">): string {
  return summary.hasSecret ? sumWithSecret(summary) : sumWithout(summary);
}

export function urlsText(urls: number): string {
  return `${groupDigits(urls)} ${urls === 1 ? "URL" : "URLs"}`;
}

function sumWithSecret({ urls, groups }: Pick<Summary, "urls" | "groups">): string {
  const count = (id: string) => groups.find((group) => group.id === id)?.count ?? 0;
  const causes = groups.filter(isCause);
  const hidden = groups.filter(({ id }) => isHidden(id));
  const wrong = causes.reduce((sum, group) => sum + group.count, 0);
  const parts = [urlsText(urls)];
  const tell = (number: number, words: string) => number > 0 && parts.push(`${groupDigits(number)} ${words}`);
  tell(count("valid"), "valid");
  tell(wrong, `wrong for ${causes.length === 1 ? "one reason" : `${causes.length} reasons`}`);
  tell(count("unexplained"), "unexplained");
  tell(
    hidden.reduce((sum, group) => sum + group.count, 0),
    "without their digits",
  );
  tell(count("problem"), "not to be signed");
  tell(count("unsigned"), "unsigned");
  return parts.join(" · ");
}

/** No more than is certain without the secret. */
function sumWithout({ urls, groups }: Pick<Summary, "urls" | "groups">): string {
  const kinds = new Map<string, number>();
  for (const group of groups) kinds.set(kindOf(group), (kinds.get(kindOf(group)) ?? 0) + group.count);
  const told = KINDS.flatMap((kind) =>
    kinds.has(kind) ? [`${groupDigits(kinds.get(kind) ?? 0)} ${kind}`] : [],
  );
  return [urlsText(urls), ...told].join(" · ");
}

/** In the order told. */
const KINDS = [
  "cannot be valid",
  "made with a public key or none",
  "share a signature",
  "likely damaged",
  "written unusually",
  "without their digits",
  "open without the secret",
  "not to be signed",
  "unsigned",
];

function kindOf(group: GroupSummary): string {
  const { id, known, diagnosis } = group;
  if (id === "unsigned") return "unsigned";
  if (id === "problem") return "not to be signed";
  if (known?.isImpossible || diagnosis?.formula === null) return "cannot be valid";
  if (diagnosis) return "made with a public key or none";
  if (id === SAME_SIGNATURE) return "share a signature";
  if (isOpen(group)) return "open without the secret";
  if (isHidden(id)) return "without their digits";
  return known?.grade === "certain" ? "written unusually" : "likely damaged";
}

/** What proves a group: each of its URLs was computed by itself. */
export function proofOf(group: Pick<GroupSummary, "id" | "count" | "diagnosis" | "known">): string {
  const { id, count, diagnosis, known } = group;
  if (known?.isImpossible)
    return count === 1
      ? "Certain: it cannot be valid, whatever the secret."
      : `Certain: none of the ${groupDigits(count)} can be valid, whatever the secret.`;
  if (id === SAME_SIGNATURE) return "Certain: a digest belongs to one string.";
  if (isHidden(id)) return "Likely; nothing can be checked without their digits.";
  if (known?.grade)
    return `${known.grade === "certain" ? "Certain" : "Likely"}; whether they are valid, only the secret can tell.`;
  if (id === "unexplained") return "Another secret may have signed them, or a string that is not known here.";
  if (!diagnosis) return "";
  if (diagnosis.formula === null)
    return count === 1
      ? "It is no digest, whatever the secret."
      : `None of the ${groupDigits(count)} is a digest, whatever the secret.`;
  return count === 1
    ? "Proved by its own HMAC."
    : `Proved for each of the ${groupDigits(count)} by its own HMAC.`;
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

/** What a report begins with where no secret was there. */
const FOUND_WITHOUT = "Found without the secret. With it, every signature is checked.";

/** The report that is copied: what the view shows, as plain text. No secret is in it. */
export function reportOf(summary: Summary): string {
  const { lines, without, groups, limits, state } = summary;
  const read = `${groupDigits(lines)} lines read${without > 0 ? `, ${groupDigits(without)} of them without a URL to check` : ""}.`;
  const parts = [sumOf(summary), state === "stopped" ? `${read} Stopped before the end.` : read];
  if (!summary.hasSecret) parts.push(FOUND_WITHOUT);
  for (const group of groups) {
    const rest = [
      ...detailsOf(group),
      proofOf(group),
      ...group.facts.map(({ sentence }) => sentence),
      `${linesOf(group)}${group.example && group.id !== "valid" ? `, for example ${group.example.url}` : ""}`,
    ].filter((line) => line !== "");
    const fixes = fixesOf(group).map((fix) => `  Fix: ${fix}`);
    parts.push(
      [`${groupDigits(group.count)} · ${titleOf(group)}`, ...rest.map((line) => `  ${line}`), ...fixes].join(
        "\n",
      ),
    );
  }
  return [...parts, ...limits].join("\n\n").concat("\n");
}
