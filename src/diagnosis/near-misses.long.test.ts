import { expect, it } from "vitest";
import type { Mistake } from "../mistakes/mistake";
import { schemes } from "../schemes";
import { type Case, readCase } from "./case";
import type { Hit } from "./engine";
import { Hunt } from "./hunt";
import { LEVELS } from "./levels";
import { mistakesOf } from "./registry";
import { search } from "./search";
import { idsIn } from "./testing";
import { caseOf, sign } from "./wrong-signature-testing";

/** Single mistakes and the likelier pairs are behind this many tries, and the rarer pairs, most of a whole search, are not. */
const SOON = 300_000;

class Late extends Error {}

const stopLate = (tried: number) => {
  if (tried > SOON) throw new Late();
};

/** What a search comes to within the first tries; `null` where it would go on. */
async function soon<T>(searched: Promise<T>): Promise<T | null> {
  try {
    return await searched;
  } catch (error) {
    if (error instanceof Late) return null;
    throw error;
  }
}

const all = [...new Map(schemes.flatMap(mistakesOf).map((mistake) => [mistake.id, mistake])).values()];

function nearMissOf({ id, nearMiss }: Mistake): Case {
  const found = readCase(caseOf(nearMiss, sign(nearMiss)));
  if (!found) throw new Error(`The near miss of ${id} has no signature.`);
  return found;
}

/** What cases have in common of which the same is tried: all but the digits. */
const nameOf = ({ input: { schemeId, secret, otherSecrets }, request, targets }: Case) =>
  JSON.stringify([
    schemeId,
    request.unsigned,
    secret,
    otherSecrets,
    [...new Set(targets.map(({ bits }) => bits))],
  ]);

/** What first gives the digits of any of these cases, which are alike. */
function hunt(cases: readonly Case[]): Promise<Hit | null> {
  const [first] = cases;
  if (!first) return Promise.resolve(null);
  const together: Case = {
    ...first,
    targets: cases.flatMap(({ targets }) => targets),
    otherTargets: cases.flatMap(({ otherTargets }) => otherTargets),
    nearTargets: cases.flatMap(({ nearTargets }) => nearTargets),
  };
  const hunting: Hunt = new Hunt(together, () => stopLate(hunting.tried));
  return soon(hunting.run(LEVELS));
}

/** Those of alike cases that anything explains within the first tries, whatever that is. */
async function explainedAmong(cases: readonly Case[]): Promise<ReadonlySet<Case>> {
  const explained = new Set(cases.filter(({ sight }) => sight));
  for (;;) {
    const open = cases.filter((found) => !explained.has(found));
    const hit = await hunt(open);
    if (!hit) return explained;
    for (const found of open)
      if ([found.targets, found.otherTargets, found.nearTargets].some((list) => list.includes(hit.target)))
        explained.add(found);
  }
}

const nearMisses = new Map(all.map((mistake) => [mistake.id, nearMissOf(mistake)]));
const explained = new Map<string, Promise<ReadonlySet<Case>>>();

/** The mistakes that explain a near miss within the first tries. */
async function soonNamed(found: Case): Promise<string[]> {
  const name = nameOf(found);
  const present =
    explained.get(name) ?? explainedAmong([...nearMisses.values()].filter((other) => nameOf(other) === name));
  explained.set(name, present);
  if (!(await present).has(found)) return [];
  const diagnosis = await soon(search(found.input, ({ tried }) => stopLate(tried)));
  return diagnosis ? idsIn(diagnosis) : [];
}

it.each([...nearMisses])("%s is not named for its near miss", async (id, found) => {
  expect(await soonNamed(found)).not.toContain(id);
});
