/**
 * Moves the focus to an element, where there is one, and shows it; in the embed with a secret of one's own that is done without the
 * page around (embed/focus-within.ts).
 */
export function moveFocus(element: HTMLElement | null | undefined): void {
  element?.focus({ preventScroll: document.documentElement.dataset.frozen !== undefined });
}
