import type { SigningRequest, UrlText } from "../../signing/types";
import { cutQuery } from "../../signing/url-text";
import type { ExplainedMistake } from "../diagnosis";
import { signedAlike } from "./alike";
import { mistakeOf } from "./mistake-of";
import { asSent } from "./places";
import type { Stretch, StringRow } from "./strings";

/** A parameter of the URL as typed, by its place in the query, and what happened to it, in a few words. */
export interface MarkedOption {
  readonly index: number;
  readonly words: string;
}

/** What happened to each parameter, read from the rows of both strings. */
export function optionsOf(
  { query }: UrlText,
  strings: readonly StringRow[],
  mistakes: readonly ExplainedMistake[],
): MarkedOption[] {
  const parameters = cutQuery(query ?? "").map(({ text }) => asSent(text).text);
  const options: MarkedOption[] = [];
  let next = 0;
  for (const [at, row] of strings.entries()) {
    const bare = textOf(row.sent).replace(/^[?&#]/, "");
    const index = parameters.indexOf(bare, next);
    if (bare === "" || index < 0) continue;
    next = index + 1;
    const words = wordsOf(row, strings[at + 1], mistakes[mistakeOf(row, mistakes) - 1]);
    if (words !== "") options.push({ index, words });
  }
  return options;
}

/** Whether it stands before the signature’s name, so that nobody reads that. */
export function isNameEscaped(
  { id, escapesName }: ExplainedMistake,
  found: SigningRequest["found"],
): boolean {
  return escapesName === true && id === found?.misplaced;
}

/** What is wrong with the parameter in which the signature stands; `null` where nothing is, or it stands elsewhere. */
export function signatureOption(
  { found, typed }: SigningRequest,
  mistakes: readonly ExplainedMistake[],
): MarkedOption | null {
  let end = typed.origin.length + typed.path.length;
  const index = cutQuery(typed.query ?? "").findIndex(({ text }) => {
    end += text.length + 1;
    return found !== null && found.start < end;
  });
  const mistake = mistakes.find(
    (told) => told.wrong || told.group === "form" || told.group === "digest" || isNameEscaped(told, found),
  );
  if (!found || !mistake || index < 0 || found.start < typed.origin.length + typed.path.length) return null;
  return { index, words: signatureWords(mistake, found.misplaced) };
}

function signatureWords(
  { id, group, wrong, cutsSignature, escapesName }: ExplainedMistake,
  misplaced: string | null,
): string {
  if (wrong) return wrong.length === 1 ? "one digit is wrong" : `${wrong.length} digits are wrong`;
  if (escapesName) return "escaped for HTML";
  if (cutsSignature) return "cut short";
  if (id === misplaced) return "in the wrong place";
  return group === "digest" ? "computed otherwise" : "written otherwise";
}

function wordsOf(
  { change, signed, sent }: StringRow,
  next: StringRow | undefined,
  mistake: ExplainedMistake | undefined,
): string {
  if (change === "same") return "";
  if (change === "moved") return "signed elsewhere";
  if (change === "missing")
    return mistake?.group === "change" && !mistake.isDoubtful ? "added after signing" : "not signed";
  const [was, is] = [parameterOf(signed), parameterOf(sent)];
  if (isTorn(next)) return "signed otherwise";
  const name = signedAlike(is.name, was.name);
  if (name !== null) return `name ${name}`;
  const value = was.name === is.name ? signedAlike(is.value ?? "", was.value ?? "") : null;
  if (value !== null) return value;
  if (was.name !== is.name)
    return was.value === is.value && was.name.length <= LONGEST
      ? `name signed as ${was.name}`
      : "signed otherwise";
  if (was.value === null) return "signed without a value";
  return was.value === ""
    ? "signed empty"
    : was.value.length <= LONGEST
      ? `signed as ${was.value}`
      : "signed otherwise";
}

const LONGEST = 24;

function textOf(stretches: readonly Stretch[]): string {
  return stretches.map(({ text }) => text).join("");
}

function parameterOf(stretches: readonly Stretch[]): { name: string; value: string | null } {
  const text = textOf(stretches).replace(/^[?&#]/, "");
  const at = text.indexOf("=");
  return at < 0 ? { name: text, value: null } : { name: text.slice(0, at), value: text.slice(at + 1) };
}

/** Where a value was signed with a delimiter in it, what comes next is the rest of it, and no parameter. */
function isTorn(next: StringRow | undefined): boolean {
  return next?.change === "missing" && next.sent.length === 0 && !/^&[^=]+=/.test(textOf(next.signed));
}
