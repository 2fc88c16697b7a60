import type { UrlGroup } from "./groups";

/** What a table program would take for a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/** One cell (RFC 4180). What begins like a formula gets an apostrophe before it, so that no program computes a log. */
function cell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const VERDICTS = ["valid", "unsigned", "problem"];

/** Line, URL, verdict and mistakes of every row that is kept, in the order of the file. */
export function csvOf(groups: readonly UrlGroup[]): string {
  const rows = groups.flatMap(({ id, rows }) => rows.map((row) => ({ ...row, id })));
  const records = rows
    .sort((a, b) => a.line - b.line)
    .map(({ line, url, id }) => {
      const isVerdict = VERDICTS.includes(id);
      const mistakes = isVerdict || id === "unexplained" ? "" : id.replaceAll("+", " ");
      return [String(line), cell(url), isVerdict ? id : "mismatch", mistakes].join(",");
    });
  return ["line,url,verdict,mistakes", ...records].join("\r\n").concat("\r\n");
}
