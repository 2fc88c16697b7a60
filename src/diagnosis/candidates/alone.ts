import type { Message, Mistake } from "../../mistakes/mistake";
import { commonEnds } from "../text-diff/diff";
import type { Node } from "./nodes";
import { undoneIn } from "./undone";

/**
 * What each mistake of a string had made of the right one by itself, so that its place and its line of code can be told apart from
 * the others'. Of a mistake made twice, and of bytes, nothing is said.
 */
export function eachAlone(
  { value, steps }: Node<Message>,
  singles: () => readonly Node<Message>[],
): ReadonlyMap<Mistake, string> {
  if (typeof value !== "string") return new Map();
  const [first, ...others] = steps;
  if (first && others.length === 0) return new Map([[first.mistake, value]]);
  const alone = new Map<Mistake, string>();
  for (const { mistake, detail } of steps) {
    if (steps.filter((step) => step.mistake === mistake).length > 1) continue;
    const ways = singles().flatMap((single) => {
      const [only, ...more] = single.steps;
      const isWay = only?.mistake === mistake && only.detail === detail && more.length === 0;
      return isWay && typeof single.value === "string" ? [single.value] : [];
    });
    const nearest = nearestTo(value, ways);
    if (nearest !== undefined) alone.set(mistake, nearest);
  }
  return alone;
}

/**
 * Whether each of three mistakes or more has left something of what it had put there by itself. Of two that is asked where they are
 * composed: another two may come to the same string.
 */
export function leavesTraces(
  base: Node<Message>,
  message: Node<Message>,
  singles: () => readonly Node<Message>[],
): boolean {
  const { value } = base;
  const signed = message.value;
  if (message.steps.length < 3 || typeof value !== "string" || typeof signed !== "string") return true;
  return [...eachAlone(message, singles).values()].every((alone) => !undoneIn(value, alone)(signed));
}

/** Of ways that are told in the same words, the one that has most in common with what was signed. */
function nearestTo(signed: string, ways: readonly string[]): string | undefined {
  let best: string | undefined;
  let most = -1;
  for (const way of ways) {
    const { start, end } = commonEnds(signed, way);
    const common = start + end;
    if (common > most) [best, most] = [way, common];
  }
  return best;
}
