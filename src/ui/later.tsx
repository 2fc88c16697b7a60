import { type ReactNode, useDeferredValue } from "react";

/** Renders its children after all that a keystroke must show first. Nothing in it may be typed into. */
export function Later({ children }: { readonly children: ReactNode }) {
  return useDeferredValue(children);
}
