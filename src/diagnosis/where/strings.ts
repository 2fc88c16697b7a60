import type { PartKind } from "../../signing/types";
import { type AlignedPair, alignStrings, bareOf, delimiterOf, nameOf, type Piece } from "./align";
import { segmentsOf } from "./segments";

/** A stretch of one of two strings, and whether the other has it. */
export interface Stretch {
  readonly text: string;
  readonly isSame: boolean;
  readonly part: PartKind;
  /** Where it stands in its string, in UTF-16 units. */
  readonly start: number;
}

/** A row of both strings; a side is empty where it has nothing there. */
export interface StringRow {
  readonly change: AlignedPair["change"];
  readonly name: string;
  readonly signed: readonly Stretch[];
  readonly sent: readonly Stretch[];
}

/** What was signed and what was sent, row by row; the stretches of a side, joined, are its string. */
export function compareStrings(signed: string, sent: string): StringRow[] {
  const rows = alignStrings(signed, sent);
  const left = stretchesOf(rows, "signed");
  const right = stretchesOf(rows, "sent");
  return rows.map((row, index) => ({
    change: row.change,
    name: nameIn(row),
    signed: left[index] ?? [],
    sent: right[index] ?? [],
  }));
}

function nameIn({ signed, sent }: AlignedPair): string {
  const piece = sent ?? signed;
  return piece ? (nameOf(piece) ?? bareOf(piece)) : "";
}

type Side = "signed" | "sent";

function stretchesOf(rows: readonly AlignedPair[], side: Side): Stretch[][] {
  const other: Side = side === "signed" ? "sent" : "signed";
  const isAsked = rows.some((row) => isQuery(row[other]));
  const first = rows.findIndex((row) => isQuery(row[side]));
  // Of “?a=1&b=2” without its first parameter, “a=1&” is gone.
  let takesNext = false;
  return rows.map((row, index) => {
    const piece = row[side];
    if (!piece) return [];
    const isGone = row.change === "missing" || row.change === "moved";
    const isFirst = index === first && isAsked;
    const keepsDelimiter = !takesNext && (isGone ? isFirst : isSameDelimiter(row));
    takesNext = isGone && (takesNext || isFirst);
    return cutStretches(row, piece, side, keepsDelimiter);
  });
}

function isPath(piece: Piece): boolean {
  return /^(?:\/|[a-z]+:\/\/)/i.test(piece.text) || nameOf(piece) === null;
}

function isQuery(piece: Piece | null): boolean {
  return piece !== null && (delimiterOf(piece) !== "" || !isPath(piece));
}

/** “?” and “&” say only which parameter is the first. */
function isSameDelimiter({ signed, sent }: AlignedPair): boolean {
  if (!signed || !sent) return true;
  const [old, now] = [delimiterOf(signed), delimiterOf(sent)];
  return old === now || ((old === "&" || now === "&") && !`${old}${now}`.includes("#"));
}

function cutStretches(row: AlignedPair, piece: Piece, side: Side, delimiterIsSame: boolean): Stretch[] {
  const delimiter = delimiterOf(piece);
  const stretches: Stretch[] = [];
  let { start } = piece;
  const add = (text: string, isSame: boolean, part: PartKind) => {
    if (text !== "") stretches.push({ text, isSame, part, start });
    start += text.length;
  };
  add(delimiter, delimiterIsSame, delimiter === "&" ? "query" : "delimiter");
  for (const { text, isSame } of contentOf(row, piece, side))
    for (const [kind, run] of partsOf(text, piece, start)) add(run, isSame, kind);
  return stretches;
}

/** In front of a path a host may stand. */
function partsOf(text: string, piece: Piece, start: number): [PartKind, string][] {
  if (delimiterOf(piece) !== "" || !isPath(piece)) return [["query", text]];
  const origin = /^[a-z]+:\/\/[^/]*/i.exec(piece.text)?.[0].length ?? 0;
  const cut = Math.max(0, origin - (start - piece.start));
  return [
    ["origin", text.slice(0, cut)],
    ["path", text.slice(cut)],
  ];
}

function contentOf(row: AlignedPair, piece: Piece, side: Side): readonly { text: string; isSame: boolean }[] {
  const { signed, sent, change } = row;
  if (change !== "changed" || !signed || !sent) return [{ text: bareOf(piece), isSame: change === "same" }];
  const skipped = side === "signed" ? "added" : "removed";
  return segmentsOf(signed, sent)
    .filter(({ kind }) => kind !== skipped)
    .map(({ text, kind }) => ({ text, isSame: kind === "same" }));
}
