import { diffChars } from "diff";

/** A stretch of text that stands in both texts, only in the first (removed), or only in the second (added). */
export interface Segment {
  readonly kind: "same" | "removed" | "added";
  readonly text: string;
}

/** Comparing middles longer than this, or with more edits, costs too much: they are shown as one replaced stretch. */
const LONGEST = 4000;
const MOST_EDITS = 400;

/** Character by character how `from` becomes `to`. Joined without `added` it is `from`, without `removed` it is `to`. */
export function diffText(from: string, to: string): Segment[] {
  const a = [...from];
  const b = [...to];
  const { start, end } = commonEnds(a, b);
  const middle = diffMiddle(a.slice(start, a.length - end).join(""), b.slice(start, b.length - end).join(""));
  const segments: Segment[] = [
    { kind: "same", text: a.slice(0, start).join("") },
    ...middle,
    { kind: "same", text: a.slice(a.length - end).join("") },
  ];
  return segments.filter(({ text }) => text !== "");
}

/** How many characters two texts share at their start, and at the end of what is left: UTF-16 units of texts, or the elements of lists. */
export function commonEnds(a: ArrayLike<string>, b: ArrayLike<string>): { start: number; end: number } {
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && a[start] === b[start]) start++;
  let end = 0;
  while (end < shorter - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  return { start, end };
}

/** What `diffText` found, as the one text and as the other. */
export function sidesOf(from: string, to: string): readonly [from: Segment[], to: Segment[]] {
  const segments = diffText(from, to);
  return [segments.filter(({ kind }) => kind !== "added"), segments.filter(({ kind }) => kind !== "removed")];
}

function diffMiddle(from: string, to: string): Segment[] {
  const replaced: Segment[] = [
    { kind: "removed", text: from },
    { kind: "added", text: to },
  ];
  if (from === "" || to === "" || from.length > LONGEST || to.length > LONGEST) return replaced;
  const changes = diffChars(from, to, { maxEditLength: MOST_EDITS });
  if (!changes) return replaced;
  return withoutChance(
    changes.map(({ value, added, removed }) => ({
      kind: added ? "added" : removed ? "removed" : "same",
      text: value,
    })),
  );
}

/** Shorter stretches that two different texts share, they share by chance. */
const SHORTEST_SAME = 3;
/** Beside a shorter change, as of a letter's case, every character in common tells something. */
const LONG_CHANGE = 3;

/** A short stretch between two changes belongs to both, and changes that touch are one. */
function withoutChance(segments: readonly Segment[]): Segment[] {
  const merged: Segment[] = [];
  let removed = "";
  let added = "";
  const flush = () => {
    if (removed !== "") merged.push({ kind: "removed", text: removed });
    if (added !== "") merged.push({ kind: "added", text: added });
    removed = added = "";
  };
  for (const [at, { kind, text }] of segments.entries()) {
    const isInside = at < segments.length - 1 && Math.max(removed.length, added.length) >= LONG_CHANGE;
    if (kind === "removed") removed += text;
    else if (kind === "added") added += text;
    else if (isInside && text.length < SHORTEST_SAME) {
      removed += text;
      added += text;
    } else {
      flush();
      merged.push({ kind, text });
    }
  }
  flush();
  return merged;
}
