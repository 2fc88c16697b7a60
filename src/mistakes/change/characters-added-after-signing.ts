import type { UrlText } from "../../signing/types";
import { cutAt, cutQuery } from "../../signing/url-text";
import type { Mistake, Telling, Variant } from "../mistake";
import { HOST, SECRET } from "../sample";
import {
  type Foreign,
  foreignRuns,
  plainRuns,
  type Run,
  touching,
} from "../text/characters/foreign-characters";
import { runsInWords } from "../text/characters/foreign-words";
import { withoutHyphens } from "../text/divided-words";
import { pathAndQuery, withPathAndQuery } from "../text/path-and-query";
import { withoutShellSigns } from "../text/shell-signs";
import { TEXT_NAME } from "../text/values/text-names";
import { wholesOf } from "../text/whole";
import { EXPECTED, LIKELY, OFTEN, RARE, SELDOM, SHOWN } from "../weights";

export const charactersAddedAfterSigning: Mistake = {
  id: "characters-added-after-signing",
  group: "change",
  damages: true,
  title: "Characters came into the URL after it was signed.",
  why: "Text copied from a chat, Word, a web page or a mail brings characters that nobody sees, quotation marks and line breaks; code glues a quote, a space or a line feed to a URL. They are sent escaped.",
  fix: "Copy the link from where it was made, and in code cut such characters off before it is used.",
  example: {
    url: `${HOST}/a.jpg?width=200%E2%80%8B&height=100&signature={}`,
    secret: SECRET,
    signed: "/a.jpg?width=200&height=100",
  },
  nearMiss: {
    url: `${HOST}/a.jpg?width=200%E2%80%8B&height=100&signature={}`,
    secret: SECRET,
    signed: "/a.jpg?width=20&height=100",
  },
  *urls(url, { request, optionNames }) {
    yield* withoutShellSigns(url, request.typed);
    yield* withoutHyphens(url, (name) => optionNames.includes(name));
    const text = pathAndQuery(url);
    const runs = runsOf(text);
    const unseen = runs.filter(({ kind }) => kind === "unseen");
    const ends = runs.filter((run) => isAtEdge(run, text));
    yield* without(url, [unseen], EXPECTED);
    yield* without(url, [[...unseen, ...ends.filter((run) => !unseen.includes(run))]], LIKELY);
    if (unseen.length + ends.length > 1)
      yield* without(
        url,
        runs
          .filter((run) => unseen.includes(run) || ends.includes(run))
          .slice(0, MOST_APART)
          .map((run) => [run]),
        OFTEN,
      );
    const inside = runs.filter((run) => isOneOff(run, text) && !ends.includes(run));
    if (inside.length === 1) yield* without(url, [inside], SELDOM);
    const garbled = touching(runs).filter((group) => group.some((run) => unseen.includes(run)));
    yield* without(url, garbled.slice(0, MOST_APART), SELDOM);
  },
  *alone(url, { rule }) {
    yield* wholesOf(withoutHyphens(url), rule);
    const runs = runsOf(pathAndQuery(url));
    const each = runs.map((run) => [run]);
    const kinds: readonly Foreign[] = ["joiner", "space", "mark", "other"];
    const all = kinds.map((kind) => runs.filter((run) => run.kind === kind));
    yield* wholesOf(without(url, [...each, ...all, ...pairsAround(runs), ...touching(runs)], RARE), rule);
    yield* wholesOf(without(url, plainSigns(pathAndQuery(url)), RARE), rule);
  },
};

const MOST_RUNS = 40;
const MOST_APART = 8;

const runsOf = (text: string) => foreignRuns(text).slice(0, MOST_RUNS);

/** One plain sign, or all that are like it in one value, in the path, or in the whole text. */
function plainSigns(text: string): Run[][] {
  const runs = plainRuns(text).slice(0, MOST_RUNS);
  const sign = ({ chars }: Run) => chars.replace(")", "(");
  const inPart = (run: Run) => `${text.slice(0, run.start).match(/[?&]/g)?.length ?? 0} ${sign(run)}`;
  const several = [...alike(runs, inPart), ...alike(runs, sign)];
  return [...runs.map((run) => [run]), ...several];
}

/** Those of which this says the same, where they are two or more. */
function alike(runs: readonly Run[], of: (run: Run) => string): Run[][] {
  const all = [...new Set(runs.map(of))].map((key) => runs.filter((run) => of(run) === key));
  return all.filter((same) => same.length > 1);
}

/** Where nothing else is likely to have put it: a space or a quotation mark at an end, a bracket at the very end. */
function isAtEdge({ kind, place, chars, start, end }: Run, text: string): boolean {
  if (place === "inside" || kind === "percent" || kind === "other") return false;
  if (kind !== "mark" || /^["'“”‘’«»]+$/.test(chars)) return true;
  return end === text.length && place === "end" && start > 0;
}

/** At a “%25” that is the first “%” and the end, the line of a crontab ends as well. */
const isOneOff = ({ kind, start, end }: Run, text: string) =>
  kind === "percent" ? end < text.length || text.indexOf("%") < start : kind !== "unseen" && kind !== "other";

/** Two of a kind around a value or a name, as quotes and brackets stand. */
function pairsAround(runs: readonly Run[]): Run[][] {
  return runs.flatMap((run, index) => {
    const next = runs[index + 1];
    return run.place === "start" && next?.place === "end" ? [[run, next]] : [];
  });
}

/** The URL without the runs of each choice. */
function* without(
  url: UrlText,
  choices: readonly (readonly Run[])[],
  weight: number,
): Generator<Variant<UrlText>> {
  const text = pathAndQuery(url);
  for (const runs of choices) {
    if (runs.length === 0) continue;
    const detail = `Not signed: ${runsInWords(runs, text)}.`;
    const telling = tellingOf(runs, text);
    for (const left of leftOf(text, runs)) {
      const isParameter = left.length < text.length && runs.every(({ place }) => place === "whole");
      yield {
        value: withPathAndQuery(url, left),
        detail,
        weight: isParameter ? SHOWN : weight,
        telling,
      };
    }
  }
}

/** What is left of a text; where a parameter was all of such characters, also without its “&”. */
function leftOf(text: string, runs: readonly Run[]): string[] {
  let left = "";
  let at = 0;
  for (const { start, end } of [...runs].sort((a, b) => a.start - b.start)) {
    left += text.slice(at, start);
    at = end;
  }
  left += text.slice(at);
  const [path, query] = cutAt(left, "?");
  if (query === null) return [left];
  const isEmptied = runs.some(({ start, place }) => place === "whole" && /[?&]/.test(text.charAt(start - 1)));
  if (!isEmptied) return [left];
  const kept = cutQuery(query).filter((parameter) => parameter.text !== "");
  return [kept.length === 0 ? path : `${path}?${kept.map((parameter) => parameter.text).join("&")}`, left];
}

/** The digits fit two stories; which is the likelier, the characters tell. */
function tellingOf(runs: readonly Run[], text: string): Telling {
  const all = runs.map(({ chars }) => chars).join("");
  const [first] = runs;
  const isCut = first?.end === text.length && first.start === text.indexOf("%");
  const filters = /^[ -~]*$/.test(all) ? "a filter of input" : "a filter of input or a conversion to ASCII";
  const does = /^["']+$/.test(all)
    ? `${filters} does that, and a shell takes quotation marks away`
    : `${filters} does that`;
  const left = isCut ? `${does}, and the line of a crontab ends at a “%”` : does;
  const other = `they belong there, and the code that signed left them out: ${left}. The digits fit both.`;
  if (runs.every((run) => isLineBreak(run, text))) return OF_LINES;
  if (runs.every(({ kind }) => kind === "unseen"))
    return { title: UNSEEN, why: `${COPIED} Less likely, ${other}` };
  if (runs.every(({ kind }) => kind === "plain"))
    return { title: NOT_SIGNED, why: plainWords(runs, text), fix: CUT_OR_SIGN, mayBeMeant: true };
  const isOpen = runs.some(({ kind }) => kind === "other" || kind === "joiner");
  const why = `${isOpen ? "Either" : "Most likely"} they came into it after signing: ${GLUED} Or ${other}`;
  return { title: NOT_SIGNED, why, fix: CUT_OR_SIGN, mayBeMeant: true };
}

/** One inside of a text of several words or of markup, or of a parameter that is named as a text, which may well have lines. */
function isLineBreak({ chars, place, start, end }: Run, text: string): boolean {
  if (place !== "inside" || !/^[\r\n\t ]+$/.test(chars)) return false;
  if (/\n|\r/.test(chars) && NAMED_TEXT.test(text.slice(0, start))) return true;
  const value = /[^?&=]*$/.exec(text.slice(0, start))?.[0] + text.slice(end).replace(/&.*$/s, "");
  return /[+ <>{};]|%(?:20|3[bce]|7[bd])/i.test(value);
}

const NAMED_TEXT = new RegExp(`[?&]${TEXT_NAME}=[^&]*$`, "i");

const OF_LINES: Telling = {
  title: "Line breaks or tabs in a value of the URL were not signed.",
  why: "Either they belong there, as in HTML, CSS and other text of several lines, and the code that signed left them out. Or they came into it after signing, when the text was copied or laid out. The digits fit both.",
  fix: "Sign the text that is sent, line breaks and all; where they do not belong there, cut them off before it is signed and sent.",
  mayBeMeant: true,
};

/** Such signs may belong there or not. */
function plainWords(runs: readonly Run[], text: string): string {
  const isInNumber = runs.every(
    ({ start, end }) => /\d/.test(text[start - 1] ?? "") && /\d/.test(text[end] ?? ""),
  );
  const left = isInNumber
    ? "a number, a date or a list that was written in another form, as digits alone"
    : "code that cleans names or makes a slug does that";
  return `Either they belong there, and the code that signed left them out: ${left}. Or they came into it after signing, by code that formats what it shows or by a hand. The digits fit both.`;
}

const UNSEEN = "Characters that nobody sees came into the URL after it was signed.";
const CUT_OR_SIGN =
  "Copy the link from where it was made, and in code cut such characters off before it is used; or, where they belong there, sign the text that is sent.";
const NOT_SIGNED = "The URL has characters in it that were not signed.";
const COPIED =
  "Text copied from a chat, Word, a web page or a mail brings them along, and a template or a variable may end in a line feed. They are sent escaped.";
const GLUED =
  "text copied from a chat, Word, HTML or a mail brings spaces, quotation marks and brackets along, and code glues them to a URL.";
