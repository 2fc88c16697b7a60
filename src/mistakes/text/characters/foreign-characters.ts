import { percentDecode } from "../escapes";

/**
 * What a character that does not belong into a URL is. "unseen": it has no sign of its own, and text seldom needs it. "joiner": none either, but
 * some scripts and pictures need it. "mark": a quotation mark, a bracket or punctuation at an end. "other": any further one beyond ASCII.
 * "plain": a sign that may well belong there.
 */
export type Foreign = "unseen" | "joiner" | "space" | "percent" | "mark" | "other" | "plain";

/** Such characters, one after the other, in a text that is percent-encoded. */
export interface Run {
  /** Where it stands in the text, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  /** The characters, decoded. */
  readonly chars: string;
  /** What all of them are; of several kinds the last of the list above. */
  readonly kind: Foreign;
  /** Where it stands in its part: at its beginning, at its end, inside, or as all of it. */
  readonly place: "start" | "end" | "inside" | "whole";
}

const KINDS: readonly Foreign[] = ["unseen", "joiner", "space", "percent", "mark", "other"];

/** One UTF-8 character as escapes, or a “+”. @param percent how its “%” is written */
const escapesOf = (percent: string) => {
  const next = `${percent}[89ab][0-9a-f]`;
  const forms = ["[0-7][0-9a-f]", `[cd][0-9a-f]${next}`, `e[0-9a-f](?:${next}){2}`, `f[0-7](?:${next}){3}`];
  return new RegExp(`${percent}(?:${forms.join("|")})`, "gi");
};
const ONCE = escapesOf("%");
const TWICE = escapesOf("%25");
/** Raw ones: a quotation mark wherever it stands, and what no value needs at its end; a “+” is a space. */
const RAW = /[+"'`]|[<>()[\]{},;.|\\^](?=["'<>()[\]{}`,;.|\\^]*(?:&|$))/g;

const JOINERS = /^(?:\u200c|\u200d|\ufe0e|\ufe0f|\u3000)$/u;
/** One character that has no sign of its own. */
export const UNSEEN = /^[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Zs}\ufffd]$/u;
const MARK = /^(?:["'<>()[\]{}`,;.|\\^]|[^\P{P}!-~])$/u;

function kindOf(char: string): Foreign | null {
  if (char === " ") return "space";
  if (char === "%") return "percent";
  if (JOINERS.test(char)) return "joiner";
  if (UNSEEN.test(char)) return "unseen";
  if (MARK.test(char)) return "mark";
  return char > "\u007f" ? "other" : null;
}

/** The runs of such characters in a path and query, in their order: all that touch each other are one, but each “other” is one by itself. */
export function foreignRuns(text: string): Run[] {
  const once = [...text.matchAll(ONCE)].map((match) => single(match, match[0]));
  const twice = [...text.matchAll(TWICE)].map((match) => single(match, match[0].replaceAll(/%25/g, "%")));
  const raw = [...text.matchAll(RAW)].map((match) => single(match, isSpace(text, match) ? " " : match[0]));
  // Of “%2520” the “%25” is no character by itself.
  const isWithin = ({ start }: Single) => twice.some((other) => other.kind && other.start === start);
  const all = [...once.filter((one) => !isWithin(one)), ...twice, ...raw]
    .filter(({ kind }) => kind !== null)
    .sort((a, b) => a.start - b.start);
  const runs: Omit<Run, "place">[] = [];
  for (const { start, end, chars, kind } of all) {
    const last = runs.at(-1);
    if (!kind || start < (last?.end ?? 0)) continue;
    if (last?.end !== start || kind === "other" || last.kind === "other")
      runs.push({ start, end, chars, kind });
    else
      runs[runs.length - 1] = {
        ...last,
        end,
        chars: last.chars + chars,
        kind: KINDS[Math.max(KINDS.indexOf(last.kind), KINDS.indexOf(kind))] ?? kind,
      };
  }
  return runs.map((run) => ({ ...run, place: placeOf(text, run) }));
}

interface Single {
  readonly start: number;
  readonly end: number;
  readonly chars: string;
  readonly kind: Foreign | null;
}

function single({ index, 0: written }: RegExpMatchArray, escapes: string): Single {
  const chars = percentDecode(escapes);
  const start = index ?? 0;
  return { start, end: start + written.length, chars, kind: kindOf(chars) };
}

/** Every sign of ASCII that URLs have of right, each by itself: raw ones, and a plus, which in a query is escaped. */
export function plainRuns(text: string): Run[] {
  const all = [...text.matchAll(/[-._~!$'()*,:;@|+]|%2B/gi)].filter((match) => !isSpace(text, match));
  return all.map(({ index, 0: written }) => {
    const chars = written.length > 1 ? "+" : written;
    const run = { start: index, end: index + written.length, chars, kind: "plain" as const };
    return { ...run, place: placeOf(text, run) };
  });
}

/** A “+” in a query is a space, and one in a path is a plus. */
function isSpace(text: string, { index, 0: written }: RegExpExecArray): boolean {
  const asked = text.indexOf("?");
  return written === "+" && asked >= 0 && index > asked;
}

function placeOf(text: string, { start, end }: { start: number; end: number }): Run["place"] {
  const isFirst = start === 0 || /[/?&=]/.test(text.charAt(start - 1));
  const isLast = end === text.length || /[/?&=]/.test(text.charAt(end));
  if (isFirst) return isLast ? "whole" : "start";
  return isLast ? "end" : "inside";
}

/** Runs without anything between them: what is read in a wrong charset becomes several characters. */
export function touching(runs: readonly Run[]): Run[][] {
  const groups: Run[][] = [];
  for (const run of runs)
    if (groups.at(-1)?.at(-1)?.end === run.start) groups.at(-1)?.push(run);
    else groups.push([run]);
  return groups.filter((group) => group.length > 1);
}
