import type { Key, Mistake, Variant } from "../mistake";
import { signedWithKey } from "../sample";
import { SINGLE_ONLY } from "../weights";

export const secretMasked: Mistake = {
  id: "secret-masked",
  group: "secret",
  answerTells: "name",
  takesParts: true,
  title: "A secret was used of which a part is masked.",
  why: "It was copied from a dashboard, a log or a tool that shows the ends of a secret and hides the rest.",
  fix: "Copy the whole secret: let it be shown first, or use the button that copies it.",
  example: signedWithKey("s3cretKey42xYz", "s3cr********2xYz"),
  nearMiss: signedWithKey("s3cretKey42xYz", "s3cr--------2xYz"),
  *keys(key) {
    const chars = [...key];
    for (const [start, end] of SHOWN_ENDS) {
      if (start + end >= chars.length) continue;
      const [head, tail] = [chars.slice(0, start).join(""), chars.slice(chars.length - end).join("")];
      for (const mask of masks(chars.length - start - end)) yield masked(head, mask, tail);
    }
  },
};

function masked(head: string, mask: string, tail: string): Variant<Key> {
  const shown = [head && "its start", tail && "its end"].filter(Boolean).join(" and ");
  return {
    value: head + mask + tail,
    detail: `Of it there was ${shown}, and “${mask}” in the place of the rest.`,
    weight: SINGLE_ONLY,
  };
}

/** How many characters are shown at the start and at the end. */
const SHOWN_ENDS: readonly (readonly [start: number, end: number])[] = [
  [4, 4],
  [0, 4],
  [4, 0],
  [3, 4],
  [3, 3],
  [2, 2],
  [6, 4],
  [7, 4],
  [8, 4],
  [6, 0],
  [8, 0],
  [0, 6],
  [0, 8],
];

/** Each hidden character as a mark, or a mask that does not tell how many they are. */
function* masks(hidden: number): Generator<string> {
  yield* ["…", "...", "[...]", "[…]"];
  for (const mark of ["•", "*"])
    for (const length of new Set([hidden, ...LENGTHS])) yield mark.repeat(length);
  for (const mark of ["●", "x", "X", "."])
    for (const length of new Set([hidden, USUAL_LENGTH])) yield mark.repeat(length);
}

const USUAL_LENGTH = 8;
const LENGTHS = [3, 4, 5, 6, USUAL_LENGTH, 10, 12, 16, 20, 24];
