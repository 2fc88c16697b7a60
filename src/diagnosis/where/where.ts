import type { Group } from "../../mistakes/mistake";
import type { SigningRequest, UrlText } from "../../signing/types";
import { cutQuery, escapeText, joinUrl } from "../../signing/url-text";
import type { Explained, ExplainedMistake } from "../diagnosis";
import { bareOf, cutPieces } from "./align";
import { compareStrings, type StringRow } from "./strings";

/** A run of characters of the URL as typed, in UTF-16 units, and the number of the mistake that it shows, from 1. */
export interface Run {
  readonly start: number;
  readonly end: number;
  readonly mistake: number;
}

/** A parameter of the URL as typed, by its place in the query, and what happened to it, in a few words. */
export interface MarkedOption {
  readonly index: number;
  readonly words: string;
}

/** Where the mistakes of an explanation are to be seen. */
export interface Where {
  readonly runs: readonly Run[];
  readonly options: readonly MarkedOption[];
  /** What was signed beside what was sent; empty where both are the same, or the string was no message. */
  readonly strings: readonly StringRow[];
}

/** Marks an explanation's mistakes in the URL as typed, in its parameters, and in the two strings. */
export function locate(request: SigningRequest, { mistakes, signed, shouldBe, digits }: Explained): Where {
  const strings = signed === null || signed === shouldBe ? [] : compareStrings(signed, shouldBe);
  const places = placesOf(request);
  const runs = [
    ...differences(strings, places, request, mistakes),
    ...wrongDigits(request, mistakes, digits),
  ];
  return { runs: merged(runs), options: optionsOf(request.typed, strings, mistakes), strings };
}

/** For each character of the string to sign, where it stands in the URL as typed; absent where it was added. */
type Places = ReadonlyMap<number, { readonly start: number; readonly end: number }>;

function placesOf({ typed, signingString }: SigningRequest): Places {
  const pathAt = typed.origin.length;
  const sources = [{ text: typed.path, start: pathAt }];
  let at = pathAt + typed.path.length;
  for (const { text } of typed.query === null ? [] : cutQuery(typed.query)) {
    sources.push({ text, start: at + 1 });
    at += text.length + 1;
  }
  const places = new Map<number, { start: number; end: number }>();
  let next = 0;
  for (const piece of cutPieces(signingString)) {
    const bare = bareOf(piece);
    const found = sources.findIndex(
      (source, index) => index >= next && asSent(source.text).text.startsWith(bare),
    );
    const source = sources[found];
    if (!source) continue;
    next = asSent(source.text).text === bare ? found + 1 : found;
    const delimiter = piece.text.length - bare.length;
    if (delimiter > 0) places.set(piece.start, { start: source.start - 1, end: source.start });
    for (const [index, place] of asSent(source.text).places.slice(0, bare.length).entries())
      places.set(piece.start + delimiter + index, {
        start: source.start + place.start,
        end: source.start + place.end,
      });
  }
  return places;
}

/** A text as it is sent (`prepareUrl`), and where each of its characters comes from. */
function asSent(text: string): { text: string; places: { start: number; end: number }[] } {
  let sent = "";
  const places: { start: number; end: number }[] = [];
  let at = 0;
  for (const char of text) {
    const form = /[\t\n\r]/.test(char) ? "" : /[\x21-\x7e]/.test(char) ? char : escapeText(char);
    for (let unit = 0; unit < form.length; unit++) places.push({ start: at, end: at + char.length });
    sent += form;
    at += char.length;
  }
  return { text: sent, places };
}

/** What was sent and not signed, and what stands beside it in the URL and was signed too. */
function differences(
  strings: readonly StringRow[],
  places: Places,
  { typed }: SigningRequest,
  mistakes: readonly ExplainedMistake[],
): Run[] {
  const url = joinUrl(typed);
  const runs: Run[] = [];
  let end = 0;
  let surplus = "";
  // What was signed beyond what is sent may stand there all the same: the host before the path, what follows a “#”.
  const close = (row: StringRow, start: number) => {
    const { length } = surplus;
    const mistake = mistakeOf(row, mistakes);
    if (length > 0 && url.slice(start - length, start) === surplus)
      runs.push({ start: start - length, end: start, mistake });
    else if (length > 0 && url.slice(end, end + length) === surplus)
      runs.push({ start: end, end: end + length, mistake });
    surplus = "";
  };
  for (const row of strings) {
    const [before, after] = surplusOf(row);
    surplus += before;
    for (const { text, isSame, start } of row.sent) {
      const from = places.get(start);
      const to = places.get(start + text.length - 1);
      if (!from || !to) continue;
      if (isSame) close(row, from.start);
      else runs.push({ start: from.start, end: to.end, mistake: mistakeOf(row, mistakes) });
      end = to.end;
    }
    surplus += after;
  }
  const last = strings.at(-1);
  if (last) close(last, -1);
  return runs;
}

/** What of a row was signed and not sent: before all that is in both, and behind it. */
function surplusOf({ signed }: StringRow): [before: string, after: string] {
  const first = signed.findIndex(({ isSame }) => isSame);
  const last = signed.findLastIndex(({ isSame }) => isSame);
  const text = (from: number, to?: number) =>
    signed
      .slice(from, to)
      .map((stretch) => stretch.text)
      .join("");
  return first < 0 ? [text(0), ""] : [text(0, first), text(last + 1)];
}

const OF_STRINGS: readonly Group[] = ["scope", "encoding", "change"];

/** Which mistake shows in a row: a lone parameter is one of its own, a respelled one another. */
function mistakeOf({ change }: StringRow, mistakes: readonly ExplainedMistake[]): number {
  const numbers = (isFit: (mistake: ExplainedMistake) => boolean) =>
    mistakes.flatMap((mistake, index) =>
      OF_STRINGS.includes(mistake.group) && isFit(mistake) ? [index + 1] : [],
    );
  const [likely] = numbers(({ id, group }) =>
    change === "missing"
      ? /parameter|signature|path-only|query-only/.test(id)
      : change === "moved"
        ? /reordered/.test(id)
        : group !== "scope" && !/parameter/.test(id),
  );
  return likely ?? numbers(() => true)[0] ?? 1;
}

/** The digits, where their form, their place or their making is at fault; of mistyped ones those alone. */
function wrongDigits(
  { found, typed }: SigningRequest,
  mistakes: readonly ExplainedMistake[],
  digits: string,
): Run[] {
  if (!found) return [];
  return mistakes.flatMap(({ group, wrong }, index): Run[] => {
    const run = (from: number, to: number) => ({
      start: found.start + from,
      end: found.start + to,
      mistake: index + 1,
    });
    if (wrong && found.text === digits) return wrong.map((at) => run(at, at + 1));
    if (group !== "form" && group !== "digest") return [];
    // “sha1=” and the like stand before the digits, or behind them.
    const hex = /[0-9a-f]{40,}/.exec(found.text);
    if (group === "form" && hex && hex[0] !== found.text)
      return [run(0, hex.index), run(hex.index + hex[0].length, found.text.length)];
    return [
      { ...run(0, found.text.length), end: Math.min(joinUrl(typed).length, found.start + found.text.length) },
    ];
  });
}

/** In the order of the text; runs of one mistake that touch are one, and none lies over another. */
function merged(runs: readonly Run[]): Run[] {
  const result: Run[] = [];
  for (const run of [...runs].sort((a, b) => a.start - b.start || a.mistake - b.mistake)) {
    const last = result.at(-1);
    if (run.end <= run.start || run.start < 0) continue;
    if (!last || run.start > last.end || (run.start === last.end && run.mistake !== last.mistake))
      result.push(run);
    else if (run.end > last.end)
      if (run.mistake === last.mistake) result[result.length - 1] = { ...last, end: run.end };
      else result.push({ ...run, start: last.end });
  }
  return result;
}

/** What happened to each parameter, read from the rows of both strings. */
function optionsOf(
  { query }: UrlText,
  strings: readonly StringRow[],
  mistakes: readonly ExplainedMistake[],
): MarkedOption[] {
  const parameters = cutQuery(query ?? "").map(({ text }) => asSent(text).text);
  const options: MarkedOption[] = [];
  let next = 0;
  for (const row of strings) {
    const bare = row.sent
      .map(({ text }) => text)
      .join("")
      .replace(/^[?&#]/, "");
    const index = parameters.indexOf(bare, next);
    if (bare === "" || index < 0) continue;
    next = index + 1;
    const words = wordsOf(row, mistakes[mistakeOf(row, mistakes) - 1]);
    if (words !== "") options.push({ index, words });
  }
  return options;
}

function wordsOf({ change, signed }: StringRow, mistake: ExplainedMistake | undefined): string {
  if (change === "same") return "";
  if (change === "moved") return "signed elsewhere";
  if (change === "missing") return mistake?.group === "change" ? "added after signing" : "not signed";
  const was = signed
    .map(({ text }) => text)
    .join("")
    .replace(/^[?&#]?[^=]*=?/, "");
  return was === "" ? "signed empty" : was.length <= 24 ? `signed as ${was}` : "signed otherwise";
}
