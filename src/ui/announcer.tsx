import { useEffect, useRef, useSyncExternalStore } from "react";

let message = "";
const listeners = new Set<() => void>();

/** Says `text` to screen readers, once, without moving the focus. */
export function announce(text: string): void {
  message = message === text ? `${text}\u00a0` : text;
  for (const listener of listeners) listener();
}

/** Takes back what was said, where it still stands: it holds no more. */
function withdraw(text: string | null): void {
  if (text && message.trim() === text) announce("");
}

/** Milliseconds for which an answer must stand before it is said. */
const SETTLED = 500;

/** Says `answer` once it stands; `null` while it is not settled, empty where there is none. `known`: the first was there to be read. */
export function useAnnouncement(answer: string | null, { known }: { readonly known: boolean }): void {
  const said = useRef<string | null>(known ? null : "");
  useEffect(() => {
    if (answer === null) return;
    if (said.current === null || answer === "") {
      withdraw(said.current);
      said.current = answer;
      return;
    }
    if (answer === said.current) return;
    const timer = setTimeout(() => {
      said.current = answer;
      announce(answer);
    }, SETTLED);
    return () => clearTimeout(timer);
  }, [answer]);
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
    <div role="status" data-testid="announcement" className="sr-only">
      {text}
    </div>
  );
}
