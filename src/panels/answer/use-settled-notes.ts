import { useEffect, useState } from "react";
import { typingRun } from "../../session/undo-stack";
import type { Note } from "../../signing/types";

/** Milliseconds without a key after which a URL counts as typed: “width=” gets its value until then. */
const PAUSE = 1_000;

const kindsOf = (notes: readonly Note[]) => notes.map(({ kind }) => kind);

/**
 * The notes that are settled. While the URL is typed none comes that was not there before: the next key might take it away, and each
 * moves all that stands below. What is no longer so goes at once.
 */
export function useSettledNotes(pasted: string, notes: readonly Note[]): readonly Note[] {
  // `kinds`: those that were shown when typing began; `null` while it rests.
  const [last, setLast] = useState<{
    readonly pasted: string;
    readonly notes: readonly Note[];
    readonly kinds: readonly string[] | null;
  }>({ pasted, notes, kinds: null });
  if (last.pasted !== pasted) {
    const isTyped = typingRun(last.pasted, pasted) !== null;
    setLast({ pasted, notes, kinds: isTyped ? (last.kinds ?? kindsOf(last.notes)) : null });
  } else if (last.notes !== notes) setLast({ ...last, notes });
  const { kinds } = last;
  const isTyped = kinds !== null;
  useEffect(() => {
    if (!isTyped) return;
    const rest = () => setLast((now) => (now.pasted === pasted ? { ...now, kinds: null } : now));
    const timer = setTimeout(rest, PAUSE);
    return () => clearTimeout(timer);
  }, [isTyped, pasted]);
  return kinds === null ? notes : notes.filter(({ kind }) => kinds.includes(kind));
}
