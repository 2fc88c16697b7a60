import { flushSync } from "react-dom";

/** More turns of the microtask queue than a signature takes where the browser computes it at once. */
const TURNS = 60;

/**
 * Renders `change` together with what `work` gives it, where that comes within this task: Chromium computes short HMACs at
 * once, and one rendering costs half of two. The task never ends before the rendering, so nothing older is ever painted.
 */
export async function settle(work: Promise<unknown>, change: () => void): Promise<void> {
  let ended = false;
  const end = () => {
    ended = true;
  };
  work.then(end, end);
  for (let turn = 0; turn < TURNS && !ended; turn++) await null;
  flushSync(change);
}
