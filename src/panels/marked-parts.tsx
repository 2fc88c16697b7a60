import { memo } from "react";
import type { Run } from "../diagnosis/where/where";
import type { Part } from "../signing/types";
import { PartsText } from "./specimen";

interface MarkedPartsProps {
  readonly parts: readonly Part[];
  /** In the order of the text; none lies over another. */
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
        data-testid="mark"
        data-mark={run.mistake}
        data-numbered={isNumbered || undefined}
        className="marked"
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
    cuts.push({ run: null, cut: slice(parts, at, run.start) });
    cuts.push({ run, cut: slice(parts, run.start, run.end) });
    at = run.end;
  }
  cuts.push({ run: null, cut: slice(parts, at, Number.POSITIVE_INFINITY) });
  return cuts.filter(({ cut }) => cut.length > 0);
}

function slice(parts: readonly Part[], from: number, to: number): Part[] {
  let at = 0;
  return parts.flatMap(({ kind, text }) => {
    const start = at;
    at += text.length;
    const kept = text.slice(Math.max(0, from - start), Math.max(0, to - start));
    return kept === "" ? [] : [{ kind, text: kept }];
  });
}
