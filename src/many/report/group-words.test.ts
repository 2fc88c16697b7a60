import { expect, it } from "vitest";
import { counts, many, runOn, sign } from "../testing";
import { reportOf } from "./report";

it.each([
  [1, "No mistake that was tried explains this one.", "Another secret may have signed it,"],
  [2, "No mistake that was tried explains these.", "Another secret may have signed them,"],
])("speaks of %i without a known cause in its number", async (count, title, proof) => {
  const run = await runOn(many(count, (n) => sign(`/${n}.jpg?width=1`, "a-secret-of-others")).join("\n"));
  expect(counts(run)).toEqual({ unexplained: count });
  const report = reportOf(run.summary());
  expect(report).toContain(title);
  expect(report).toContain(proof);
});

it.each([
  [1, "This one cannot be signed."],
  [2, "These cannot be signed."],
])("speaks of %i that cannot be signed in its number", async (count, title) => {
  const run = await runOn(many(count, (n) => `https://api.urlbox.com/v1/KEY${n}/png?`).join("\n"), {
    schemeId: "urlbox",
  });
  expect(counts(run)).toEqual({ problem: count });
  expect(reportOf(run.summary())).toContain(title);
});
