import { useId } from "react";
import type { Settings } from "../../signing/types";
import { Field } from "../../ui/field";

interface RenderLinkFieldsProps {
  readonly value: Settings;
  readonly formats: readonly string[];
  readonly onChange: (value: Settings) => void;
}

/** What a render link needs beside the page's address. */
export function RenderLinkFields({ value, formats, onChange }: RenderLinkFieldsProps) {
  const id = useId();
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_8rem] gap-3">
      <Field id={`${id}key`} label="API key">
        {(ties) => (
          <input
            {...ties}
            value={value.apiKey}
            onChange={(event) => onChange({ ...value, apiKey: event.target.value })}
            placeholder="from your dashboard"
            autoComplete="off"
            spellCheck={false}
            autoCapitalize="off"
            className="field min-h-11 w-full px-3.5 placeholder:font-sans placeholder:text-quiet font-mono text-[0.9375rem]"
          />
        )}
      </Field>
      <Field id={`${id}format`} label="Format">
        {(ties) => (
          <select
            {...ties}
            value={value.format}
            onChange={(event) => onChange({ ...value, format: event.target.value })}
            className="field min-h-11 w-full px-3"
          >
            {formats.map((format) => (
              <option key={format}>{format}</option>
            ))}
          </select>
        )}
      </Field>
    </div>
  );
}
