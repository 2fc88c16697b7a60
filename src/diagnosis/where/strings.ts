import type { PartKind } from "../../signing/types";
import { diffText, type Segment } from "../diff";
import { type AlignedPair, alignStrings, bareOf, delimiterOf, nameOf, type Piece } from "./align";

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
  return differences(signed, sent)
    .filter(({ kind }) => kind !== skipped)
    .map(({ text, kind }) => ({ text, isSame: kind === "same" }));
}

/** Values up to this long are compared whole, unless they mean the same. */
const SHORT = 24;

function differences(signed: Piece, sent: Piece): readonly Segment[] {
  const [from, to] = [bareOf(signed), bareOf(sent)];
  const name = nameOf(signed);
  const isValue = name !== null && name === nameOf(sent) && decoded(from) !== decoded(to);
  const head = name === null ? 0 : name.length + 1;
  const [old, now] = [from.slice(head), to.slice(head)];
  const isShort = Math.max(old.length, now.length) <= SHORT;
  if (!isValue || !isShort || old === "" || now === "" || isPartOf(old, now)) return byEscape(from, to);
  return [
    { kind: "same", text: from.slice(0, head) },
    { kind: "removed", text: old },
    { kind: "added", text: now },
  ];
}

/** With a few characters more at an end, or with signs or escapes in it that stand for no letter or digit: then those alone differ. */
function isPartOf(a: string, b: string): boolean {
  const [short = "", long = ""] = [a, b].sort((one, other) => one.length - other.length);
  if (isNumber(a) && isNumber(b)) return false;
  let same = 0;
  while (same < short.length && short[same] === long[same]) same++;
  const rest = short.slice(same);
  if (!long.endsWith(rest)) return false;
  const surplus = long.slice(same, long.length - rest.length);
  const isAtEnd = long.startsWith(short) || long.endsWith(short);
  return (
    (isAtEnd && short.length > 2 && surplus.length <= 4) ||
    /^(?:%[0-9A-F]{2}|[^\w%]|«secret»)+$/i.test(surplus)
  );
}

const isNumber = (text: string) => /^\d[\d.,]*$/.test(text);

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return text;
  }
}

/** Compared with each escape as one character. */
function byEscape(from: string, to: string): Segment[] {
  const names = new Map<string, string>();
  const chars = new Map<string, string>();
  const pack = (text: string) =>
    text.replace(/%[0-9A-Fa-f]{2}/g, (triplet) => {
      const char = names.get(triplet) ?? String.fromCodePoint(0xf0000 + names.size);
      names.set(triplet, char);
      chars.set(char, triplet);
      return char;
    });
  const packed = slidLeft(diffText(pack(from), pack(to)));
  return packed.map(({ kind, text }) => ({
    kind,
    text: Array.from(text, (char) => chars.get(char) ?? char).join(""),
  }));
}

/** Of “=3D3” beside “=3”, “3D” is new as well as “D3”: what can be read so begins where it can begin first. */
function slidLeft(segments: readonly Segment[]): readonly Segment[] {
  const [before, change, after] = segments;
  if (segments.length !== 3 || before?.kind !== "same" || after?.kind !== "same" || !change) return segments;
  let by = 0;
  const text = before.text + change.text;
  while (by < before.text.length && text[before.text.length - 1 - by] === text[text.length - 1 - by]) by++;
  const at = before.text.length - by;
  return [
    { kind: "same" as const, text: text.slice(0, at) },
    { kind: change.kind, text: text.slice(at, at + change.text.length) },
    { kind: "same" as const, text: text.slice(at + change.text.length) + after.text },
  ].filter((segment) => segment.text !== "");
}
