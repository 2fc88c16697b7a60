import type { ReactNode } from "react";

interface FieldProps {
  /** The control's own. */
  readonly id: string;
  readonly label: string;
  /** At the other end of the label's line. */
  readonly aside?: ReactNode;
  /** Stands below the control, and is read out with its name. */
  readonly hint?: string;
  /** The control, with what ties it to its label and its hint. */
  readonly children: (ties: { readonly id: string; readonly "aria-describedby"?: string }) => ReactNode;
}

/** A control under its label. */
export function Field({ id, label, aside, hint, children }: FieldProps) {
  const hintId = `${id}-hint`;
  return (
    <div>
      <div className="mb-1.5 flex items-baseline justify-between gap-3 compact:mb-1 folded:sr-only">
        <label htmlFor={id} className="font-semibold">
          {label}
        </label>
        {aside}
      </div>
      {children(hint ? { id, "aria-describedby": hintId } : { id })}
      {hint && (
        <p id={hintId} className="text-sm text-soft">
          {hint}
        </p>
      )}
    </div>
  );
}
