import { schemes } from "../schemes";
import type { Scheme } from "../schemes/scheme";
import type { Groups } from "./groups";
import type { Judge } from "./judge";

/** Whose secret was entered: the vendors’ of whose URLs some are valid, else the chosen one’s. */
export function whoseSecret({ groups, judge }: { groups: Groups; judge: Judge }): readonly Scheme[] {
  const made = schemesIn(groups, "valid");
  return made.length > 0 ? made : [judge.chosen];
}

/** What to do about unexplained URLs of a vendor whose secret was not entered. */
export function othersSecret(run: { groups: Groups; judge: Judge }): string[] {
  const own = whoseSecret(run);
  return schemesIn(run.groups, "unexplained")
    .filter((scheme) => !own.includes(scheme))
    .map(
      ({ label }) =>
        `Of the unexplained URLs, those of ${label} need ${label}’s secret: choose ${label} and enter it to check them.`,
    );
}

function schemesIn(groups: Groups, id: string): readonly Scheme[] {
  const ids = new Set(groups.get(id)?.rows.map(({ scheme }) => scheme));
  return schemes.filter((scheme) => ids.has(scheme.id));
}
