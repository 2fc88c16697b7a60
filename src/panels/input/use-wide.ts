import { useSyncExternalStore } from "react";

/** Tailwind's `lg`; there is none where the page is prerendered. */
const wide = globalThis.matchMedia?.("(min-width: 64rem)");

function subscribe(listener: () => void): () => void {
  wide?.addEventListener("change", listener);
  return () => wide?.removeEventListener("change", listener);
}

/** True where inputs and results stand side by side. */
export function useWide(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => wide?.matches ?? false,
    () => false,
  );
}
