import { listedQuoted } from "../../signing/wording/listed";
import type { Mistake, Telling, Variant } from "../mistake";
import { HOST, SECRET } from "../sample";
import { dollarExpansions } from "../text/dollar-expansions";
import { USUAL } from "../weights";

export const stringDollarExpanded: Mistake = {
  id: "string-dollar-expanded",
  group: "encoding",
  title: "A “$” or “@” in the string was not signed as it is.",
  why: "In double quotes, shells, PHP and Perl replace “$name” by the variable’s value, which is mostly empty; Perl does so with “@name”, too. Make, Compose and JavaScript’s replace() read “$$” as “$”.",
  fix: "Put the string into single quotes, or write “$” as “%24” and “@” as “%40” before the URL is signed.",
  example: {
    url: `${HOST}/cats/a$tom.jpg?width=200&signature={}`,
    secret: SECRET,
    signed: "/cats/a.jpg?width=200",
  },
  nearMiss: {
    url: `${HOST}/cats/a$tom.jpg?width=200&signature={}`,
    secret: SECRET,
    signed: "/cats/b.jpg?width=200",
  },
  *alone(url, { rule }) {
    const string = rule(url);
    yield* arraysOfPerl(string);
    if (!string.includes("$")) return;
    const named = string.match(VARIABLES);
    if (named) {
      const value = string.replace(VARIABLES, "");
      yield { value, detail: byNothing(named), weight: USUAL, telling: OF_DOLLAR };
    }
    for (const [value, detail, fix] of dollarExpansions(string))
      yield { value, detail, weight: USUAL, telling: OF_DOLLAR, ...(fix && { fix }) };
  },
};

/** Told where no “@” has to do with it. */
const OF_DOLLAR: Telling = {
  title: "A “$” in the string was not signed as it is.",
  why: "In double quotes, shells, PHP and Perl replace “$name” by the variable’s value, which is mostly empty. Make, Compose and JavaScript’s replace() read “$$” as “$”.",
  fix: "Put the string into single quotes, or write “$” as “%24” before the URL is signed.",
};

const VARIABLES = /\$(?:\{[^}]*\}|[A-Za-z_]\w*)/g;
const ARRAYS = /@[A-Za-z_]\w*(?:::\w+)*/g;
const NAMES = /[@$][A-Za-z_]\w*/g;

/** Perl puts an array in the place of “@name” in double quotes, and here there is none. */
function* arraysOfPerl(string: string): Generator<Variant<string>> {
  const arrays = string.match(ARRAYS);
  if (!arrays) return;
  yield { value: string.replace(ARRAYS, ""), detail: byNothing(arrays), weight: USUAL };
  yield { value: string.replace(NAMES, ""), detail: byNothing(string.match(NAMES) ?? []), weight: USUAL };
}

const MOST_NAMED = 3;

function byNothing(names: readonly string[]): string {
  const distinct = [...new Set(names)].slice(0, MOST_NAMED).map((name) => name.slice(0, 40));
  const more = new Set(names).size > MOST_NAMED;
  if (more) return `Names such as ${listedQuoted(distinct)} were replaced by nothing.`;
  return `${listedQuoted(distinct)} ${distinct.length > 1 ? "were" : "was"} replaced by nothing.`;
}
