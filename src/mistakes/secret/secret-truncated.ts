import type { Key, Mistake, Variant } from "../mistake";
import { signedWithKey } from "../sample";
import { storedForm } from "../text/stored-forms";
import { LESS_LIKELY, LESS_USUAL, VERY_RARE } from "../weights";

export const secretTruncated: Mistake = {
  id: "secret-truncated",
  group: "secret",
  answerTells: "name",
  leavesPart: true,
  takesParts: true,
  title: "Only a part of the secret was used, or more than it is entered here.",
  why: "A copy missed characters, a form or a database column cut it, or a shell ended it at a special character. Or other characters came along when it was entered here.",
  fix: "Compare both with the vendor’s dashboard, and copy the whole secret again where one is not the same.",
  example: signedWithKey("s3cretKey-0123456789", "s3cretKey-01234567"),
  nearMiss: signedWithKey("s3cretKey-0123456789", "s3cretKey-012345679"),
  *keys(key) {
    yield* truncations(key);
    for (const word of key.trim().split(/\s+/).slice(1, -1))
      if (word.length > SHORTEST) yield { value: word, detail: "One of its words was used.", ...WITH_WORDS };
  },
};

const SHORTEST = 5;

const WITH_WORDS = storedForm({
  title: "The secret entered here has more words or lines than the one that signed.",
  shown: "Another column of a table, another line of a file or a label comes along when a secret is copied.",
  read: "a shell or a form ended it at its white space",
  cure: "put it into quotes where it is stored",
});

/** All prefixes and suffixes of a secret of ordinary length, else those near its ends and at round lengths. */
function* truncations(key: string): Generator<Variant<Key>> {
  const chars = [...key];
  const lengths = Array.from({ length: chars.length - 1 }, (_, index) => index + 1).filter(
    (length) => chars.length <= 160 || length <= 64 || chars.length - length <= 32 || length % 64 === 0,
  );
  for (const length of lengths.reverse()) {
    const weight = LESS_USUAL + (1 - length / chars.length) * (VERY_RARE - LESS_USUAL);
    const of = `${length} of its ${chars.length} characters`;
    const isWord = (at: number) => /^(?:\S\s|\s\S)$/.test(chars.slice(at - 1, at + 1).join(""));
    yield {
      ...(isWord(length) && WITH_WORDS),
      value: chars.slice(0, length).join(""),
      detail: `The first ${of} were used.`,
      after: ["…"],
      weight,
    };
    yield {
      ...(isWord(chars.length - length) && WITH_WORDS),
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
