import { memo } from "react";
import { editOption, moveOption, removeOption } from "../../signing/edit-query";
import type { PartKind } from "../../signing/types";

export interface OptionRowProps {
  readonly index: number;
  readonly last: boolean;
  /** The column that the Tab key stops at; `null` in all rows but one. */
  readonly stop: number | null;
  readonly name: string;
  /** Empty, or which of several of this name it is. */
  readonly place: string;
  readonly value: string;
  readonly part: PartKind;
  /** What happened to it, where something did; else empty. */
  readonly words: string;
  readonly hint: string | undefined;
  readonly list: string;
  /** Changes the query that stands when it is called. */
  readonly onEdit: (
    edit: (query: string) => string | null,
    focus?: { readonly row: number; readonly button: number },
    run?: string,
  ) => void;
}

/** One parameter: its name, its value, and its place among the others. */
export const OptionRow = memo(function OptionRow({
  index,
  last,
  stop,
  name,
  place,
  value,
  part,
  words,
  hint,
  list,
  onEdit,
}: OptionRowProps) {
  return (
    <tr className={`group border-t border-line ${words ? "bg-bad-wash" : ""}`}>
      <td>
        <Cell
          label={`Name of ${name}${place}`}
          isStop={stop === 0}
          value={name}
          list={list}
          onChange={(name) =>
            onEdit((query) => editOption(query, index, { name }), undefined, `name ${index}`)
          }
        />
      </td>
      <td>
        <Cell
          label={`${name} value${place}`}
          isStop={stop === 1}
          value={value}
          part={part}
          hint={hint}
          onChange={(value) =>
            onEdit((query) => editOption(query, index, { value }), undefined, `value ${index}`)
          }
        />
        {words && <p className="-mt-1.5 pb-1.5 font-medium text-bad">{words}</p>}
      </td>
      <td className="text-right whitespace-nowrap">
        <RowButton
          label={`Move ${name}${place} up`}
          isStop={stop === 2}
          disabled={index === 0}
          onClick={() =>
            onEdit((query) => moveOption(query, index, index - 1), { row: index - 1, button: 0 })
          }
        >
          ↑
        </RowButton>
        <RowButton
          label={`Move ${name}${place} down`}
          isStop={stop === 3}
          disabled={last}
          onClick={() =>
            onEdit((query) => moveOption(query, index, index + 1), { row: index + 1, button: 1 })
          }
        >
          ↓
        </RowButton>
        <RowButton
          label={`Remove ${name}${place}`}
          isStop={stop === 4}
          onClick={() => onEdit((query) => removeOption(query, index), { row: index, button: 2 })}
        >
          ×
        </RowButton>
      </td>
    </tr>
  );
});

interface CellProps {
  readonly label: string;
  readonly isStop: boolean;
  readonly value: string;
  readonly hint?: string | undefined;
  readonly list?: string;
  /** Where it is a value. */
  readonly part?: PartKind;
  readonly onChange: (value: string) => void;
}

function Cell({ label, isStop, value, hint, list, part, onChange }: CellProps) {
  // A single-line field would drop the line breaks of a value.
  const Control = /[\r\n]/.test(value) ? "textarea" : "input";
  return (
    <Control
      aria-label={label}
      tabIndex={isStop ? 0 : -1}
      data-part={part}
      title={hint}
      placeholder={hint}
      value={value}
      list={list}
      onChange={(event) => onChange(event.target.value)}
      autoComplete="off"
      spellCheck={false}
      autoCapitalize="off"
      className={`min-h-9 w-full min-w-0 rounded-sm bg-transparent pr-2 font-mono text-ellipsis -outline-offset-2 placeholder:text-quiet pointer-coarse:min-h-11 ${part ? "" : "text-soft"}`}
    />
  );
}

function RowButton({
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
