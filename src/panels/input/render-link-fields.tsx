import { useId } from "react";
import type { Settings } from "../../signing/types";

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
      <div>
        <label htmlFor={`${id}key`} className="mb-1.5 block font-semibold">
          API key
        </label>
        <input
          id={`${id}key`}
          value={value.apiKey}
          onChange={(event) => onChange({ ...value, apiKey: event.target.value })}
          placeholder="from your dashboard"
          autoComplete="off"
          spellCheck={false}
          autoCapitalize="off"
          className="field min-h-11 w-full px-3.5 placeholder:font-sans placeholder:text-quiet font-mono text-[0.9375rem]"
        />
      </div>
      <div>
        <label htmlFor={`${id}format`} className="mb-1.5 block font-semibold">
          Format
        </label>
        <select
          id={`${id}format`}
          value={value.format}
          onChange={(event) => onChange({ ...value, format: event.target.value })}
          className="field min-h-11 w-full px-3"
        >
          {formats.map((format) => (
            <option key={format}>{format}</option>
          ))}
        </select>
      </div>
    </div>
  );
}
