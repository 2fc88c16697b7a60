import { HASHES } from "../../mistakes/hashes";
import { computation } from "../../signing/computations";
import { groupDigits } from "../../signing/wording/group-digits";
import type { Case } from "../case";
import type { Fact } from "./fact";
import type { PublicSupply } from "./public-supply";

/** How many HMACs and digests were computed. */
export interface Counts {
  readonly keys: number;
  readonly digests: number;
}

/** What was tried in vain; of the URL as it stands all of it, of its other cuts and spellings as many as are told. */
export function excludedFacts(
  { facts: { hash } }: Case,
  { keys, plain }: PublicSupply,
  counts: Counts,
): Fact[] {
  const tried = new Set(keys.flatMap(({ steps }) => steps.map(({ mistake }) => mistake)));
  const which = [...tried].flatMap(({ publicKeys }) => publicKeys ?? []).join(", ");
  const hashes = HASHES.flatMap(([hash]) => (plain.some(({ value }) => value.hash === hash) ? [hash] : []));
  return [
    {
      kind: "public-keys",
      grade: "excluded",
      sentence: `None of ${groupDigits(keys.length)} public keys gives these digits for the URL as it stands: ${which}.`,
      about: `${groupDigits(counts.keys)} ${computation(hash).noun}s of this URL and its other cuts and spellings were tried.`,
    },
    {
      kind: "plain-digests",
      grade: "excluded",
      sentence: `Without a key, ${oneOf(hashes)} of the string to sign gives other digits.`,
      about: `${groupDigits(counts.digests)} digests of this URL and its other cuts and spellings were tried.`,
    },
  ];
}

function oneOf(names: readonly string[]): string {
  const last = names.at(-1) ?? "";
  return names.length < 2 ? last : `${names.slice(0, -1).join(", ")} or ${last}`;
}
