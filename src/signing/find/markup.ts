import { cutAt } from "../url-text";
import { goesOn } from "./apostrophes";

/** A word as its markup closes it. */
interface Closed {
  readonly own: string;
  readonly where: Where;
}

type Where = "the pasted text" | "markup" | "a row of cells";

interface Markup {
  /** What stands before the URL. */
  readonly opens: RegExp;
  /** The part of the word that is the URL. */
  readonly own: (word: string) => string;
  /** Where it is no markup. */
  readonly where?: Where;
}

/** The first row that fits decides. */
const MARKUP: readonly Markup[] = [
  // BBCode: [url=…] and [img]…[/img]
  { opens: /\[[a-z]{1,12}=$/i, own: (word) => before(word, "]") },
  { opens: /\[[a-z]{1,12}(?:[= ][^\]\n]{0,60})?\]$/i, own: (word) => before(word, "[/") },
  // MediaWiki, DokuWiki, Org: [[url|text]], [[url][text]], {{url}}
  { opens: /\[\[$/, own: (word) => before(before(before(word, "]]"), "]["), "|") },
  { opens: /\{\{$|\{\{[^{}\n]*[|=]$/, own: (word) => before(before(word, "}}"), "|") },
  // Jira: {noformat}…{noformat}
  { opens: /\{[a-z]{4,10}\}$/, own: (word) => word.replace(/\{[a-z]{4,10}\}.*$/s, "") },
  // Jira: [text|url], and tables: |url|
  { opens: /\|$/, own: (word) => before(closedBy(word, "[", "]"), "|") },
  // Textile and Jira: !url!, !url|width=300!
  {
    opens: /!$/,
    own: (word) => before(word.includes("!") ? word.slice(0, word.lastIndexOf("!")) : word, "|"),
  },
  // and [url|url|smart-link]
  { opens: /\[$/, own: (word) => closedBy(word, "[", "]").replace(/\|(?:https?:|smart-).*$/is, "") },
  // A string as code has it: “\n” is written as two characters.
  { opens: /\\[nrt]$/, own: (word) => word.replace(/\\[nrt].*$/s, ""), where: "the pasted text" },
  {
    opens: /\p{Extended_Pictographic}\ufe0f?$/u,
    own: (word) => word.replace(/\p{Extended_Pictographic}.*$/su, ""),
    where: "the pasted text",
  },
  // Brackets of typography and of Chinese and Japanese.
  {
    opens: /(?![([{])\p{Ps}$/u,
    own: (word) => word.replace(/(?![)\]}])\p{Pe}.*$/su, ""),
    where: "the pasted text",
  },
  { opens: /—$/, own: (word) => before(word, "—"), where: "the pasted text" },
  { opens: /\{$/, own: (word) => closedBy(word, "{", "}") },
  { opens: /\*+$/, own: (word) => word.replace(/\*{1,3}[.,;:!?)]{0,3}$/, "") },
  { opens: /~+$/, own: (word) => word.replace(/~{1,3}[.,;:!?)]{0,3}$/, "") },
  { opens: /(?:^|[\s(])_{1,3}$/, own: (word) => word.replace(/_{1,3}[.,;:!?)]{0,3}$/, "") },
  // A link of a terminal (OSC 8), also where its control characters were lost.
  {
    opens: /\]8;[^;\s]*;$/,
    own: (word) => before(before(before(word, "\u001b"), "\u0007"), "\\"),
  },
  // A field of CSV that holds a comma is written in quotes.
  { opens: /,$/, own: (word) => field(word, ","), where: "a row of cells" },
  { opens: /;$/, own: (word) => field(word, ";"), where: "a row of cells" },
];

/**
 * @param before what stands before the word
 * @param word to the next white space, quote or angle bracket
 * @param text the same with all that follows
 */
export function closedByMarkup(before: string, word: string, text: string): Closed {
  const end = before.slice(-100);
  if (end.endsWith("(")) return { own: closedBy(word, "(", ")"), where: "the pasted text" };
  const label = labelled(end, word, text);
  if (label !== null) return { own: label, where: "markup" };
  const markup = MARKUP.find(({ opens }) => opens.test(end));
  if (markup) return { own: markup.own(word), where: markup.where ?? "markup" };
  return { own: firstField(untilSentence(word)), where: "the pasted text" };
}

/** AsciiDoc: `url[text]`. A URL may have brackets of its own, but no text with spaces in them. */
function labelled(end: string, word: string, text: string): string | null {
  const at = word.indexOf("[");
  if (at < 0) return null;
  const label = /^\[([^[\]=&\n]{0,200})\](?![=&[\w])/.exec(text.slice(at, at + 210));
  if (!label) return null;
  const isLabel = /[\s,]/.test(label[1] ?? "") || /(?:image|link|video|xref|include)::?$/.test(end);
  return isLabel ? word.slice(0, at) : null;
}

/** Chinese and Japanese put no space behind a sentence. What follows it is no URL, unless it has a parameter or an escape. */
function untilSentence(word: string): string {
  const end = /(?<=[\w/=%-])[。！？，；、）」』】》](?=[^&=%/?#]*$)/.exec(word);
  return end ? word.slice(0, end.index) : word;
}

/** The first field of a line of CSV, where the next is a status; numbers with commas may be a value. */
function firstField(word: string): string {
  const status = /[^\d,],(?:[1-5]\d\d)(?:,|$)/.exec(word);
  return status && !goesOn(word.slice(status.index)) ? word.slice(0, status.index + 1) : word;
}

function before(word: string, closer: string): string {
  return cutAt(word, closer)[0];
}

/** The word up to the first separator that no parameter of it follows. */
function field(word: string, separator: string): string {
  for (let at = word.indexOf(separator); at >= 0; at = word.indexOf(separator, at + 1))
    if (!goesOn(word.slice(at + 1))) return word.slice(0, at);
  return word;
}

/** The word up to the bracket that was opened before it, behind which no parameter of it follows. */
export function closedBy(word: string, open: string, close: string): string {
  let depth = 0;
  for (let at = 0; at < word.length; at++) {
    if (word.charAt(at) === open) depth++;
    else if (word.charAt(at) === close && --depth < 0) {
      if (!goesOn(word.slice(at + 1))) return word.slice(0, at);
      depth = 0;
    }
  }
  return word;
}
