import { bringIntoSight } from "./bring-into-sight";
import { nextStop, otherRadio } from "./stops";

/**
 * Leads the focus within the embed, in place of the browser. To show what it leads to a browser scrolls the page around, too, by as
 * much as lies above it: from its own place that page could tell how long an answer is, and the answer depends on the secret. Here
 * the focus moves and only the embed scrolls. At its first and last element the browser leads on, out of it; who comes in, comes to
 * a mark as large as the frame, which hands the focus on. For as long as this document lives.
 */
export function keepFocusWithin(): void {
  const first = mark();
  const last = mark();
  document.body.prepend(first);
  document.body.append(last);
  let byKey = false;
  let leaves = false;
  const leave = (by: HTMLElement) => {
    leaves = true;
    by.focus({ preventScroll: true });
    leaves = false;
  };
  const onKey = (event: KeyboardEvent) => {
    byKey = true;
    if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
    const radio = otherRadio(event);
    if (!radio && event.key !== "Tab") return;
    if (radio) choose(radio);
    else if (!moveOn(event.shiftKey)) return leave(event.shiftKey ? first : last);
    event.preventDefault();
  };
  const onPointer = () => {
    byKey = false;
  };
  const onFocus = ({ target }: FocusEvent) => {
    if (target === first || target === last) {
      byKey = true;
      if (!leaves) moveOn(target === last);
    } else if (byKey && target instanceof HTMLElement) bringIntoSight(target, first);
  };
  addEventListener("keydown", onKey);
  addEventListener("pointerdown", onPointer, true);
  addEventListener("click", focusByLabel);
  addEventListener("focusin", onFocus);
  globalThis.navigation?.addEventListener("navigate", stayAtFragment);
}

/** Whatever the embed shows, the browser scrolls the page around it in the same way to show this mark. */
function mark(): HTMLElement {
  const element = document.createElement("div");
  element.tabIndex = 0;
  element.className = "pointer-events-none fixed inset-0 outline-none";
  return element;
}

/** Moves the focus to the next or the one before; false where there is none. A field's text is selected, as the browser does. */
function moveOn(back: boolean): boolean {
  const next = nextStop(back);
  if (next instanceof HTMLInputElement && next.selectionStart !== null)
    next.setSelectionRange(0, next.value.length);
  return next !== null;
}

function choose(radio: HTMLInputElement): void {
  radio.focus({ preventScroll: true });
  radio.click();
}

/** A click on a label leads to its field, too. */
function focusByLabel(event: MouseEvent): void {
  const label = event.target instanceof Element ? event.target.closest("label") : null;
  const field = label?.control;
  if (!field || event.defaultPrevented || event.target === field) return;
  event.preventDefault();
  field.focus({ preventScroll: true });
  field.click();
}

/**
 * A fragment that is an element's id leads there, and the page around can set one at will. No id has a “=”, and every case has.
 * Firefox scrolls no page around for it.
 */
function stayAtFragment(event: NavigateEvent): void {
  const { sameDocument, url } = event.destination;
  if (sameDocument && event.canIntercept && !new URL(url).hash.includes("="))
    event.intercept({ scroll: "manual", focusReset: "manual" });
}
