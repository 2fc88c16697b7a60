import type { PartKind } from "../../signing/types";
import { groupDigits } from "../../signing/wording/group-digits";

interface OptionCellProps {
  readonly label: string;
  readonly isStop: boolean;
  readonly value: string;
  readonly hint?: string | undefined;
  readonly list?: string;
  /** Where it is a value. */
  readonly part?: PartKind;
  readonly onChange: (value: string) => void;
}

/** UTF-16 units of a name or a value that can be edited here: of a longer one the beginning is shown, for each is laid out whole. */
const LONGEST = 20_000;
const SHOWN = 200;

/** The text of a parameter’s name or value. */
export function OptionCell({ label, isStop, value, hint, list, part, onChange }: OptionCellProps) {
  // A single-line field would drop the line breaks of a value.
  const Control = /[\r\n]/.test(value) ? "textarea" : "input";
  const isLong = value.length > LONGEST;
  return (
    <Control
      aria-label={label}
      tabIndex={isStop ? 0 : -1}
      data-part={part}
      title={isLong ? `${groupDigits(value.length)} characters: the URL field has them all` : hint}
      placeholder={hint}
      value={isLong ? `${value.slice(0, SHOWN)}…` : value}
      readOnly={isLong}
      list={list}
      onChange={(event) => onChange(event.target.value)}
      autoComplete="off"
      spellCheck={false}
      autoCapitalize="off"
      className={`min-h-9 w-full min-w-0 rounded-sm bg-transparent pr-1 font-mono [&::-webkit-calendar-picker-indicator]:hidden! text-ellipsis -outline-offset-2 placeholder:text-quiet pointer-coarse:min-h-11 ${part ? "" : "text-soft"}`}
    />
  );
}

/** A button at the end of a parameter’s row. */
export function RowButton({
  label,
  isStop,
  ...props
}: {
  label: string;
  isStop: boolean;
  disabled?: boolean;
  onClick: () => void;
  children: string;
}) {
  return (
    <button
      type="button"
      aria-label={label}
      tabIndex={isStop ? 0 : -1}
      {...props}
      className="size-8 rounded-md text-soft hover:bg-sunken hover:text-ink disabled:opacity-30 pointer-coarse:size-11"
    />
  );
}
