import { memo, useEffect, useRef } from "react";
import { Button } from "../ui/button";

const SHORTCUTS = [
  { keys: "Alt 1", what: "Copy the signing string", label: "Copy signing string" },
  { keys: "Alt 2", what: "Copy the signature", label: "Copy signature" },
  { keys: "Alt 3", what: "Copy the signed URL", label: "Copy signed URL" },
] as const;

/** Keys for the three results, and the list of keys on "?". */
export const Shortcuts = memo(function Shortcuts() {
  const dialog = useRef<HTMLDivElement>(null);
  const close = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === "?" && !isTyping(event.target)) dialog.current?.showPopover();
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
  return (
    <div
      popover="auto"
      onToggle={({ newState }) => {
        if (newState === "open") close.current?.focus();
      }}
      role="dialog"
      ref={dialog}
      id="shortcuts"
      aria-labelledby="shortcuts-title"
      className="m-auto w-[min(24rem,calc(100vw-2rem))] rounded-box border border-line bg-surface p-5 text-ink backdrop:bg-scrim"
    >
      <h2 id="shortcuts-title" className="mb-3 text-lg font-semibold">
        Keys
      </h2>
      <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-2">
        {SHORTCUTS.map(({ keys, what }) => (
          <div key={keys} className="contents">
            <dt>
              <kbd className="rounded-md border border-line bg-sunken px-1.5 py-0.5 font-mono text-sm">
                {keys}
              </kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
        <dt>
          <kbd className="rounded-md border border-line bg-sunken px-1.5 py-0.5 font-mono text-sm">/</kbd>
        </dt>
        <dd>To the URL; Enter leaves it</dd>
        <dt>
          <kbd className="rounded-md border border-line bg-sunken px-1.5 py-0.5 font-mono text-sm">?</kbd>
        </dt>
        <dd>This list, when no field is focused</dd>
      </dl>
      <Button ref={close} className="mt-4" onClick={() => dialog.current?.hidePopover()}>
        Close
      </Button>
    </div>
  );
});

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches("input:not([type=radio]), textarea, select");
}
