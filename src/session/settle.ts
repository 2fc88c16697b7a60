/** More turns of the microtask queue than a signature takes where the browser computes it at once. */
const TURNS = 60;

/**
 * Calls `show` with what `work` gives there, where that comes within this task: Chromium computes short HMACs at once, and one
 * rendering costs half of two. The task never ends before, so nothing older is ever painted.
 */
export async function settle(work: Promise<unknown>, show: () => void): Promise<void> {
  let ended = false;
  const end = () => {
    ended = true;
  };
  work.then(end, end);
  for (let turn = 0; turn < TURNS && !ended; turn++) await null;
  show();
}
