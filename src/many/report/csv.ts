import type { UrlGroup } from "../groups";
import { isHidden, NEEDS_SECRET } from "../known/ids";

/**
 * Where a table program would take what follows for a formula: at the beginning of a cell, and behind a semicolon or a tab, which part cells where
 * a comma is the decimal sign. Full-width signs count where text is written so.
 */
const FORMULA = /(^|[;\t]"*)(?=[=+\-@\t\r＝＋－＠])/g;

/** One cell (RFC 4180). What begins like a formula gets an apostrophe before it, so that no table program runs what a log holds. */
function cell(text: string): string {
  const safe = text.replace(FORMULA, "$1'");
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const VERDICTS = ["valid", "unsigned", "problem"];
const WITHOUT_MISTAKES = [...VERDICTS, "unexplained", NEEDS_SECRET];

function verdictOf({ id, known, diagnosis }: UrlGroup, hasSecret: boolean): string {
  if (VERDICTS.includes(id)) return id;
  if (hasSecret) return isHidden(id) ? "unchecked" : "mismatch";
  return known?.isImpossible || diagnosis?.formula === null ? "impossible" : "unchecked";
}

/** Line, URL, verdict and mistakes of every row that is kept, in the order of the file. Without a secret none is said to be wrong that only it could tell. */
export function csvOf(groups: readonly UrlGroup[], hasSecret: boolean): string {
  const rows = groups.flatMap((group) => {
    const verdict = verdictOf(group, hasSecret);
    const mistakes = WITHOUT_MISTAKES.includes(group.id) ? "" : group.id.replaceAll("+", " ");
    return group.rows.map(({ line, url }) => ({ line, cells: [String(line), cell(url), verdict, mistakes] }));
  });
  const records = rows.sort((a, b) => a.line - b.line).map(({ cells }) => cells.join(","));
  return ["line,url,verdict,mistakes", ...records].join("\r\n").concat("\r\n");
}
