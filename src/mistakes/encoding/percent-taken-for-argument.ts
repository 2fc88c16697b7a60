import type { Mistake } from "../mistake";
import { HOST, SECRET } from "../sample";
import { typedPercents } from "../text/typed-percents";
import { LIKELY, USUAL } from "../weights";

export const percentTakenForArgument: Mistake = {
  id: "percent-taken-for-argument",
  group: "encoding",
  title: "The percent signs of the string were taken for arguments or variables of a batch file.",
  why: "In a .bat or .cmd file “%2” is its second argument and “%name%” a variable: where there is none, nothing is left of them.",
  fix: "Double each “%” in a batch file, or sign with a program that reads the URL from a file.",
  example: {
    url: `${HOST}/?src=https%3A%2F%2Fa.example%2Fb.png&signature={}`,
    secret: SECRET,
    signed: "/?src=httpsAFFa.exampleFb.png",
  },
  nearMiss: {
    url: `${HOST}/?src=https%3A%2F%2Fa.example%2Fb.png&signature={}`,
    secret: SECRET,
    signed: "/?src=httpsa.exampleb.png",
  },
  *alone(url, { rule, request }) {
    const string = rule(url);
    if (typedPercents(string, request).length === 0) return;
    yield { value: inBatchFile(string), detail: "Each was empty.", weight: LIKELY };
    yield {
      value: string.replaceAll(/%\d/g, ""),
      detail: "Only its arguments, “%0” to “%9”, were taken out.",
      weight: USUAL,
    };
    yield { value: string.replaceAll("%", ""), detail: "Each “%” was left out.", weight: USUAL };
  },
};

/** As cmd.exe reads a line of a batch file whose arguments and variables are empty. */
function inBatchFile(line: string): string {
  return line.replace(/%(?:%|[\d*]|[^%\d*][^%]*%|)/g, (taken) => (taken === "%%" ? "%" : ""));
}
