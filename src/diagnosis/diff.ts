import { diffChars } from "diff";

/** A stretch that both texts share, or that only the first (removed) or the second (added) has. */
export interface DiffSegment {
  readonly kind: "same" | "removed" | "added";
  readonly text: string;
}

/** Beyond this many edits the differing middle is shown as one replacement: nobody reads it character by character. */
const MOST_EDITS = 400;

/**
 * The differences between two texts, character by character. The segments that are not `added`, joined, are `before`; those
 * that are not `removed` are `after`. What both begin and end with is cut off first, so that long texts cost little.
 */
export function diffText(before: string, after: string): DiffSegment[] {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  const segments: DiffSegment[] = [
    { kind: "same", text: before.slice(0, start) },
    ...diffMiddle(before.slice(start, before.length - end), after.slice(start, after.length - end)),
    { kind: "same", text: before.slice(before.length - end) },
  ];
  return segments.filter(({ text }) => text !== "");
}

function diffMiddle(before: string, after: string): DiffSegment[] {
  const changes = diffChars(before, after, { maxEditLength: MOST_EDITS });
  if (!changes) {
    return [
      { kind: "removed", text: before },
      { kind: "added", text: after },
    ];
  }
  return changes.map(({ removed, added, value }) => ({
    kind: removed ? "removed" : added ? "added" : "same",
    text: value,
  }));
}
