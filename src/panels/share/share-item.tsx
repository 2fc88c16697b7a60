import type { ReactNode } from "react";
import { CopyButton } from "../../ui/copy-button";

interface ShareItemProps {
  readonly hidden: boolean;
  readonly name: string;
  readonly text: string;
  readonly hint: ReactNode;
  readonly tall?: boolean;
}

/** One text to take along, with what it is for. */
export function ShareItem({ name, text, hint, hidden, tall }: ShareItemProps) {
  return (
    <div
      hidden={hidden}
      className={hidden ? "" : "grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-4 gap-y-1.5 py-3"}
    >
      <dt className="min-w-0">
        <span className="font-medium">{name}</span> <span className="text-sm text-soft">{hint}</span>
      </dt>
      <dd className="row-span-1">
        <CopyButton what={name} text={text} />
      </dd>
      <dd className="col-span-2 min-w-0">
        <section
          aria-label={name}
          tabIndex={0}
          className={`overflow-y-auto rounded-lg bg-sunken px-3 py-2 ${tall ? "max-h-64" : "max-h-26"}`}
        >
          <pre
            data-testid={`share-${name.toLowerCase().replaceAll(" ", "-")}`}
            translate="no"
            className="specimen text-[0.8125rem]/5"
          >
            {text}
          </pre>
        </section>
      </dd>
    </div>
  );
}
