import { useId } from "react";
import type { SettingField } from "../../schemes/scheme";
import type { Settings } from "../../signing/types";
import { Field } from "../../ui/field";

interface SchemeFieldsProps {
  readonly fields: readonly Omit<SettingField, "inLink">[];
  readonly values: Settings;
  readonly onChange: (values: Settings) => void;
}

/** What a link is built from beside the address. */
export function SchemeFields({ fields, values, onChange }: SchemeFieldsProps) {
  const id = useId();
  return (
    <div className="flex flex-wrap gap-3">
      {fields.map((field) => (
        <div key={field.name} className={field.choices ? "w-32" : "min-w-32 flex-1"}>
          <Field id={`${id}${field.name}`} label={field.label}>
            {(ties) => (
              <Control
                {...ties}
                field={field}
                value={values[field.name] ?? field.initial}
                onValue={(value) => onChange({ ...values, [field.name]: value })}
              />
            )}
          </Field>
        </div>
      ))}
    </div>
  );
}

interface ControlProps {
  readonly id: string;
  readonly "aria-describedby"?: string;
  readonly field: Omit<SettingField, "inLink">;
  readonly value: string;
  readonly onValue: (value: string) => void;
}

function Control({ field: { choices, placeholder }, value, onValue, ...ties }: ControlProps) {
  if (choices)
    return (
      <select
        {...ties}
        value={value}
        onChange={(event) => onValue(event.target.value)}
        className="field min-h-11 w-full px-3"
      >
        {(choices.includes(value) ? choices : [value, ...choices]).map((choice) => (
          <option key={choice}>{choice}</option>
        ))}
      </select>
    );
  return (
    <input
      {...ties}
      value={value}
      onChange={(event) => onValue(event.target.value)}
      placeholder={placeholder}
      autoComplete="off"
      spellCheck={false}
      autoCapitalize="off"
      className="field min-h-11 w-full px-3.5 placeholder:font-sans placeholder:text-quiet font-mono text-[0.9375rem]"
    />
  );
}
