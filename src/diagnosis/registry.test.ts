import { describe, expect, it } from "vitest";
import type { WrongSignature } from "../mistakes/mistake";
import { schemes } from "../schemes";
import type { DiagnosisInput } from "./diagnosis";
import { mistakesOf } from "./registry";
import { search } from "./search";
import { idsIn } from "./testing";
import { caseOf, sign } from "./wrong-signature-testing";

async function idsOf(example: WrongSignature): Promise<string[]> {
  return idsIn(await search(caseOf(example, sign(example))));
}

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

const all = [...new Map(schemes.flatMap(mistakesOf).map((mistake) => [mistake.id, mistake])).values()];

describe.each(all)("$id", (mistake) => {
  it("is named for its example", async () => {
    expect(await idsOf(mistake.example)).toEqual([mistake.id]);
  });
  it("is not named for its near miss", async () => {
    const { nearMiss } = mistake;
    const ids = await soonNamed(caseOf(nearMiss, sign(nearMiss)));
    expect(ids).not.toContain(mistake.id);
  });
  it("speaks in whole sentences", () => {
    for (const text of [mistake.title, mistake.fix]) expect(text).toMatch(/^[A-Z“].*\.$/);
    expect(mistake.why).toMatch(/\.$/);
  });
});

it.each(schemes)("has no id twice in $label", (scheme) => {
  const ids = mistakesOf(scheme).map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});
