import type { Mistake, Variant } from "../mistake";
import { OPTIONS_URL, SECRET } from "../sample";
import { RARE, SELDOM, USUAL } from "../weights";

export const stringWithWhiteSpace: Mistake = {
  id: "string-with-white-space",
  group: "scope",
  title: "White space stood in the string that was signed.",
  why: "A text over several lines (a template literal, a heredoc, a triple-quoted text) keeps its line breaks and what they are indented with, and copied text often ends with a space. Clients drop line breaks and outer spaces when they send it, or the URL was put together elsewhere.",
  fix: "Write the string on one line, and trim it before it is signed.",
  example: { url: OPTIONS_URL, secret: SECRET, signed: "/a.jpg?width=200\n    &mode=crop" },
  nearMiss: { url: OPTIONS_URL, secret: SECRET, signed: "/a.jpg?width=200\n    mode=crop" },
  *alone(url, { rule }) {
    const string = rule(url);
    for (const [gap, words] of GAPS) {
      for (const [joint, place] of JOINTS)
        for (const [before, after] of [
          [gap, ""],
          ["", gap],
        ] as const) {
          const side = before === "" ? "after" : "before";
          const put = (text: string) => before + text + after;
          yield { value: string.replace(joint, put), detail: `${words}, ${side} ${place}.`, weight: USUAL };
        }
      yield* atOnePlace(string, gap, words);
      for (const [name, end] of ENDS)
        yield { value: gap + string + end, detail: `${words}, at its start${name}.`, weight: SELDOM };
      yield { value: string + gap, detail: `${words}, at its end.`, weight: SELDOM };
    }
  },
};

const INDENTS: readonly (readonly [indent: string, name: string])[] = [
  ["", ""],
  ...[1, 2, 3, 4, 6, 8, 10, 12, 16].map(
    (count) => [" ".repeat(count), count === 1 ? "a space" : `${count} spaces`] as const,
  ),
  ["\t", "a tab"],
  ["\t\t", "two tabs"],
];

const BREAKS = [
  ["\n", "A line feed"],
  ["\r\n", "A Windows line break"],
] as const;

const GAPS: readonly (readonly [gap: string, words: string])[] = [
  ...BREAKS.flatMap(([end, name]) =>
    INDENTS.map(([indent, words]) => [end + indent, words ? `${name} and ${words}` : name] as const),
  ),
  // A backslash at the end of a line takes the line feed away, but not the indentation.
  ...INDENTS.slice(1).map(([indent, words]) => [indent, `White space (${words})`] as const),
];

const ENDS = [
  ["", ""],
  [", and a line feed at its end", "\n"],
  [", and a Windows line break at its end", "\r\n"],
] as const;

const JOINTS: readonly (readonly [joint: RegExp, place: string])[] = [
  [/&/g, "each “&”"],
  [/[?&]/g, "“?” and each “&”"],
];

const MOST_PLACES = 12;

function* atOnePlace(string: string, gap: string, words: string): Generator<Variant<string>> {
  const places = Array.from(string.matchAll(/[?&]/g), ({ index }) => index).slice(0, MOST_PLACES);
  for (const place of places)
    for (const at of [place, place + 1])
      yield {
        value: string.slice(0, at) + gap + string.slice(at),
        detail: `${words}, after ${at} characters.`,
        weight: RARE,
      };
}
