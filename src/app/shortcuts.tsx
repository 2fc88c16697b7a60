import { memo, Suspense, useEffect, useState } from "react";
import { usePanels } from "../panels/lazy-panels";
import { announce } from "../ui/announcer";
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
      const button = document.querySelector<HTMLButtonElement>(`[aria-label="${shortcut.label}"]`);
      if (button && !button.disabled) button.click();
      else tellWhatIsMissing();
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

/** There is nothing to copy: the verdict says what that needs. */
function tellWhatIsMissing(): void {
  const said = [...document.querySelectorAll("[data-verdict], [data-problem]")];
  said[0]?.scrollIntoView({ block: "nearest" });
  announce(["Nothing to copy yet.", ...said.map(({ textContent }) => textContent)].join(" "));
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches("input:not([type=radio]), textarea, select");
}
