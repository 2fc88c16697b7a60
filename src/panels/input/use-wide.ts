import { useSyncExternalStore } from "react";

/** Whether the window is so; false where the page is prerendered, which has none. */
function mediaHook(query: string): () => boolean {
  const media = globalThis.matchMedia?.(query);
  const subscribe = (listener: () => void) => {
    media?.addEventListener("change", listener);
    return () => media?.removeEventListener("change", listener);
  };
  return () =>
    useSyncExternalStore(
      subscribe,
      () => media?.matches ?? false,
      () => false,
    );
}

/** True where inputs and results stand side by side: Tailwind's `lg`. */
export const useWide = mediaHook("(min-width: 64rem)");

/** True on a phone, and on a larger screen at twice the size: below Tailwind's `md`. */
export const useNarrow = mediaHook("(width < 48rem)");
