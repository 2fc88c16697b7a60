import type { Mistake, Variant } from "../mistake";
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
    for (const [value, detail, fix] of dollarExpansions(string))
      yield { value, detail, weight: USUAL, ...(fix && { fix }) };
  },
};

/** Perl puts an array in the place of “@name” in double quotes, and here there is none. */
function* arraysOfPerl(string: string): Generator<Variant<string>> {
  const detail = "A name after “@” was replaced by nothing.";
  yield { value: string.replace(/@[A-Za-z_]\w*(?:::\w+)*/g, ""), detail, weight: USUAL };
  yield { value: string.replace(/[@$][A-Za-z_]\w*/g, ""), detail, weight: USUAL };
}
