/**
 * Paints what a long text changes before the text itself, of which a megabyte takes more than a tenth of a second to be laid out: for one
 * frame its beginning shows, which lies under the field (url-field.tsx). A browser lays out at once where the cursor is, so the
 * field is left for as long. Any key, and whatever enters the field, ends that first: nothing that is typed is lost.
 */
export function paintFirst(field: HTMLTextAreaElement): void {
  if (document.hidden || field.dataset.late !== undefined) return;
  const { selectionStart, selectionEnd } = field;
  const hadFocus = document.activeElement === field;
  field.dataset.late = "";
  if (hadFocus) field.blur();
  getSelection()?.removeAllRanges();
  const shown = new AbortController();
  const show = () => {
    if (shown.signal.aborted) return;
    shown.abort();
    delete field.dataset.late;
    if (!hadFocus || document.activeElement !== document.body) return;
    field.focus({ preventScroll: true });
    field.setSelectionRange(selectionStart, selectionEnd);
  };
  const onKey = (event: KeyboardEvent) => {
    show();
    // It is typed in the field, and no key of the page's.
    event.stopImmediatePropagation();
  };
  const options = { capture: true, signal: shown.signal };
  addEventListener("keydown", onKey, options);
  for (const type of ["pointerdown", "focus"]) addEventListener(type, show, options);
  requestAnimationFrame(() => whenPainted(show));
}

function whenPainted(then: () => void): void {
  if ("requestIdleCallback" in globalThis) requestIdleCallback(then, { timeout: 100 });
  else setTimeout(then);
}
