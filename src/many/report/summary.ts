import type { Explained } from "../../diagnosis/diagnosis";
import { factsOf, type Separation } from "../facts";
import type { Groups, Row, UrlGroup } from "../groups";
import { NEEDS_SECRET } from "../known/ids";
import type { KnownCause } from "../known/known-cause";

/** A group as it is shown: everything but its rows. */
export interface GroupSummary {
  readonly id: string;
  readonly count: number;
  /** Lines of the file. */
  readonly first: number;
  readonly last: number;
  readonly example: Row | null;
  readonly diagnosis: Explained | null;
  readonly known: KnownCause | null;
  /** What is said of each URL alone, the most frequent first, with its count. */
  readonly details: readonly (readonly [detail: string, count: number])[];
  readonly facts: readonly Separation[];
  /** How many of its rows are kept. */
  readonly kept: number;
}

/** What a file holds, as far as it was read. */
export interface Summary {
  readonly state: "running" | "done" | "stopped";
  /** Whether signatures were checked with a secret. */
  readonly hasSecret: boolean;
  /** Bytes of the file that were read, and all. */
  readonly bytes: number;
  readonly size: number;
  readonly lines: number;
  readonly urls: number;
  /** URLs that do not match and are still searched for their mistakes. */
  readonly open: number;
  /** Lines in which no URL of a vendor stands. */
  readonly without: number;
  /** The vendors whose URLs were read, by their ids. */
  readonly vendors: readonly string[];
  readonly groups: readonly GroupSummary[];
  /** What is being done, for users. */
  readonly doing: string;
  /** Sentences on what was left out. */
  readonly limits: readonly string[];
  /** Why nothing was read; `null` where it was. */
  readonly refused: string | null;
}

const LAST = ["unexplained", NEEDS_SECRET, "problem", "unsigned", "valid"];
const MOST_DETAILS = 3;

/** Groups in the order shown: causes by their size, then what is not explained, then what is right. */
export function summarise(
  groups: Groups,
  withFacts: boolean,
  hide: (text: string) => string,
): GroupSummary[] {
  // Without a secret none is valid, and they are compared with those of which nothing is known.
  const valid = groups.get("valid") ?? groups.get(NEEDS_SECRET);
  const rank = ({ id, count }: UrlGroup) => (LAST.includes(id) ? 1e12 * (LAST.indexOf(id) + 1) : -count);
  return [...groups.all]
    .sort((a, b) => rank(a) - rank(b))
    .map((group) => {
      const { id, count, first, last, diagnosis, known, rows, traits, details } = group;
      return {
        id,
        count,
        first,
        last,
        example: rows[0] ?? null,
        diagnosis: diagnosis && withoutSecrets(diagnosis, hide),
        known,
        details: [...details].sort((a, b) => b[1] - a[1]).slice(0, MOST_DETAILS),
        facts:
          withFacts && valid && group !== valid
            ? factsOf(traits, valid.traits, valid.id === "valid" ? "valid" : "open").map((fact) => ({
                ...fact,
                sentence: hide(fact.sentence),
              }))
            : [],
        kept: rows.length,
      };
    });
}

/** A URL may hold the secret, and so the strings that were made of it. */
function withoutSecrets(diagnosis: Explained, hide: (text: string) => string): Explained {
  const { signed, shouldBe, repaired, mistakes } = diagnosis;
  return {
    ...diagnosis,
    signed: signed && hide(signed),
    shouldBe: hide(shouldBe),
    repaired: repaired && hide(repaired),
    mistakes: mistakes.map(({ alone, ...mistake }) =>
      mistake.detail ? { ...mistake, detail: hide(mistake.detail) } : mistake,
    ),
  };
}
