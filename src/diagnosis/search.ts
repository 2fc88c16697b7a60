import { type Case, readCase } from "./case";
import type { Diagnosis, DiagnosisInput } from "./diagnosis";
import type { Hit } from "./engine/engine";
import { explain, explainAtSight } from "./explanation/explain";
import { whatIsLeft } from "./explanation/unexplained";
import { Hunt } from "./hunt";
import { isSingle, LEVELS, type Level } from "./levels";
import { type OtherPart, type Part, type Standing, settle } from "./parts";
import { mistakesOf } from "./registry";
import { withChoices } from "./right-url/choices";
import { withCorrection } from "./right-url/correct";
import { withHashes, withItsHash } from "./right-url/hash-of-digits";

/** How a caller follows a search: called now and then and awaited; the search stops when it throws. */
export type Watch = (standing: Standing) => void | Promise<void>;

/** How far a search goes: to the likeliest single mistakes, which cost a few milliseconds, to all single ones, or to its end. */
export type Depth = "likeliest" | "single" | "all";

const DEPTHS: Readonly<Record<Depth, readonly Level[]>> = {
  likeliest: LEVELS.slice(
    0,
    LEVELS.findIndex((level) => !isSingle(level)),
  ),
  single: LEVELS.filter(isSingle),
  all: LEVELS,
};

const partOf = ({ part }: Level): Part => part ?? "first";

const levelsOf = (part: Part): readonly Level[] =>
  part === "all" ? LEVELS : LEVELS.filter((level) => partOf(level) === part);

const PARTS: readonly OtherPart[] = [...new Set(LEVELS.map(partOf))].map((part) => ({
  part,
  level: LEVELS.findIndex((level) => partOf(level) === part),
}));

/**
 * Searches the catalogue for the mistakes that reproduce the pasted signature, level by level, and stops at the first level that
 * explains. Nothing unverified is reported.
 */
export async function search(input: DiagnosisInput, watch?: Watch): Promise<Diagnosis> {
  const diagnosis = settle([await searchPart(input, "all", watch)]);
  if (!diagnosis) throw new Error("A search of all levels has come to nothing.");
  return diagnosis;
}

/** Searches the levels of one part. What both parts come to `settle` says. */
export async function searchPart(
  input: DiagnosisInput,
  part: Part,
  watch: Watch = () => {},
): Promise<Standing> {
  const started = performance.timeOrigin + performance.now();
  const found = readCase(input);
  const start = {
    ...NOTHING_TRIED,
    part,
    others: othersThan(part, found),
    leaves: whatIsLeft(found),
    started,
  };
  const milliseconds = () => performance.timeOrigin + performance.now() - started;
  if (!found) return { ...start, isDone: true };
  const hunt = new Hunt(found, () => watch({ ...start, ...hunt.standing, milliseconds: milliseconds() }));
  const { diagnosis } = await explained(found, hunt, levelsOf(part));
  const limits = leftOut(found);
  return { ...start, ...hunt.standing, diagnosis, limits, isDone: true, milliseconds: milliseconds() };
}

const NOTHING_TRIED = {
  level: 0,
  doing: "",
  tried: 0,
  counts: [],
  most: 0,
  isStopped: false,
  isDone: false,
  diagnosis: null,
  limits: [],
  milliseconds: 0,
};

/** What a part leaves to others: nothing where no level is tried at all. */
function othersThan(own: Part, found: Case | null): readonly OtherPart[] {
  if (own === "all" || !found || found.sight || !isReadable(found)) return [];
  return PARTS.filter(({ part }) => part !== own);
}

const isReadable = ({ targets, nearTargets }: Case) => targets.length + nearTargets.length > 0;

interface Outcome {
  /** `null` where nothing explains the case. */
  readonly diagnosis: Diagnosis | null;
  readonly hit: Hit | null;
}

/** The search of a case that was read already, with what it found. */
export function searchCase(found: Case, watch: () => void | Promise<void>, depth: Depth): Promise<Outcome> {
  return explained(found, new Hunt(found, watch), DEPTHS[depth]);
}

async function explained(found: Case, hunt: Hunt, levels: readonly Level[]): Promise<Outcome> {
  const started = performance.now();
  const mistakes = mistakesOf(found.scheme);
  if (found.sight) {
    const seen = explainAtSight(found, mistakes, found.sight);
    return { diagnosis: await withHashes(found, null, seen), hit: null };
  }
  const hit = isReadable(found) ? await hunt.run(levels) : null;
  if (!hit) return { diagnosis: null, hit };
  const milliseconds = Math.round(performance.now() - started);
  const diagnosis = explain(found, mistakes, hit, hunt.tried, milliseconds, []);
  const own = withItsHash(found, hit);
  const corrected = await withCorrection(own, mistakes, diagnosis);
  return { diagnosis: await withHashes(found, hit, await withChoices(own, corrected)), hit };
}

/** What the mistakes do not try of a large URL. */
function leftOut({ scheme, request }: Case): string[] {
  return mistakesOf(scheme).flatMap((mistake) => mistake.leftOut?.(request.unsigned) ?? []);
}
