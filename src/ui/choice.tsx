import { useId, useState } from "react";

interface ChoiceProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value) => void;
}

/**
 * A few options, one of them chosen: native radio buttons in one row. What was clicked is chosen at once, also where the value follows
 * later; else the button would spring back until then.
 */
export function Choice<Value extends string>({ label, value, options, onChange }: ChoiceProps<Value>) {
  const name = useId();
  const [chosen, choose] = useState({ of: value, value });
  if (chosen.of !== value) choose({ of: value, value });
  return (
    <div role="radiogroup" aria-label={label} className="inline-flex gap-0.5 rounded-lg bg-sunken p-0.5">
      {options.map((option) => (
        <label
          key={option.value}
          className="relative inline-flex min-h-8 pointer-coarse:min-h-11 items-center rounded-md border border-transparent px-3.5 compact:px-2 text-sm font-medium text-soft hover:text-ink has-checked:border-line has-checked:bg-surface has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-ink forced-colors:has-checked:border-[Highlight]"
        >
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === chosen.value}
            onChange={() => {
              choose({ of: value, value: option.value });
              onChange(option.value);
            }}
            className="absolute inset-0 cursor-pointer opacity-0"
          />
          {option.label}
        </label>
      ))}
    </div>
  );
}
