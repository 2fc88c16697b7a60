import type { UrlText } from "../../signing/types";
import type { Facts, Telling, Variant } from "../mistake";
import { LIKELY, RARE } from "../weights";
import { runsInWords } from "./characters/foreign-words";
import { pathAndQuery, withPathAndQuery } from "./path-and-query";

/*
 * Words that a program divided at the end of a line, and words whose own hyphen was taken for one that divides.
 */

/** Of so many places each is tried. */
const MOST_PLACES = 400;

/** A hyphen inside of a word, where a program that sets text may have divided it; a line break may stand behind it. */
const HYPHEN = /(?<=[a-z_.])(?:-|%E2%80%90)(?:%0D%0A|%0[AD]|%20|\+)?(?=[a-z])/gi;

/** The URL without one hyphen. @param isOption where it is given, only where it makes an option of a name that is none */
export function* withoutHyphens(
  url: UrlText,
  isOption?: (name: string) => boolean,
): Generator<Variant<UrlText>> {
  const text = pathAndQuery(url);
  for (const { index: start, 0: hyphen } of [...text.matchAll(HYPHEN)].slice(0, MOST_PLACES)) {
    const end = start + hyphen.length;
    const value = withPathAndQuery(url, text.slice(0, start) + text.slice(end));
    const detail = `Not signed: ${runsInWords([{ start, end, chars: "-", kind: "mark", place: "inside" }], text)}.`;
    if (!isOption) yield { value, detail, weight: RARE, telling: DIVIDED };
    else if (value.query !== null && start > value.path.length) {
      const name = nameAt(value.query, start - value.path.length - 1);
      if (name !== null && isOption(name))
        yield { value, detail, weight: LIKELY, telling: dividedName(name) };
    }
  }
}

/** The name of a parameter that reaches over this place of a query; `null` where that is in a value. */
function nameAt(query: string, place: number): string | null {
  const from = query.lastIndexOf("&", place) + 1;
  const [name = ""] = /^[^=&]*/.exec(query.slice(from)) ?? [];
  return from + name.length > place ? name : null;
}

const DIVIDES = "Word, PDFs and web pages divide words at the end of a line";

const DIVIDED: Telling = {
  title: "The URL has a hyphen in it that was not signed.",
  why: `Either it came into the URL after signing: ${DIVIDES}. Or it belongs there, and the code that signs left it out, as code does that cleans names or puts them together. The digits fit both.`,
  fix: "Copy the URL anew from where it was made; or, where the hyphen belongs there, sign the text that is sent.",
  mayBeMeant: true,
};

const dividedName = (name: string): Telling => ({
  title: "The URL has a hyphen in it that was not signed.",
  why: `Most likely it came into the URL after signing: ${DIVIDES}. With it the parameter is no option, and “${name}” is one.`,
  fix: "Copy the URL anew from where it was made.",
});

const OF_HYPHENS: Telling = {
  title: "A hyphen was signed that was not sent.",
  why: "Either it stood at the end of a line after signing, where copying from a PDF or a mail takes it for one that divides a word, or the string was made of another text than the URL, as where code cleans a name for the URL alone. The digits fit both.",
  fix: "Copy the URL anew from where it was made; or, where the hyphen does not belong there, sign the text that is sent.",
};

/** A hyphen inside of any word of path and query, where the end of a line may have been. */
export function* withHyphens(url: UrlText, { rule }: Facts): Generator<Variant<string>> {
  const text = pathAndQuery(url);
  // The letters of an escape belong to no word.
  const letters = text.replaceAll(/%[\da-f]{2}/gi, "%00");
  for (const { index } of [...letters.matchAll(/(?<=[a-z])(?=[a-z])/gi)].slice(0, MOST_PLACES)) {
    const [word = ""] = /[a-z]*$/i.exec(letters.slice(0, index)) ?? [];
    const [rest = ""] = /^[a-z]*/i.exec(letters.slice(index)) ?? [];
    yield {
      value: rule(withPathAndQuery(url, `${text.slice(0, index)}-${text.slice(index)}`)),
      detail: `“${`${word}-${rest}`.slice(0, 60)}” was signed, “${(word + rest).slice(0, 60)}” sent.`,
      weight: RARE,
      telling: OF_HYPHENS,
    };
  }
}
