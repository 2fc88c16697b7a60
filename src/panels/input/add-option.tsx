import { type KeyboardEvent, memo, useRef, useState } from "react";
import type { KnownOption } from "../../schemes/scheme";
import { Button } from "../../ui/button";
import { moveFocus } from "../../ui/move-focus";

export interface AddOptionProps {
  readonly list: string;
  readonly known: readonly KnownOption[];
  readonly onAdd: (option: { name: string; value: string }) => void;
}

/** A row that is not there yet. */
export const AddOption = memo(function AddOption({ list, known, onAdd }: AddOptionProps) {
  const [name, setName] = useState("");
  const [value, setValue] = useState("");
  const nameField = useRef<HTMLInputElement>(null);
  const add = () => {
    if (name === "") return;
    onAdd({ name, value });
    moveFocus(nameField.current);
    setName("");
    setValue("");
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter") add();
  };
  const cell =
    "min-h-9 w-full min-w-0 bg-transparent pr-2 font-mono text-[0.875rem] -outline-offset-2 placeholder:font-sans placeholder:text-quiet pointer-coarse:min-h-11";
  return (
    <div
      data-screen
      className="grid grid-cols-[32%_minmax(0,1fr)_6rem] border-y pointer-coarse:grid-cols-[32%_minmax(0,1fr)_8.25rem] border-line"
    >
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
