import type { Key, Variant } from "../mistake";
import { LESS_LIKELY, SINGLE_ONLY } from "../weights";

/** Longer secrets have too many places. */
const MOST_PLACES = 128;

/** The key with each of these texts at each place inside it. */
export function* withInside(
  key: string,
  texts: readonly (readonly [text: string, name: string])[],
): Generator<Variant<Key>> {
  const chars = [...key];
  if (chars.length > MOST_PLACES) return;
  for (let at = 1; at < chars.length; at++) {
    const start = chars.slice(0, at).join("");
    const end = chars.slice(at).join("");
    for (const [text, name] of texts) {
      const detail = `${name} after ${at} of its ${chars.length} characters.`;
      yield { value: start + text + end, detail, weight: SINGLE_ONLY + LESS_LIKELY };
    }
  }
}
