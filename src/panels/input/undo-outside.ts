import type { Session } from "../../session/session";
import { WAYS, type Way, wayOf } from "./undo-way";

/** What is typed in has an undoing of its own while it has the focus. */
const isField = (element: Element | null) => element?.matches(":read-write") ?? false;

/**
 * Undoes the last change where the focus is in no field, and never what was typed in a field before it. Chromium keeps one list of
 * what was typed anywhere, and without this would empty the secret, though the URL was signed anew or the scheme chosen since.
 */
export function undoOutside(session: Session): void {
  let isSecretLast = false;
  let { revision } = session.snapshot().state;
  const lead = (way: Exclude<Way, undefined>) => {
    const { state, undoesClick } = session.snapshot();
    if (state.isMany || state.asks || document.querySelector(":modal")) return;
    // What was typed as the secret is undone in its field alone, but the button still takes back what was clicked before.
    if (!isSecretLast || undoesClick) session[way]();
  };
  session.subscribe(() => {
    const { state } = session.snapshot();
    if (state.revision !== revision) isSecretLast = false;
    ({ revision } = state);
  });
  addEventListener("input", ({ target }) => {
    isSecretLast = target instanceof HTMLInputElement && target.id === "secret";
  });
  addEventListener("keydown", (event) => {
    const way = wayOf(event);
    if (!way || event.defaultPrevented || isField(document.activeElement)) return;
    event.preventDefault();
    lead(way);
  });
  // The browser's menu, and the key in a field that has nothing to undo. The URL field has its own ear for both.
  addEventListener("beforeinput", (event) => {
    const way = WAYS[event.inputType];
    const { activeElement } = document;
    if (!way || event.defaultPrevented || event.target === activeElement) return;
    event.preventDefault();
    if (!isField(activeElement)) lead(way);
  });
}
