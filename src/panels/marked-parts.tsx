import { memo } from "react";
import type { Run } from "../diagnosis/where/run";
import type { Part } from "../signing/types";
import { PartsText } from "./parts-text";
import { sliceParts } from "./slice-parts";

interface MarkedPartsProps {
  readonly parts: readonly Part[];
  /** In the order of the text; none lies over another. One of no characters is drawn as a place between two. */
  readonly runs: readonly Run[];
}

/** Parts in their colours, with runs of them marked; the text content is exactly theirs. */
export const MarkedParts = memo(function MarkedParts({ parts, runs }: MarkedPartsProps) {
  if (runs.length === 0) return <PartsText parts={parts} />;
  const isNumbered = runs.some(({ mistake }) => mistake > 1);
  return cutAtRuns(parts, runs).map(({ run, cut }, index) =>
    run ? (
      <span
        key={index}
        data-testid={cut.length > 0 ? "mark" : undefined}
        data-mark={run.mistake}
        data-numbered={isNumbered || undefined}
        className={cut.length > 0 ? "marked" : "marked gap"}
      >
        <PartsText parts={cut} />
      </span>
    ) : (
      <PartsText key={index} parts={cut} />
    ),
  );
});

interface Cut {
  readonly run: Run | null;
  readonly cut: readonly Part[];
}

/** The parts cut where runs begin and end. */
function cutAtRuns(parts: readonly Part[], runs: readonly Run[]): Cut[] {
  const cuts: Cut[] = [];
  let at = 0;
  for (const run of runs) {
    cuts.push({ run: null, cut: sliceParts(parts, at, run.start) });
    cuts.push({ run, cut: sliceParts(parts, run.start, run.end) });
    at = run.end;
  }
  cuts.push({ run: null, cut: sliceParts(parts, at, Number.POSITIVE_INFINITY) });
  return cuts.filter(({ run, cut }) => run || cut.length > 0);
}
