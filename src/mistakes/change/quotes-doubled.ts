import type { Mistake, Telling } from "../mistake";
import { HOST, SECRET } from "../sample";
import { inQueryAndPath } from "../text/respell";
import { LIKELY } from "../weights";

export const quotesDoubled: Mistake = {
  id: "quotes-doubled",
  group: "change",
  undoes: true,
  damages: true,
  title: "Each quotation mark stands twice in the URL, and was signed once.",
  why: "CSV files, SQL, Visual Basic and PowerShell write a quotation mark inside of quotation marks twice. Elsewhere both stay in the URL: it was copied out of such a place, or one that was written for it was never read from there.",
  fix: "Send the URL with each quotation mark once, as it was signed.",
  example: {
    url: `${HOST}/a.jpg?text=""Hi""&width=200&signature={}`,
    secret: SECRET,
    signed: '/a.jpg?text="Hi"&width=200',
  },
  nearMiss: {
    url: `${HOST}/a.jpg?text=""Hi""&width=200&signature={}`,
    secret: SECRET,
    signed: "/a.jpg?text='Hi'&width=200",
  },
  *urls(url) {
    // What doubles them doubles all.
    if (/["']|%2[27]/.test(`${url.path}?${url.query ?? ""}`.replaceAll(DOUBLED, ""))) return;
    const once = (text: string) => text.replaceAll(DOUBLED, "$1");
    for (const way of inQueryAndPath(url, once, undefined, LIKELY))
      yield { ...way, telling: /%2[27]/.test(`${url.path}${url.query}`) ? OF_VALUE : undefined };
  },
};

const DOUBLED = /(["']|%2[27])\1/g;

/** Where they are percent-encoded, the value most likely had both before the URL was made of it. */
const OF_VALUE: Telling = {
  why: "SQL and PowerShell write an apostrophe twice, CSV files and Visual Basic a quotation mark. Either the URL was made of a value that was escaped for such a place, and the string of the value itself; or they were doubled after signing. The digits fit both.",
  fix: "Escape a value only where it goes into SQL or such a file, and send the one that was signed.",
};
