import { memo, type RefObject, useLayoutEffect, useRef, useState } from "react";
import type { Part } from "../../signing/types";
import { Field } from "../../ui/field";
import { PartsText } from "../specimen";

interface UrlFieldProps {
  readonly value: string;
  readonly parts: readonly Part[];
  readonly status: string;
  readonly onChange: (value: string) => void;
}

/** Beyond this the field shows plain text and scrolls: colours would cost more than they tell. */
const MOST_COLOURED = 8_000;

/** The URL as pasted, coloured by its parts. A textarea over a mirror of itself, which gives it its height. */
export const UrlField = memo(function UrlField({ value, parts, status, onChange }: UrlFieldProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const [first] = useState(value);
  // Uncontrolled, so that a keystroke is rendered once, with its signature, and undo stays the browser's.
  useLayoutEffect(() => {
    if (field.current && field.current.value !== value) field.current.value = value;
  }, [value]);
  const coloured = value.length <= MOST_COLOURED;
  return (
    <Field id="url" label="URL" aside={<span className="text-sm text-soft">{status}</span>}>
      {({ id }) => (
        <div className="field grid max-h-[45vh] overflow-y-auto compact:max-h-40">
          {coloured && (
            <div aria-hidden className="mirror">
              <PartsText parts={parts} />
              {"\u200b"}
            </div>
          )}
          <Area id={id} field={field} first={first} coloured={coloured} onChange={onChange} />
        </div>
      )}
    </Field>
  );
});

interface AreaProps {
  readonly id: string;
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly first: string;
  readonly coloured: boolean;
  readonly onChange: (value: string) => void;
}

/** Uncontrolled, so no keystroke renders it; and heard without React, which would sign a little later. */
const Area = memo(function Area({ id, field, first, coloured, onChange }: AreaProps) {
  useLayoutEffect(() => {
    const element = field.current;
    const onInput = () => onChange(element?.value ?? "");
    element?.addEventListener("input", onInput);
    return () => element?.removeEventListener("input", onInput);
  }, [field, onChange]);
  return (
    <textarea
      id={id}
      ref={field}
      defaultValue={first}
      rows={coloured ? 1 : 10}
      spellCheck={false}
      autoComplete="off"
      autoCapitalize="off"
      autoCorrect="off"
      placeholder="https://…"
      className={coloured ? "mirrored placeholder:text-quiet" : "mirrored overflow-y-auto! text-ink!"}
    />
  );
});
