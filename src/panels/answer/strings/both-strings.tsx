import { memo, type ReactNode, useLayoutEffect, useRef, useState } from "react";
import type { ExplainedMistake } from "../../../diagnosis/diagnosis";
import { mistakeOf } from "../../../diagnosis/where/mistake-of";
import type { Stretch, StringRow } from "../../../diagnosis/where/strings";
import { isFoldable, runsOf, type Side, StringRows } from "./string-rows";

interface BothStringsProps {
  readonly rows: readonly StringRow[];
  readonly mistakes: readonly ExplainedMistake[];
  /** True where all that was signed is right, and what is sent is not. */
  readonly isRepaired: boolean;
}

/** More rows than this are not lined up: each side is read by itself. */
const MOST_LINED_UP = 8;
/** Strings of so many characters together are more than a few lines. */
const LONG = 220;

/** What was signed above what was sent, lined up by parameter; each text's content is exactly its string. */
export const BothStrings = memo(function BothStrings({ rows, mistakes, isRepaired }: BothStringsProps) {
  const [unfolds, setUnfolds] = useState(false);
  const isLong = rows.reduce((sum, row) => sum + lengthOf(row.sent) + lengthOf(row.signed), 0) > LONG;
  const runs = runsOf(rows);
  const folds = isLong && runs.some(isFoldable);
  const sides = (side: Side) =>
    runs.map((run, index) => (
      <StringRows
        key={index}
        run={run}
        side={side}
        isRight={(row) => (side === "signed") === (isRepaired || isChanged(row, mistakes))}
        lines={!isLong ? "none" : rows.length <= MOST_LINED_UP ? "both" : "own"}
        folds={folds && !unfolds && isFoldable(run)}
      />
    ));
  return (
    <>
      <dt className="text-sm/6 text-soft">was signed</dt>
      <Text testId="signed-by-mistake" isWhole={unfolds}>
        {sides("signed")}
      </Text>
      <dt className="text-sm/6 text-soft">was sent</dt>
      <Text isWhole={unfolds}>{sides("sent")}</Text>
      {folds && (
        <dd className="sm:col-start-2" data-screen>
          <button
            type="button"
            className="text-sm text-soft underline decoration-line underline-offset-3 hover:text-ink pointer-coarse:min-h-11"
            onClick={() => setUnfolds(!unfolds)}
          >
            {unfolds ? "Fold what is equal" : "Show all parameters"}
          </button>
        </dd>
      )}
    </>
  );
});

/** Of several mistakes one may be a change after signing: what it has changed is right as it was signed. */
function isChanged(row: StringRow, mistakes: readonly ExplainedMistake[]): boolean {
  return mistakes.length > 1 && mistakes[mistakeOf(row, mistakes) - 1]?.group === "change";
}

interface TextProps {
  readonly testId?: string;
  readonly isWhole: boolean;
  readonly children: ReactNode;
}

/** One of the two strings. Where it has more lines than fit, it is scrolled to the first difference. */
function Text({ testId, isWhole, children }: TextProps) {
  const box = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const first = box.current?.querySelector<HTMLElement>("[data-diff]");
    if (!box.current || !first) return;
    const isBelow = first.offsetTop + LINE > box.current.clientHeight;
    box.current.scrollTop = isBelow ? first.offsetTop - box.current.clientHeight / 2 : 0;
  });
  return (
    <dd
      ref={box}
      data-testid={testId}
      translate="no"
      className={`specimen relative overflow-y-auto text-[0.9375rem]/6 ${isWhole ? "max-h-72" : "max-h-39"}`}
    >
      {children}
    </dd>
  );
}

const LINE = 24;

function lengthOf(stretches: readonly Stretch[]): number {
  return stretches.reduce((sum, { text }) => sum + text.length, 0);
}
