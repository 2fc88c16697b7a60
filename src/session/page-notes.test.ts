import { describe, expect, it } from "vitest";
import { schemes } from "../schemes";
import { readPaste } from "../signing/read-paste";
import { otherVendor } from "./other-vendor";
import { pageNotes } from "./page-notes";
import { pageProblem } from "./page-problem";
import { initialState, type State } from "./state";

const NO_SECRET = { bytes: 0, pasted: [], pastedKept: false } as const;

function noted(
  change: Partial<State>,
  secret: Parameters<typeof pageNotes>[0]["secret"] = NO_SECRET,
  compact = false,
  explained = false,
) {
  const state = { ...initialState(), ...change };
  const reading = readPaste(state.scheme, state.pasted, state.settings);
  const request = reading.request.ok ? reading.request.value : null;
  const foreign = otherVendor(state.scheme, reading.text);
  return pageNotes({ state, reading, request, secret, foreign, compact, explained });
}

const kinds = (...of: Parameters<typeof noted>) => noted(...of).map(({ kind }) => kind);

describe("a vendor's rule on another vendor's link", () => {
  const links = schemes.map(({ id, examples: [{ url }] }) => ({ id, pasted: url }));
  const crossed = schemes.flatMap((scheme) => links.map((link) => ({ scheme, link })));

  it.each(crossed)("$scheme.id on a link to $link.id", ({ scheme, link }) => {
    const notes = noted({ scheme, pasted: link.pasted });
    const switches = notes.flatMap(({ switchTo }) => switchTo?.schemeId ?? []);
    expect(switches).toEqual(scheme.id === link.id ? [] : [link.id]);
  });

  it("is no mistake where no vendor's host is known", () => {
    expect(kinds({ pasted: "https://images.example.net/a.jpg?w=1" })).not.toContain("other-scheme");
  });
});

describe("a vendor's error message", () => {
  const cases = schemes.flatMap((scheme) =>
    scheme.vendorErrors.map((error) => ({ scheme, ...error, url: scheme.examples[0].url })),
  );

  it.each(cases)("“$says” around a URL is told beside it", ({ scheme, says, means, url }) => {
    const sentences = noted({ scheme, pasted: `${url} said ${says}` }).map(({ sentence }) => sentence);
    expect(sentences.join()).toContain(means);
  });

  it.each(cases)("“$says” alone is answered", ({ scheme, says, means }) => {
    const reading = readPaste(scheme, says, initialState().settings);
    expect(pageProblem(says, reading)?.sentence).toBe(means);
  });
});

it("what a diagnosis tells of the signature's place is no note beside it", () => {
  const pasted = `https://images.example.net/a.jpg?w=1&signature=${"ab".repeat(20)}&utm_source=mail`;
  expect(kinds({ pasted })).toContain("signature-not-last");
  expect(kinds({ pasted }, NO_SECRET, false, true)).not.toContain("signature-not-last");
});

describe("the secret", () => {
  it("that was pasted with more than itself: says whether the field kept it", () => {
    const pasted = { bytes: 5, pasted: ["a line break"] };
    expect(noted({}, { ...pasted, pastedKept: false })[0]?.sentence).toContain("The field left it out.");
    expect(noted({}, { ...pasted, pastedKept: true })[0]?.sentence).toContain("part of the secret");
  });

  it("is asked for after a link until it is there, and never in an embed", () => {
    const arrival: State["arrival"] = [{ kind: "linked", sentence: "This case came by a link." }];
    expect(kinds({ arrival })).toContain("linked");
    expect(kinds({ arrival }, { ...NO_SECRET, bytes: 1 })).not.toContain("linked");
    expect(kinds({ arrival }, NO_SECRET, true)).not.toContain("linked");
  });
});

it("tells each kind of note once, whatever was pasted", () => {
  for (const scheme of schemes)
    for (const { examples } of schemes)
      for (const { url } of examples) {
        const told = kinds({ scheme, pasted: ` see ${url} \n` });
        expect(new Set(told).size, `${scheme.id}: ${told}`).toBe(told.length);
      }
});
