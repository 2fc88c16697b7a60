import { memo } from "react";
import type { Part } from "../signing/types";
import { LONG, LongText, SHOWN_START } from "./long-text";
import { PartsText } from "./parts-text";
import { sliceParts } from "./slice-parts";

interface SpecimenProps {
  readonly testId: string;
  readonly label: string;
  readonly parts: readonly Part[];
  readonly large?: boolean;
  /** Kept in the document, for those who read it by its id, but not shown. */
  readonly hidden?: boolean;
  /** Shown, outside the text, while there is none. */
  readonly empty: string;
  /** As long as the text that is being made: keeps its place, unseen, until that is there. */
  readonly hold?: string;
}

/** A string that matters, to be read to the byte. Long ones scroll in themselves. */
export const Specimen = memo(function Specimen({
  testId,
  label,
  parts,
  large = false,
  hidden = false,
  empty,
  hold = "",
}: SpecimenProps) {
  const length = parts.reduce((sum, part) => sum + part.text.length, 0);
  return (
    <div hidden={hidden} className="relative rounded-box border border-line bg-surface">
      {length === 0 && (
        <p className="absolute inset-x-4 top-3 text-quiet compact:inset-x-3 compact:top-2">{empty}</p>
      )}
      <section
        aria-label={label}
        tabIndex={length > 3000 ? 0 : undefined}
        className="max-h-88 overflow-y-auto px-4 py-3 compact:max-h-56 compact:px-3 compact:py-2"
      >
        <div
          data-testid={testId}
          data-hold={(length === 0 && hold.slice(0, SHOWN_START)) || undefined}
          translate="no"
          className={`specimen ${large ? "min-h-7.5 text-[1.1875rem]/7.5 compact:min-h-6 compact:text-[0.9375rem]/6" : "min-h-6 text-[0.9375rem]/6 compact:min-h-5.5 compact:text-sm/5.5"}`}
        >
          {length > LONG ? (
            <LongText
              length={length}
              slice={(from, to) => <PartsText parts={sliceParts(parts, from, to)} />}
            />
          ) : (
            <PartsText parts={parts} />
          )}
        </div>
      </section>
    </div>
  );
});
