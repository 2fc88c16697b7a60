import { type KeyboardEvent, memo, useCallback, useEffect, useId, useRef, useState } from "react";
import type { MarkedOption } from "../../diagnosis/where/where";
import type { KnownOption } from "../../schemes/scheme";
import {
  addOption,
  editOption,
  moveOption,
  type Option,
  readOptions,
  removeOption,
} from "../../signing/edit-query";
import { groupDigits } from "../../signing/group-digits";
import type { PartKind } from "../../signing/types";
import { Button } from "../../ui/button";
import { useLatest } from "../../ui/use-latest";

export interface OptionsPanelProps {
  /** As it stands in the URL. */
  readonly query: string | null;
  readonly known: readonly KnownOption[];
  readonly marks: readonly MarkedOption[];
  /** Where a signature stands last; a new parameter goes before it. */
  readonly signatureAt: number | null;
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
  onChange,
}: OptionsPanelProps) {
  const names = useId();
  const options = readOptions(query);
  const latest = useLatest({ query, signatureAt, onChange });
  const table = useRef<HTMLTableElement>(null);
  const next = useRef<{ row: number; button: number } | null>(null);
  // One stop of the Tab key; within the table the arrow keys lead on.
  const [stop, setStop] = useState({ row: 0, column: 1 });
  const stopRow = Math.min(stop.row, Math.min(options.length, MOST_ROWS) - 1);
  // A row that was moved takes the focus along, and one that was removed hands it on.
  useEffect(() => {
    if (!next.current) return;
    const rows = [...(table.current?.tBodies[0]?.rows ?? [])];
    const buttons = rows[Math.min(next.current.row, rows.length - 1)]?.querySelectorAll("button");
    const wanted = buttons?.[next.current.button];
    next.current = null;
    (wanted?.disabled ? buttons?.[wanted === buttons[0] ? 1 : 0] : wanted)?.focus();
  });
  const onEdit = useCallback<RowProps["onEdit"]>(
    (edit, focus, run) => {
      next.current = focus ?? null;
      latest.current.onChange(edit(latest.current.query ?? ""), run ?? null);
    },
    [latest],
  );
  const onAdd = useCallback<AddOptionProps["onAdd"]>(
    (option) => {
      const { query, signatureAt, onChange } = latest.current;
      onChange(addOption(query, signatureAt ?? readOptions(query).length, option), null);
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
          <col className="w-[32%]" />
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
          {options.slice(0, MOST_ROWS).map((option, index) => (
            <Row
              key={index}
              index={index}
              last={index === options.length - 1}
              stop={index === stopRow ? stop.column : null}
              name={option.name}
              place={placeAmong(options, index)}
              value={option.value}
              words={marks.find((mark) => mark.index === index)?.words ?? ""}
              part={index === signatureAt ? "signature" : "query"}
              hint={known.find(({ name }) => name === option.name)?.hint}
              list={names}
              onEdit={onEdit}
            />
          ))}
        </tbody>
      </table>
      {options.length > MOST_ROWS && (
        <p className="border-t border-line py-2 text-sm text-soft">
          The first {MOST_ROWS} of {groupDigits(options.length)} are shown. The URL field has them all.
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

interface RowProps {
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

const Row = memo(function Row({
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
}: RowProps) {
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
  const Field = /[\r\n]/.test(value) ? "textarea" : "input";
  return (
    <Field
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

const CONTROLS = "input, textarea, button";

function placeOf(target: Element, old: { row: number; column: number }) {
  const row = target.closest("tr");
  if (!row) return old;
  const place = { row: row.sectionRowIndex, column: [...row.querySelectorAll(CONTROLS)].indexOf(target) };
  return place.row === old.row && place.column === old.column ? old : place;
}

const STEPS: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** From one control of the table to the next; within a text the cursor goes first. */
function moveByArrow(event: KeyboardEvent<HTMLTableElement>): void {
  const step = STEPS[event.key];
  const { target, currentTarget } = event;
  if (!step || !(target instanceof HTMLElement) || event.altKey || event.ctrlKey || event.metaKey) return;
  if (!leavesText(target, event.key)) return;
  const { row, column } = placeOf(target, { row: 0, column: 0 });
  const next =
    currentTarget.tBodies[0]?.rows[row + step[0]]?.querySelectorAll<HTMLElement>(CONTROLS)[column + step[1]];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

function leavesText(target: HTMLElement, key: string): boolean {
  if (target instanceof HTMLTextAreaElement) return false;
  if (!(target instanceof HTMLInputElement) || key === "ArrowUp" || key === "ArrowDown") return true;
  const { selectionStart, selectionEnd, value } = target;
  return selectionStart === selectionEnd && selectionStart === (key === "ArrowLeft" ? 0 : value.length);
}

interface AddOptionProps {
  readonly list: string;
  readonly known: readonly KnownOption[];
  readonly onAdd: (option: { name: string; value: string }) => void;
}

const AddOption = memo(function AddOption({ list, known, onAdd }: AddOptionProps) {
  const [name, setName] = useState("");
  const [value, setValue] = useState("");
  const nameField = useRef<HTMLInputElement>(null);
  const add = () => {
    if (name === "") return;
    onAdd({ name, value });
    nameField.current?.focus();
    setName("");
    setValue("");
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter") add();
  };
  const cell =
    "min-h-9 w-full min-w-0 bg-transparent pr-2 font-mono text-[0.875rem] -outline-offset-2 placeholder:font-sans placeholder:text-quiet pointer-coarse:min-h-11";
  return (
    <div className="grid grid-cols-[32%_minmax(0,1fr)_6rem] border-y pointer-coarse:grid-cols-[32%_minmax(0,1fr)_8.25rem] border-line">
      <input
        ref={nameField}
        aria-label="New option"
        onKeyDown={onKeyDown}
        placeholder="New option"
        value={name}
        list={list}
        onChange={(event) => setName(event.target.value)}
        autoComplete="off"
        spellCheck={false}
        autoCapitalize="off"
        className={cell}
      />
      <input
        aria-label="New option’s content"
        onKeyDown={onKeyDown}
        placeholder={known.find((option) => option.name === name)?.hint ?? (name ? "value" : "")}
        value={value}
        onChange={(event) => setValue(event.target.value)}
        autoComplete="off"
        spellCheck={false}
        autoCapitalize="off"
        className={cell}
      />
      <span className="py-0.5 text-right">
        <Button look="bare" aria-label="Add option" disabled={name === ""} onClick={add}>
          Add
        </Button>
      </span>
    </div>
  );
});
