import { describe, expect, test } from "vitest";
import { mistakesOf } from "../../diagnosis/registry";
import { schemes } from "../../schemes";
import { isHmac } from "../../signing/computations";
import { readPaste } from "../../signing/read-paste";
import { languages } from "../index";
import { planSnippet } from "../plan";
import { changeFor, NOT_OF_CODE } from "./change-for";

/** Their line stands outside of the function. */
const OUTSIDE = new Set([
  "secret-with-newline",
  "secret-empty",
  "secret-is-placeholder",
  "secret-is-api-key",
  "signed-with-signature",
  "signature-twice",
  "parameter-added-after-signing",
  "unicode-normalisation",
]);

const plain = (code: string) => code.replace(/^[\t ]+/gm, "");

describe.each(schemes)("$label", (scheme) => {
  const { request } = readPaste(scheme, scheme.examples[0].url, { apiKey: "KEY", format: "png" });
  if (!request.ok) throw new Error(request.problem.sentence);
  const [hash] = scheme.hashes;
  const plan = planSnippet(scheme, request.value, hash);

  test.each(mistakesOf(scheme))("$id has a line in every language, or is not of code", ({ id }) => {
    for (const language of languages) {
      const change = changeFor(id, language, scheme, hash);
      // Code that makes no HMAC has no line with its key.
      if (isHmac(hash)) expect(change === null, `${id} in ${language.label}`).toBe(NOT_OF_CODE.has(id));
      if (!change) continue;
      expect(change.removed).not.toBe(change.added);
      expect(change.removed + change.added).toMatch(/^[\t\n\x20-\x7e]+$/);
      expect(change.removed + change.added).not.toMatch(/undefined|null\b|\[object/);
      if (OUTSIDE.has(id)) continue;
      const code = plain(language.function.write(plan));
      expect(code, `${id} in ${language.label}`).not.toContain(`${plain(change.removed)}\n`);
      expect(code, `${id} in ${language.label}`).toContain(plain(change.added));
    }
  });
});

test("what is not of code is a mistake", () => {
  const ids = new Set(schemes.flatMap((scheme) => mistakesOf(scheme).map(({ id }) => id)));
  for (const id of NOT_OF_CODE) expect(ids).toContain(id);
});
