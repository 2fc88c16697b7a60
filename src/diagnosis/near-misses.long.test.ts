import { expect, it } from "vitest";
import { schemes } from "../schemes";
import type { DiagnosisInput } from "./diagnosis";
import { mistakesOf } from "./registry";
import { search } from "./search";
import { idsIn } from "./testing";
import { Together } from "./together-testing";
import { caseOf, sign } from "./wrong-signature-testing";

/** Single mistakes and the likelier pairs are behind this many tries, and the rarer pairs, most of a whole search, are not. */
const SOON = 300_000;

/** The mistakes that explain a case within the first tries; none where the search would go on. */
async function soonNamed(input: DiagnosisInput): Promise<string[]> {
  class Late extends Error {}
  try {
    return idsIn(
      await search(input, ({ tried }) => {
        if (tried > SOON) throw new Late();
      }),
    );
  } catch (error) {
    if (error instanceof Late) return [];
    throw error;
  }
}

const all = new Map(
  schemes.flatMap(mistakesOf).map(({ id, nearMiss }) => [id, caseOf(nearMiss, sign(nearMiss))]),
);
const together = new Together(all.values(), SOON);

it.each([...all])("%s is not named for its near miss", async (id, input) => {
  const named = (await together.explains(input)) ? await soonNamed(input) : [];
  expect(named).not.toContain(id);
});
