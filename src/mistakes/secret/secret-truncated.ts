import type { Key, Mistake, Variant } from "../mistake";
import { signedWithKey } from "../sample";
import { LESS_LIKELY, LESS_USUAL, VERY_RARE } from "../weights";

export const secretTruncated: Mistake = {
  id: "secret-truncated",
  group: "secret",
  answerTells: "name",
  leavesPart: true,
  takesParts: true,
  title: "Only a part of the secret was used.",
  why: "A copy missed characters, a form or a database column cut it, or a shell ended it at a special character.",
  fix: "Copy the whole secret again, and compare its length.",
  example: signedWithKey("s3cretKey-0123456789", "s3cretKey-01234567"),
  nearMiss: signedWithKey("s3cretKey-0123456789", "s3cretKey-012345679"),
  *keys(key) {
    yield* truncations(key);
  },
};

/** All prefixes and suffixes of a secret of ordinary length, else those near its ends and at round lengths. */
function* truncations(key: string): Generator<Variant<Key>> {
  const chars = [...key];
  const lengths = Array.from({ length: chars.length - 1 }, (_, index) => index + 1).filter(
    (length) => chars.length <= 160 || length <= 64 || chars.length - length <= 32 || length % 64 === 0,
  );
  for (const length of lengths.reverse()) {
    const weight = LESS_USUAL + (1 - length / chars.length) * (VERY_RARE - LESS_USUAL);
    const of = `${length} of its ${chars.length} characters`;
    yield {
      value: chars.slice(0, length).join(""),
      detail: `The first ${of} were used.`,
      after: ["…"],
      weight,
    };
    yield {
      value: chars.slice(-length).join(""),
      detail: `The last ${of} were used.`,
      before: ["…"],
      weight: weight + LESS_LIKELY,
    };
  }
  if (chars.length > 3)
    yield {
      value: chars.slice(1, -1).join(""),
      detail: "The first and the last character were missing.",
      before: ["…"],
      after: ["…"],
      weight: VERY_RARE,
    };
}
