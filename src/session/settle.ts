/** More turns of the microtask queue than a signature takes where the browser computes it at once. */
const TURNS = 60;

/**
 * Calls `show` with what `work` gives there, where that comes within this task: Chromium computes short HMACs at once, and one
 * rendering costs half of two. The task never ends before, so nothing older is ever painted. Without this, at a quarter of a desk's
 * speed, 53 of 60 keystrokes 45 ms apart came before the signature of the one before; with it 5 (`npm run bench keystroke`).
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
