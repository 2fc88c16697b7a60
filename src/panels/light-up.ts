import type { FocusEvent, PointerEvent } from "react";

/** Ends that when the focus leaves; a finger sends no event for leaving. */
export function lightDown({ currentTarget }: FocusEvent<HTMLElement>): void {
  delete currentTarget.dataset.lit;
}

/** Lights up every occurrence of the part that is pointed at or focused; an attribute on one element, no rendering. */
export function lightUp(event: PointerEvent<HTMLElement> | FocusEvent<HTMLElement>): void {
  const { target } = event;
  const part = target instanceof Element && target.closest("[data-part]")?.getAttribute("data-part");
  if (part) event.currentTarget.dataset.lit = part;
  else delete event.currentTarget.dataset.lit;
}
