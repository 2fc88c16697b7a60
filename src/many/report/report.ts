import { groupDigits } from "../../signing/wording/group-digits";
import { isHidden, OTHER_SERVICE, SAME_SIGNATURE } from "../known/ids";
import { detailsOf, fixesOf, isCause, isOfEntry, isOpen, linesOf, proofOf, titleOf } from "./group-words";
import type { GroupSummary, Summary } from "./summary";

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
  const entered = groups.filter(isOfEntry).reduce((sum, group) => sum + group.count, 0);
  const hidden = groups.filter(({ id }) => isHidden(id));
  const wrong = causes.reduce((sum, group) => sum + group.count, 0);
  const parts = [urlsText(urls)];
  const tell = (number: number, words: string) => number > 0 && parts.push(`${groupDigits(number)} ${words}`);
  tell(count("valid"), "valid");
  tell(entered, "right if the secret was entered wrong");
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
  "perhaps another service’s",
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
  if (id.startsWith(OTHER_SERVICE)) return "perhaps another service’s";
  if (isOpen(group)) return "open without the secret";
  if (isHidden(id)) return "without their digits";
  return known?.grade === "certain" ? "written unusually" : "likely damaged";
}

/** What a stop has left undone: a file is read first, and then searched. */
export const stoppedText = (bytes: number, size: number): string =>
  bytes < size ? "Stopped before the end" : "The search for mistakes was stopped before its end";

/** What a report begins with where no secret was there. */
const FOUND_WITHOUT = "Found without the secret. With it, every signature is checked.";

/** The report that is copied: what the view shows, as plain text. No secret is in it. */
export function reportOf(summary: Summary): string {
  const { lines, without, groups, limits, state } = summary;
  const read = `${groupDigits(lines)} lines read${without > 0 ? `, ${groupDigits(without)} of them without a URL to check` : ""}.`;
  const { bytes, size } = summary;
  const parts = [sumOf(summary), state === "stopped" ? `${read} ${stoppedText(bytes, size)}.` : read];
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
