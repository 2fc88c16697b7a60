import { expect, test } from "vitest";
import { schemes } from "../schemes";
import { firstExample, knownAnswerQuery } from "./known-answer";

test.each(schemes)("$label's first example is a request, so that every test has one to hold", (scheme) => {
  expect(firstExample(scheme)?.secret).toBe(scheme.examples[0].secret);
});

test.each(schemes)("no key of a query for $label's known answer names its secret", (scheme) => {
  const { queryKey } = knownAnswerQuery(scheme, firstExample(scheme), scheme.hashes[0], 0);
  expect(JSON.stringify(queryKey)).not.toContain(scheme.examples[0].secret);
});
