import type { Mistake } from "../mistake";
import { signedWithKey } from "../sample";
import { placeholdersFor } from "../text/values/placeholders";
import { RAREST, SINGLE_ONLY, USUAL } from "../weights";

export const secretIsPlaceholder: Mistake = {
  id: "secret-is-placeholder",
  group: "secret",
  answerTells: "other key",
  overrides: true,
  publicKeys: "“undefined” and its kin, placeholders, published demo secrets",
  withoutSecret: {
    title: "A key that anyone can guess was used as the secret.",
    why: "Mostly it is a value from the documentation or a template that was left in the code, or what a missing variable became.",
  },
  title: "A placeholder was used as the secret.",
  why: "The value from the documentation or a template was left in the code, a missing variable became a word such as “undefined”, or a field that masks the secret was copied.",
  fix: "Set the real secret, and let the program stop when it is missing.",
  example: signedWithKey("s3cretKey", "my_secret_key"),
  nearMiss: signedWithKey("s3cretKey", "my_other_key"),
  *keys(key, { vendor, secretVariables }) {
    const lower = key.toLowerCase();
    for (const value of placeholdersFor(vendor, secretVariables)) {
      const text = value.toLowerCase();
      const isPart = lower.startsWith(text) || lower.endsWith(text);
      // Text of the secret is not told, and a part from its start or end is rather a secret cut short.
      const isShared = lower.includes(text) || text.includes(lower);
      const detail = isShared ? "It shares text with the secret." : `The secret was “${value}”.`;
      yield { value, detail, weight: isPart ? RAREST : USUAL };
    }
    for (const mark of MASKS)
      for (const length of new Set([Math.max(SHORTEST_MASK, [...key].length), ...MASK_LENGTHS]))
        yield {
          value: mark.repeat(length),
          detail: `The secret was a mask of ${length} “${mark}”.`,
          weight: SINGLE_ONLY,
        };
  },
};

/** What a masked field shows, and how long it is where it does not tell the secret's length. */
const MASKS = ["•", "*", "x", "X"];

/** Fewer signs are no mask. */
const SHORTEST_MASK = 3;
const MASK_LENGTHS = [8, 12, 16, 20, 32];
