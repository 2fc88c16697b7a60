import type { Mistake } from "../mistake";
import { signedWithKey } from "../sample";
import { withInside } from "../text/inside";
import { LESS_USUAL, MUCH_LESS_LIKELY, RARE, SELDOM, USUAL, VERY_RARE } from "../weights";

export const secretWithSpace: Mistake = {
  id: "secret-with-space",
  group: "secret",
  answerTells: "addition",
  title: "White space was part of the secret.",
  enteredTitle: "The secret entered here has white space that the one that signed has not.",
  why: "It comes along when a secret is copied from a page or a table, or stands after “=” in a .env or .ini file.",
  fix: "Trim the secret where it is stored.",
  example: signedWithKey("s3cretKey", "s3cretKey "),
  nearMiss: signedWithKey("s3cretKey", "s3cretKey\n"),
  *keys(key) {
    for (const [space, name, mark] of SPACES) {
      const weight = space.length > 2 ? RARE : USUAL;
      yield { value: key + space, detail: `${name} at the end.`, after: [mark], weight };
      yield { value: space + key, detail: `${name} at the start.`, before: [mark], weight };
      yield {
        value: space + key + space,
        detail: `${name} at either end.`,
        before: [mark],
        after: [mark],
        weight: weight + MUCH_LESS_LIKELY,
      };
    }
    yield {
      value: `${key} \n`,
      detail: "A space and a line feed at the end.",
      after: ["SP", "LF"],
      weight: VERY_RARE,
    };
    yield {
      value: trimStart(trimEnd(key)),
      detail: "The secret entered here has it, the secret that signed had none.",
      entered: true,
    };
    yield {
      value: trimStart(key),
      detail: "The secret entered here has it at the start, the secret that signed had none.",
      entered: true,
      weight: LESS_USUAL,
    };
    yield {
      value: trimEnd(key),
      detail: "The secret entered here has it at the end, the secret that signed had none.",
      entered: true,
      weight: LESS_USUAL,
    };
    yield {
      value: key.replace(/[^\S\ufeff]+/g, ""),
      detail: "The secret entered here has it inside, the secret that signed had none.",
      entered: true,
      weight: SELDOM,
    };
    yield* withInside(key, [
      [" ", "A space"],
      ["\t", "A tab"],
    ]);
  },
};

const SPACES: readonly [space: string, name: string, mark: string][] = [
  [" ", "A space", "SP"],
  ["\t", "A tab", "TAB"],
  ["\u00a0", "A no-break space", "NBSP"],
  ["  ", "Two spaces", "SP SP"],
  ["   ", "Three spaces", "SP SP SP"],
  ["    ", "Four spaces", "4 SP"],
  ["        ", "Eight spaces", "8 SP"],
];

/** White space but no byte order mark, which `trim` takes for white space, too. */
const trimStart = (text: string) => text.replace(/^[^\S\ufeff]+/, "");

function trimEnd(text: string): string {
  let end = text.length;
  while (end > 0 && /[^\S\ufeff]/.test(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}
