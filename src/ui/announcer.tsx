import { useSyncExternalStore } from "react";

let message = "";
const listeners = new Set<() => void>();

/** Says `text` to screen readers, once, without moving the focus. */
export function announce(text: string): void {
  message = message === text ? `${text}\u00a0` : text;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The page's one live region. */
export function Announcer() {
  const text = useSyncExternalStore(
    subscribe,
    () => message,
    () => "",
  );
  return (
    <div role="status" className="sr-only">
      {text}
    </div>
  );
}
