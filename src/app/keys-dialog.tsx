import { useEffect, useRef } from "react";
import { Button } from "../ui/button";

interface KeysDialogProps {
  readonly shortcuts: readonly { readonly keys: string; readonly what: string }[];
  /** True where it was asked for before its code had come: then it opens at once. */
  readonly opens: boolean;
}

/** The list of keys. */
export function KeysDialog({ shortcuts, opens }: KeysDialogProps) {
  const dialog = useRef<HTMLDivElement>(null);
  const close = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (opens) dialog.current?.showPopover();
  }, [opens]);
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
        {shortcuts.map(({ keys, what }) => (
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
}
