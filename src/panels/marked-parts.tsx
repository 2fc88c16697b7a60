import { memo } from "react";
import type { Mark } from "../diagnosis/where/mark";
import type { Part } from "../signing/types";
import { PartsText } from "./parts-text";
import { sliceParts } from "./slice-parts";

interface MarkedPartsProps {
  readonly parts: readonly Part[];
  /** In the order of the text; none lies over another. One of no characters is drawn as a place between two. */
  readonly marks: readonly Mark[];
}

/** Parts in their colours, with marks of them marked; the text content is exactly theirs. */
export const MarkedParts = memo(function MarkedParts({ parts, marks }: MarkedPartsProps) {
  if (marks.length === 0) return <PartsText parts={parts} />;
  const isNumbered = marks.some(({ mistake }) => mistake > 1);
  return cutAtMarks(parts, marks).map(({ mark, cut }, index) =>
    mark ? (
      <span
        key={index}
        data-testid={cut.length > 0 ? "mark" : undefined}
        data-mark={mark.mistake}
        data-numbered={isNumbered || undefined}
        className={markClass(cut)}
      >
        <PartsText parts={cut} />
      </span>
    ) : (
      <PartsText key={index} parts={cut} />
    ),
  );
});

/** How a mark is drawn: as a place between two, where nothing of it takes one in the line. */
export const markClass = (cut: readonly Part[]): string =>
  cut.some(({ text }) => /\P{Cf}/u.test(text)) ? "marked" : "marked gap";

interface Cut {
  readonly mark: Mark | null;
  readonly cut: readonly Part[];
}

/** The parts cut where marks begin and end. */
export function cutAtMarks(parts: readonly Part[], marks: readonly Mark[]): Cut[] {
  const cuts: Cut[] = [];
  let at = 0;
  for (const mark of marks) {
    cuts.push({ mark: null, cut: sliceParts(parts, at, mark.start) });
    cuts.push({ mark, cut: sliceParts(parts, mark.start, mark.end) });
    at = mark.end;
  }
  cuts.push({ mark: null, cut: sliceParts(parts, at, Number.POSITIVE_INFINITY) });
  return cuts.filter(({ mark, cut }) => mark || cut.length > 0);
}
