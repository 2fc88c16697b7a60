import { memo, useCallback, useEffect, useId, useRef, useState } from "react";
import type { MarkedOption } from "../../diagnosis/where/options";
import type { KnownOption } from "../../schemes/scheme";
import { addOption, countOptions, type Option, readOptions } from "../../signing/edit-query";
import { groupDigits } from "../../signing/wording/group-digits";
import { moveFocus } from "../../ui/move-focus";
import { useLatest } from "../../ui/use-latest";
import { AddOption, type AddOptionProps } from "./add-option";
import { moveByArrow, placeOf } from "./by-arrow";
import { OptionRow, type OptionRowProps } from "./option-row";

export interface OptionsPanelProps {
  /** As it stands in the URL. */
  readonly query: string | null;
  readonly known: readonly KnownOption[];
  readonly marks: readonly MarkedOption[];
  /** Where a signature stands last; a new parameter goes before it. */
  readonly signatureAt: number | null;
  /** Which of them is a signature, wherever it stands. */
  readonly signatureRow: number | null;
  /** Changes of one `run` belong together. */
  readonly onChange: (query: string | null, run: string | null) => void;
}

/** More rows than this are a text to edit, not a table. */
const MOST_ROWS = 100;

/** The query as options: each cell rewrites its own parameter's bytes and leaves all others as they were typed. */
export const OptionsPanel = memo(function OptionsPanel({
  query,
  known,
  marks,
  signatureAt,
  signatureRow,
  onChange,
}: OptionsPanelProps) {
  const names = useId();
  const options = readOptions(query, MOST_ROWS);
  const count = countOptions(query);
  const latest = useLatest({ query, signatureAt, onChange });
  const table = useRef<HTMLTableElement>(null);
  const next = useRef<{ row: number; button: number } | null>(null);
  // One stop of the Tab key; within the table the arrow keys lead on.
  const [stop, setStop] = useState({ row: 0, column: 1 });
  const stopRow = Math.min(stop.row, options.length - 1);
  // A row that was moved takes the focus along, and one that was removed hands it on.
  useEffect(() => {
    if (!next.current) return;
    const rows = [...(table.current?.tBodies[0]?.rows ?? [])];
    const buttons = rows[Math.min(next.current.row, rows.length - 1)]?.querySelectorAll("button");
    const wanted = buttons?.[next.current.button];
    next.current = null;
    moveFocus(wanted?.disabled ? buttons?.[wanted === buttons[0] ? 1 : 0] : wanted);
  });
  const onEdit = useCallback<OptionRowProps["onEdit"]>(
    (edit, focus, run) => {
      next.current = focus ?? null;
      latest.current.onChange(edit(latest.current.query ?? ""), run ?? null);
    },
    [latest],
  );
  const onAdd = useCallback<AddOptionProps["onAdd"]>(
    (option) => {
      const { query, signatureAt, onChange } = latest.current;
      onChange(addOption(query, signatureAt ?? countOptions(query), option), null);
    },
    [latest],
  );
  return (
    <>
      <datalist id={names}>
        {known.map(({ name, hint }) => (
          <option key={name} value={name} label={hint} />
        ))}
      </datalist>
      <table
        ref={table}
        onFocus={({ target }) => setStop(placeOf(target, stop))}
        onKeyDown={moveByArrow}
        className="mt-1.5 w-full table-fixed border-collapse text-[0.875rem]"
      >
        <colgroup>
          <col className="w-[34%]" />
          <col />
          <col className="w-24 pointer-coarse:w-33" />
        </colgroup>
        <thead className="sr-only">
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Value</th>
            <th scope="col">Order</th>
          </tr>
        </thead>
        <tbody>
          {options.map((option, index) => (
            <OptionRow
              key={index}
              index={index}
              last={index === count - 1}
              stop={index === stopRow ? stop.column : null}
              name={option.name}
              place={placeAmong(options, index)}
              value={option.value}
              words={marks.find((mark) => mark.index === index)?.words ?? ""}
              part={index === signatureRow ? "signature" : "query"}
              hint={known.find(({ name }) => name === option.name)?.hint}
              list={names}
              onEdit={onEdit}
            />
          ))}
        </tbody>
      </table>
      {count > MOST_ROWS && (
        <p className="border-t border-line py-2 text-sm text-soft">
          The first {MOST_ROWS} of {groupDigits(count)} are shown. The URL field has them all.
        </p>
      )}
      <AddOption list={names} known={known} onAdd={onAdd} />
    </>
  );
});

/** Names repeat, and each row needs a name of its own. */
function placeAmong(options: readonly Option[], index: number): string {
  const { name } = options[index] ?? { name: "" };
  const before = options.slice(0, index).filter((option) => option.name === name).length;
  return before === 0 ? "" : ` ${before + 1}`;
}
