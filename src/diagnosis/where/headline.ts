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
export function headlineOf({ id }: ExplainedMistake, { strings }: Where): string | null {
  const gone = (side: "signed" | "sent") =>
    strings.filter((row) => row.change === "missing" && row[side].length > 0 && row.name !== "");
  const [added, removed] = [gone("sent"), gone("signed")];
  switch (id) {
    case "parameter-added-after-signing":
      return removed.length > 0 ? null : told(added, "added after signing");
    case "parameter-removed-after-signing":
      return added.length > 0 ? null : told(removed, "removed after signing");
    case "value-changed-after-signing":
      return told(
        strings.filter(({ change }) => change === "changed"),
        "changed after signing",
      );
    default:
      return null;
  }
}

function told(rows: readonly StringRow[], what: string): string | null {
  const names = [...new Set(rows.map(({ name }) => name))];
  if (names.length === 0 || names.some((name) => name.length > LONGEST_NAME || name.includes("`")))
    return null;
  if (names.length > MOST_NAMED) return `${names.length} parameters were ${what}.`;
  const quoted = names.map((name) => `\`${name}\``);
  const last = quoted.pop() ?? "";
  const list = quoted.length > 0 ? `${quoted.join(", ")} and ${last}` : last;
  return `${list} ${names.length === 1 ? "was" : "were"} ${what}.`;
}
