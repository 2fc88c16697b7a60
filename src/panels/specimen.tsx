import { type ClipboardEvent, memo } from "react";
import { groupDigits } from "../signing/group-digits";
import type { Part } from "../signing/types";
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

/** UTF-16 units of a long string that are shown: hundreds of lines. To lay out a megabyte takes longer than to sign it. */
const SHOWN_START = 16_000;
const SHOWN_END = 4_000;

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
          {length > 2 * SHOWN_START ? (
            <LongText parts={parts} length={length} />
          ) : (
            <PartsText parts={parts} />
          )}
        </div>
      </section>
    </div>
  );
});

/** Both ends of a long string. What is between them is in the text, but not laid out, and the page says so where it is. */
function LongText({ parts, length }: { readonly parts: readonly Part[]; readonly length: number }) {
  const tail = length - SHOWN_END;
  return (
    <span onCopy={copyWhole}>
      <PartsText parts={sliceParts(parts, 0, SHOWN_START)} />
      <span
        className="left-out"
        data-folds={`… ${groupDigits(tail - SHOWN_START)} more characters, which are copied, too …`}
      >
        <span hidden>
          <PartsText parts={sliceParts(parts, SHOWN_START, tail)} />
        </span>
      </span>
      <PartsText parts={sliceParts(parts, tail, length)} />
    </span>
  );
}

/** What is selected of this text alone, with all that stands in it: a browser leaves out what is not laid out. */
function copyWhole(event: ClipboardEvent): void {
  const selection = getSelection();
  if (!selection || selection.rangeCount === 0) return;
  const selected = selection.getRangeAt(0);
  // A triple click selects to the beginning of what follows.
  const within = selected.cloneRange();
  if (!event.currentTarget.contains(selected.startContainer)) within.setStart(event.currentTarget, 0);
  if (!event.currentTarget.contains(selected.endContainer))
    within.setEnd(event.currentTarget, event.currentTarget.childNodes.length);
  if (within.toString().trim() !== selected.toString().trim()) return;
  event.clipboardData.setData("text/plain", within.toString());
  event.preventDefault();
}
