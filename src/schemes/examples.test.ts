import { expect, test } from "vitest";
import { idsOf } from "../diagnosis/testing";
import { sign } from "../signing/computations";
import { readPaste } from "../signing/read-paste";
import { check } from "../signing/sign";
import { schemes } from ".";
import { lessonOf } from "./lessons";

const cases = schemes.flatMap((scheme) =>
  scheme.examples.map((example) => ({ scheme, example, id: example.id })),
);

test.each(cases)("$id shows what it says", async ({ scheme, example }) => {
  const { settings = {} } = example;
  const { request } = readPaste(scheme, example.url, settings);
  if (!request.ok) throw new Error(request.problem.sentence);
  const hash = request.value.hash ?? example.hash ?? scheme.hashes[0];
  const signature = await sign(hash, example.secret, request.value.signingString);
  if (!example.mistakes) {
    expect(check(request.value, signature)).not.toBe("mismatch");
    return;
  }
  expect(check(request.value, signature)).toBe("mismatch");
  const { url, secret, mistakes } = example;
  expect(await idsOf(url, { schemeId: scheme.id, settings, hash, secret })).toEqual(mistakes);
});

test("every example has an id of its own, which links store", () => {
  const ids = cases.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

test("every example has a lesson of its own", () => {
  const lessons = schemes.flatMap(({ examples }) => examples.map(({ id }) => lessonOf(id)));
  expect(new Set(lessons).size).toBe(lessons.length);
  for (const lesson of lessons) expect(lesson).toMatch(/\.$/);
});
