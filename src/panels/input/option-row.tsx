import { memo } from "react";
import { editOption, moveOption, removeOption } from "../../signing/edit-query";
import type { PartKind } from "../../signing/types";
import { OptionCell, RowButton } from "./option-cell";

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
        <OptionCell
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
        <OptionCell
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
