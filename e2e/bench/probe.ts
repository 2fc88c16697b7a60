import type { Page } from "@playwright/test";

/** One keystroke, on the clock of `performance.now()`, in milliseconds. */
export interface Stroke {
  /** When the browser received it. */
  readonly key: number;
  /** When the field's text had changed. */
  readonly input: number;
  /** When its signature was in the document; `null` when another keystroke came before that. */
  readonly signed: number | null;
  /** After the frame that shows it. */
  readonly painted: number | null;
}

declare global {
  interface Window {
    strokes: Stroke[];
  }
}

/** Runs in the page before anything of its own: times keystrokes from the outside, the same in every page. */
export function startProbe(): void {
  type Open = { -readonly [Name in keyof Stroke]: Stroke[Name] };
  window.strokes = [];
  let key = 0;
  let open: Open | null = null;
  let before = "";
  const signature = () => document.querySelector('[data-testid="signature"]')?.textContent ?? "";
  const afterPaint = (done: () => void) =>
    // A message would wait for whatever was queued before the frame; this task goes first once the frame is drawn.
    requestAnimationFrame(() => void scheduler.postTask(done, { priority: "user-blocking" }));
  addEventListener("keydown", (event) => (key = event.timeStamp), { capture: true });
  addEventListener(
    "input",
    () => {
      // A signature that appears from here on belongs to this text, for both pages drop what they computed for an older one.
      before = signature();
      open = { key, input: performance.now(), signed: null, painted: null };
      window.strokes.push(open);
    },
    { capture: true },
  );
  const look = () => {
    if (!open) return;
    const now = signature();
    if (now === before || now === "") return;
    const stroke = open;
    open = null;
    stroke.signed = performance.now();
    afterPaint(() => {
      stroke.painted = performance.now();
    });
  };
  new MutationObserver(look).observe(document, { childList: true, characterData: true, subtree: true });
}

/** The keystrokes since the last reading. */
export function readProbe(page: Page): Promise<Stroke[]> {
  return page.evaluate(() => window.strokes.splice(0));
}
