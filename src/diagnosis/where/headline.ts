import type { ExplainedMistake } from "../diagnosis";
import type { StringRow } from "./strings";
import type { Where } from "./where";

/** More names than this are counted. */
const MOST_NAMED = 3;
const LONGEST_NAME = 40;

/**
 * The headline of a mistake with what it is about, code between backticks; `null` where the general title is all there is to say.
 * It says no more than the two strings show.
 */
export function headlineOf(
  { parametersWere }: Pick<ExplainedMistake, "parametersWere">,
  { strings }: Pick<Where, "strings">,
): string | null {
  const gone = (side: Side) =>
    strings.filter((row) => row.change === "missing" && row[side].length > 0 && row.name !== "");
  const [added, removed] = [gone("sent"), gone("signed")];
  switch (parametersWere) {
    case "added":
      return removed.length > 0
        ? null
        : told(added, ["was added after signing", "were added after signing"], namesBeside(added, strings));
    case "removed":
      return added.length > 0
        ? null
        : told(removed, ["was signed, but is not in the URL", "were signed, but are not in the URL"]);
    case "changed":
      return values(strings.filter(({ change }) => change === "changed"));
    default:
      return null;
  }
}

type Side = "signed" | "sent";

/** Both values where one is another; whoever changed it, and when, no digits tell. */
function values(rows: readonly StringRow[]): string | null {
  const [row] = rows;
  if (rows.length === 1 && row) {
    const [signed, sent] = [valueIn(row, "signed"), valueIn(row, "sent")];
    if (isQuotable(row.name) && isQuotable(signed) && isQuotable(sent))
      return row.name === sent
        ? `\`${signed}\` was signed, but \`${sent}\` was sent.`
        : `\`${row.name}\` was signed as \`${signed}\`, but is \`${sent}\`.`;
  }
  return told(rows, ["was signed with another value", "were signed with other values"]);
}

/** What stands after the “=”; all of it where there is none. */
function valueIn(row: StringRow, side: Side): string {
  const text = row[side].map((stretch) => stretch.text).join("");
  return text.slice(text.indexOf("=") + 1);
}

function isQuotable(text: string): boolean {
  return text !== "" && text.length <= LONGEST_NAME && !text.includes("`");
}

/** Names that other parameters of what was sent have, too. */
function namesBeside(rows: readonly StringRow[], strings: readonly StringRow[]): ReadonlySet<string> {
  const others = strings.filter((row) => !rows.includes(row) && row.sent.length > 0);
  return new Set(others.map(({ name }) => name));
}

/** @param present names of which there is one already */
function told(
  rows: readonly StringRow[],
  [one, several]: readonly [string, string],
  present: ReadonlySet<string> = new Set(),
): string | null {
  const names = [...new Set(rows.map(({ name }) => name))];
  if (names.length === 0 || !names.every(isQuotable)) return null;
  if (names.length > MOST_NAMED) return `${names.length} parameters ${several}.`;
  const quoted = names.map((name) => `${present.has(name) ? "one more " : ""}\`${name}\``);
  const last = quoted.pop() ?? "";
  const list = quoted.length > 0 ? `${quoted.join(", ")} and ${last}` : last;
  return `${list.replace(/^o/, "O")} ${names.length === 1 ? one : several}.`;
}
