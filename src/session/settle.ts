/** More turns of the microtask queue than a signature takes where the browser computes it at once. */
const TURNS = 60;

/**
 * Calls `show` once `work` is done, if that is within this task; else after a while all the same. Chromium computes short HMACs
 * at once, and one rendering costs half of two. Nothing can be painted before the task ends, so no older signature is ever seen.
 * Without this, on a computer of a quarter of the speed, 53 of 60 keystrokes 45 ms apart came before the signature of the one
 * before; with it 5 (`npm run bench keystroke`).
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
