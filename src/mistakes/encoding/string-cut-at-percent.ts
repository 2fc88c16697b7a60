import type { Mistake, Telling } from "../mistake";
import { HOST, SECRET } from "../sample";
import { typedPercents } from "../text/typed-percents";
import { LIKELY } from "../weights";

export const stringCutAtPercent: Mistake = {
  id: "string-cut-at-percent",
  group: "encoding",
  title: "The string that was signed ends at a “%”.",
  why: "A line of a crontab ends at its first “%”, and a printf stops at one that begins no conversion.",
  fix: "Write “\\%” in a crontab, or put the command into a script.",
  example: {
    url: `${HOST}/?src=https%3A%2F%2Fa.example%2Fb.png&signature={}`,
    secret: SECRET,
    signed: "/?src=https",
  },
  nearMiss: {
    url: `${HOST}/?src=https%3A%2F%2Fa.example%2Fb.png&signature={}`,
    secret: SECRET,
    signed: "/?src=",
  },
  *alone(url, { rule, request }) {
    const string = rule(url);
    // What cuts at a later one had not let the first stand.
    const [at] = typedPercents(string, request);
    if (at === undefined) return;
    const rest = string.slice(at);
    const telling = rest === "%25" ? CUT_OR_ADDED : /^%2[36]/.test(rest) ? CUT_OR_SPLIT : undefined;
    yield { value: string.slice(0, at), detail: "At its first.", weight: LIKELY, telling };
  },
};

const CUT_OR_SPLIT: Telling = {
  title: "The string that was signed ends at a “%”, at an escaped “&” or “#”.",
  why: "Either it was cut at the “%”, as a line of a crontab ends at its first one; or the query was decoded before it was taken apart, so that the sign that belongs to a value ended it. The digits fit both.",
  fix: "Take a query apart first, then decode its values; in a crontab write “\\%”, or put the command into a script.",
  isDoubtful: true,
};

const CUT_OR_ADDED: Telling = {
  title: "A “%” at the end of the URL was not signed.",
  why: "Either the string that was signed ended there, as a line of a crontab ends at its first “%”, or the “%25” came into the URL after it was signed: the digits fit both.",
  fix: "Cut the “%25” off where it does not belong to the value; else write “\\%” in a crontab, or put the command into a script.",
  isDoubtful: true,
  mayBeEnough: true,
};
