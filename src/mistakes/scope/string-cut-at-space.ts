import type { Mistake, Telling, Variant } from "../mistake";
import { HOST, SECRET } from "../sample";
import { typedPercents } from "../text/typed-percents";
import { EXPECTED, SELDOM } from "../weights";

const HALLO = `${HOST}/a.jpg?text=Hallo Welt&width=200&signature={}`;

export const stringCutAtSpace: Mistake = {
  id: "string-cut-at-space",
  group: "scope",
  title: "Nothing from the first space on was signed.",
  why: "A shell splits “$string” without quotes into words, awk's $1, read and scanf take the first word, and a request line ends at a space; or what follows the space is other text, which was taken along with the URL.",
  fix: "Write a space as “%20” before the string is made, and put the string in quotes on a command line.",
  example: { url: HALLO, secret: SECRET, signed: "/a.jpg?text=Hallo" },
  nearMiss: { url: HALLO, secret: SECRET, signed: "/a.jpg?text=Hall" },
  *alone(url, { rule, request }) {
    const string = rule(url);
    const typed = typedPercents(string, request);
    yield* atFirst(string, /%20/, (at) => (typed.includes(at) ? escaped(at === typed[0]) : RAW));
    yield* atFirst(string, /\+/, () => escaped(false), SELDOM);
    const written = Array.from(string.matchAll(/%(?=[89A-F])/g), ({ index }) => index);
    const raw = written.find((at) => !typed.includes(at));
    if (raw) yield { value: string.slice(0, raw), telling: BEYOND_ASCII, weight: SELDOM };
  },
};

function* atFirst(
  string: string,
  space: RegExp,
  tell: (at: number) => Telling,
  weight = EXPECTED,
): Generator<Variant<string>> {
  const at = string.search(space);
  const value = string.slice(0, at);
  // Half a path asks for another file.
  const isPath = value.startsWith("/") && !value.includes("?");
  const enough: Telling = isPath ? {} : { mayBeEnough: true };
  if (at > 0) yield { value, telling: { ...tell(at), ...enough }, weight };
}

const WORDS =
  "a shell split “$string” without quotes into words, awk's $1, read or scanf took the first word, or a request line was cut at the space";

const RAW: Telling = {
  why: `Either ${WORDS}; or what follows the space is other text, or was added after signing. The digits fit all of these.`,
  isDoubtful: true,
};

/** The string had the space raw, or it had the escape and was cut at its “%”. */
const escaped = (isFirstPercent: boolean): Telling => ({
  title: "The string that was signed ended where the URL has its first space.",
  why: `Either the string had a raw space, which was escaped later, and ${WORDS}; or what follows was added after signing${
    isFirstPercent
      ? "; or the string had “%20” and was cut at its “%”, as a line of a crontab is, or a printf that finds no conversion there"
      : ""
  }. The digits fit all of these.`,
  fix: `Write a space as “%20” before the string is made, and put the string in quotes on a command line${
    isFirstPercent ? "; in a crontab write “\\%”" : ""
  }.`,
  isDoubtful: true,
});

const BEYOND_ASCII: Telling = {
  title: "The string that was signed ended before a character beyond ASCII.",
  why: "Either a conversion to ASCII stopped there, as iconv does, or a pattern that knows no such characters ended the URL; or what follows was added after signing. The digits fit all of these.",
  fix: "Percent-encode the URL before it is signed, so that nothing but ASCII is in the string.",
  isDoubtful: true,
  mayBeEnough: true,
};
