import { memo, Suspense, useEffect, useState } from "react";
import { usePanels } from "../panels/lazy-panels";
import { KeysDialog } from "./late-parts";

const SHORTCUTS = [
  { keys: "Alt 1", what: "Copy the signing string", label: "Copy signing string" },
  { keys: "Alt 2", what: "Copy the signature", label: "Copy signature" },
  { keys: "Alt 3", what: "Copy the signed URL", label: "Copy signed URL" },
] as const;

/** Keys for the three results, and the list of keys on "?". */
export const Shortcuts = memo(function Shortcuts() {
  const panels = usePanels();
  const [isAskedFor, setAskedFor] = useState(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === "?" && !isTyping(event.target)) {
        setAskedFor(true);
        document.getElementById("shortcuts")?.showPopover();
      }
      const digit =
        event.altKey && !event.ctrlKey && !event.metaKey && /^Digit([123])$/.exec(event.code)?.[1];
      const shortcut = digit ? SHORTCUTS[Number(digit) - 1] : undefined;
      if (!shortcut) return;
      event.preventDefault();
      document.querySelector<HTMLElement>(`[aria-label="${shortcut.label}"]`)?.click();
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, []);
  if (!panels && !isAskedFor) return null;
  return (
    <Suspense>
      <KeysDialog shortcuts={SHORTCUTS} opens={isAskedFor} />
    </Suspense>
  );
});

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches("input:not([type=radio]), textarea, select");
}
