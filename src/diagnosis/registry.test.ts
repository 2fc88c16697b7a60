import { describe, expect, it } from "vitest";
import type { WrongSignature } from "../mistakes/mistake";
import { schemes } from "../schemes";
import { mistakesOf } from "./registry";
import { search } from "./search";
import { idsIn } from "./testing";
import { caseOf, sign } from "./wrong-signature-testing";

async function idsOf(example: WrongSignature): Promise<string[]> {
  return idsIn(await search(caseOf(example, sign(example))));
}

const all = [...new Map(schemes.flatMap(mistakesOf).map((mistake) => [mistake.id, mistake])).values()];

describe.each(all)("$id", (mistake) => {
  it("is named for its example", async () => {
    expect(await idsOf(mistake.example)).toEqual([mistake.id]);
  });
  it("speaks in whole sentences", () => {
    // A vendor may sign with something else: its users are not told of an HMAC.
    if (!mistake.ofHmac) expect(mistake.title + mistake.why + mistake.fix).not.toContain("HMAC");
    for (const text of [mistake.title, mistake.fix, mistake.enteredTitle ?? mistake.title])
      expect(text).toMatch(/^[A-Z“].*\.$/);
    expect(mistake.why).toMatch(/\.$/);
  });
});

it.each(schemes)("has no id twice in $label", (scheme) => {
  const ids = mistakesOf(scheme).map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});
