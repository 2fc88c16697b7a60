import type { Mistake } from "../mistake";
import { HOST, SECRET } from "../sample";
import { typedPercents } from "../text/typed-percents";
import { goSprintf, perlPrintf, shellPrintf } from "../text/values/print-formats";
import { LIKELY, RARE, USUAL } from "../weights";

export const percentTakenForFormat: Mistake = {
  id: "percent-taken-for-format",
  group: "encoding",
  title: "The percent signs of the string were taken for conversions of a format.",
  why: 'printf "$string" in a shell, fmt.Sprintf(string) in Go and printf in Perl read their first argument as a format: “%2F” is a number to print.',
  fix: 'Print it with “%s” as the format: printf %s "$string".',
  example: {
    url: `${HOST}/?src=https%3A%2F%2Fa.example%2Fb.png&signature={}`,
    secret: SECRET,
    signed: "/?src=https0X0P+00.0000000.000000a.example0.000000b.png",
  },
  nearMiss: {
    url: `${HOST}/?src=https%3A%2F%2Fa.example%2Fb.png&signature={}`,
    secret: SECRET,
    signed: "/?src=https000a.example0b.png",
  },
  *alone(url, { rule, request }) {
    const string = rule(url);
    if (typedPercents(string, request).length === 0) return;
    for (const [whole, words, weight] of [
      [string, "", LIKELY],
      [`${string}\n`, " A line break was printed after it.", USUAL],
    ] as const) {
      yield { value: shellPrintf(whole), detail: `As a shell’s printf prints it.${words}`, weight };
      yield { value: goSprintf(whole), detail: `As Go’s Sprintf writes it: “%!F(MISSING)”.${words}`, weight };
      yield { value: perlPrintf(whole), detail: `As Perl’s printf prints it.${words}`, weight };
    }
    yield {
      value: string.replaceAll("%", "%%"),
      detail: "Each “%” was doubled for a format that was none.",
      weight: USUAL,
    };
    yield {
      value: string.replaceAll("%", "\\%"),
      detail: "Each “%” had a backslash before it.",
      weight: RARE,
    };
  },
};
