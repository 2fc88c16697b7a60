import { type ReactNode, useDeferredValue } from "react";

interface LaterProps {
  readonly children: ReactNode;
  /** While the children are typed into, for a field must hold its own text at once. */
  readonly now?: boolean;
}

/** Renders its children after all that a keystroke must show first. */
export function Later({ children, now = false }: LaterProps) {
  const later = useDeferredValue(children);
  return now ? children : later;
}
