import { useSyncExternalStore } from "react";

const WIDE = "(min-width: 64rem)";

/** True where inputs and results stand side by side (Tailwind's `lg`). */
export function useWide(): boolean {
  return useSyncExternalStore(
    (listener) => {
      const query = matchMedia(WIDE);
      query.addEventListener("change", listener);
      return () => query.removeEventListener("change", listener);
    },
    () => matchMedia(WIDE).matches,
    () => false,
  );
}
