import { unescapeText } from "../../signing/escapes";
import { commonPlaces } from "../text-diff/common-sequence";
import { diffText } from "../text-diff/diff";

/** The path or one parameter of a string, with the delimiter before it. */
export interface Piece {
  readonly text: string;
  /** Where it stands in its string, in UTF-16 units. */
  readonly start: number;
}

export type Difference = "same" | "changed" | "moved" | "missing";

/** What was signed beside what was sent: a piece of each, or of one alone. */
export interface AlignedPair {
  readonly signed: Piece | null;
  readonly sent: Piece | null;
  /** `missing`: in one alone; `moved`: at another place in the other. */
  readonly change: Difference;
}

/** A string at its delimiters; joined, the pieces are the string. */
export function cutPieces(text: string): Piece[] {
  return Array.from(text.matchAll(/[?&#]?[^?&#]+|[?&#]/g), (match) => ({
    text: match[0],
    start: match.index,
  }));
}

/** The `?` or `&` before a piece; empty for a path. */
export function delimiterOf({ text }: Piece): string {
  return /^[?&#]/.exec(text)?.[0] ?? "";
}

export function bareOf(piece: Piece): string {
  return piece.text.slice(delimiterOf(piece).length);
}

export function nameOf(piece: Piece): string | null {
  const bare = bareOf(piece);
  const at = bare.indexOf("=");
  return at < 0 ? null : bare.slice(0, at);
}

/** More pieces than this are compared at their place alone. */
const MOST_ALIGNED = 300;

/** Two strings side by side by parameter: the longest common sequence of pieces, and what lies between paired by name. */
export function alignStrings(signed: string, sent: string): AlignedPair[] {
  const before = cutPieces(signed);
  const after = cutPieces(sent);
  const rows: AlignedPair[] = [];
  let [at, to] = [0, 0];
  for (const [same, as] of [...samePlaces(before, after), [before.length, after.length] as const]) {
    rows.push(...pairUp(before.slice(at, same), after.slice(to, as)));
    const [old, now] = [before[same] ?? null, after[as] ?? null];
    if (old && now) rows.push({ signed: old, sent: now, change: "same" });
    [at, to] = [same + 1, as + 1];
  }
  return withMoves(rows);
}

/** The places of the pieces that both have in the same order; of many pieces those that are at the same place. */
function samePlaces(before: readonly Piece[], after: readonly Piece[]): [number, number][] {
  const isSame = (at: number, to: number) => {
    const [old, now] = [before[at], after[to]];
    return old !== undefined && now !== undefined && bareOf(old) === bareOf(now);
  };
  if (before.length > MOST_ALIGNED || after.length > MOST_ALIGNED)
    return before.flatMap((_, at): [number, number][] => (isSame(at, at) ? [[at, at]] : []));
  return commonPlaces(before.length, after.length, isSame);
}

/** What stands between two equal pieces: paired by name, else by likeness. */
function pairUp(before: readonly Piece[], after: readonly Piece[]): AlignedPair[] {
  const rows: AlignedPair[] = [];
  let rest = [...after];
  for (const old of before) {
    const now = rest.find((candidate) => isPair(old, candidate));
    const skipped = now ? rest.slice(0, rest.indexOf(now)) : [];
    for (const sent of skipped) rows.push({ signed: null, sent, change: "missing" });
    rows.push({ signed: old, sent: now ?? null, change: now ? "changed" : "missing" });
    if (now) rest = rest.slice(rest.indexOf(now) + 1);
  }
  for (const sent of rest) rows.push({ signed: null, sent, change: "missing" });
  return rows;
}

function isPair(old: Piece, now: Piece): boolean {
  const name = nameOf(old);
  if (name !== null && name === nameOf(now)) return true;
  const [a, b] = [bareOf(old), bareOf(now)];
  const [short = "", long = ""] = [a, b].sort((one, other) => one.length - other.length);
  if (/^\/|../.test(short) && (long.endsWith(short) || long.startsWith(short))) return true;
  // An escape is one character, and not three that are unlike.
  const [one, other] = [unescapeText(a), unescapeText(b)];
  const same = diffText(one, other).reduce(
    (sum, { kind, text }) => sum + (kind === "same" ? text.length : 0),
    0,
  );
  return same * 2 > Math.max(one.length, other.length);
}

/** A piece that the one lacks here and has elsewhere was moved. */
function withMoves(rows: readonly AlignedPair[]): AlignedPair[] {
  const lone = (side: "signed" | "sent") =>
    new Set(
      rows.flatMap((row) => {
        const piece = row.change === "missing" ? row[side] : null;
        return piece ? [bareOf(piece)] : [];
      }),
    );
  const [signed, sent] = [lone("signed"), lone("sent")];
  return rows.map((row) => {
    const piece = row.signed ?? row.sent;
    const isMoved =
      row.change === "missing" && piece !== null && signed.has(bareOf(piece)) && sent.has(bareOf(piece));
    return isMoved ? { ...row, change: "moved" } : row;
  });
}
