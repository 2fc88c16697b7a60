import type { Explained } from "../diagnosis/diagnosis";
import { groupDigits } from "../signing/group-digits";
import type { GroupSummary, Summary } from "./summary";

const FIXED: Readonly<Record<string, string>> = {
  valid: "Valid.",
  unsigned: "Not signed.",
  unexplained: "No mistake explains these.",
  problem: "These cannot be signed.",
};

/** What users read as the name of a group. */
export function titleOf({ id, diagnosis }: Pick<GroupSummary, "id" | "diagnosis">): string {
  return FIXED[id] ?? diagnosis?.mistakes.map(({ title }) => title).join(" ") ?? id;
}

/** Whether a group stands for a cause that was proved. */
export function isCause({ id }: Pick<GroupSummary, "id">): boolean {
  return !(id in FIXED);
}

/** The sum in one line: “40 URLs · 29 valid · 11 wrong for 2 reasons”. */
export function sumOf({ urls, groups }: Pick<Summary, "urls" | "groups">): string {
  const count = (id: string) => groups.find((group) => group.id === id)?.count ?? 0;
  const causes = groups.filter(isCause);
  const wrong = causes.reduce((sum, group) => sum + group.count, 0);
  const parts = [`${groupDigits(urls)} ${urls === 1 ? "URL" : "URLs"}`];
  const tell = (number: number, words: string) => number > 0 && parts.push(`${groupDigits(number)} ${words}`);
  tell(count("valid"), "valid");
  tell(wrong, `wrong for ${causes.length === 1 ? "one reason" : `${causes.length} reasons`}`);
  tell(count("unexplained"), "unexplained");
  tell(count("problem"), "not to be signed");
  tell(count("unsigned"), "unsigned");
  return parts.join(" · ");
}

/** What proves a group: each of its URLs was computed by itself. */
export function proofOf({ count, diagnosis }: Pick<GroupSummary, "count" | "diagnosis">): string {
  if (!diagnosis) return "";
  if (diagnosis.formula === null)
    return count === 1
      ? "It is no digest, whatever the secret."
      : `None of the ${groupDigits(count)} is a digest, whatever the secret.`;
  return count === 1 ? "Proved for it." : `Proved for each of the ${groupDigits(count)} by its own HMAC.`;
}

/** Where in the file a group stands. */
export function linesOf({ first, last }: Pick<GroupSummary, "first" | "last">): string {
  return first === last
    ? `Line ${groupDigits(first)}`
    : `Lines ${groupDigits(first)} to ${groupDigits(last)}`;
}

/** What is said of single URLs, with counts where it is not said of all. */
export function detailsOf({ details, count }: Pick<GroupSummary, "details" | "count">): string[] {
  return details.map(([detail, times]) =>
    times === count ? detail : `${detail} (${groupDigits(times)} of ${groupDigits(count)})`,
  );
}

function fixesOf({ mistakes }: Explained): string[] {
  return mistakes.map(({ fix }) => `  Fix: ${fix}`);
}

/** The report that is copied: what the view shows, as plain text. No secret is in it. */
export function reportOf(summary: Summary): string {
  const { lines, without, groups, limits, state } = summary;
  const read = `${groupDigits(lines)} lines read${without > 0 ? `, ${groupDigits(without)} of them without a URL to check` : ""}.`;
  const parts = [sumOf(summary), state === "stopped" ? `${read} Stopped before the end.` : read];
  for (const group of groups) {
    const rest = [
      ...detailsOf(group),
      proofOf(group),
      ...group.facts.map(({ sentence }) => sentence),
      `${linesOf(group)}${group.example && group.id !== "valid" ? `, for example ${group.example.url}` : ""}`,
    ].filter((line) => line !== "");
    const fixes = group.diagnosis ? fixesOf(group.diagnosis) : [];
    parts.push(
      [`${groupDigits(group.count)} · ${titleOf(group)}`, ...rest.map((line) => `  ${line}`), ...fixes].join(
        "\n",
      ),
    );
  }
  return [...parts, ...limits].join("\n\n").concat("\n");
}
