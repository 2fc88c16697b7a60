import type { Mistake } from "../mistake";
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
    yield* inQueryAndPath(url, once, undefined, LIKELY);
  },
};

const DOUBLED = /(["']|%2[27])\1/g;
