import { memo, type ReactNode, useLayoutEffect, useRef, useState } from "react";
import type { Stretch, StringRow } from "../../diagnosis/where/strings";
import { Visible } from "./marked-text";

type Side = "signed" | "sent";

interface BothStringsProps {
  readonly rows: readonly StringRow[];
  /** True where what was signed is right, and what is sent is not. */
  readonly signedIsRight: boolean;
}

/** More rows than this are not lined up: each side is read by itself. */
const MOST_LINED_UP = 8;
/** So many equal parameters in a row are folded, in strings longer than a few lines. */
const FOLDED_FROM = 3;
const LONG = 220;

/** What was signed above what was sent, lined up by parameter; each text's content is exactly its string. */
export const BothStrings = memo(function BothStrings({ rows, signedIsRight }: BothStringsProps) {
  const [unfolds, setUnfolds] = useState(false);
  const isLong = rows.reduce((sum, row) => sum + lengthOf(row.sent) + lengthOf(row.signed), 0) > LONG;
  const runs = runsOf(rows);
  const folds = isLong && runs.some(isFoldable);
  const sides = (side: Side) =>
    runs.map((run, index) => (
      <Rows
        key={index}
        run={run}
        side={side}
        isRight={(side === "signed") === signedIsRight}
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

interface TextProps {
  readonly testId?: string;
  readonly isWhole: boolean;
  readonly children: ReactNode;
}

/** One of both; of more lines than fit, those in which the first difference is. */
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

interface Run {
  readonly isSame: boolean;
  readonly rows: readonly StringRow[];
}

function runsOf(rows: readonly StringRow[]): Run[] {
  const runs: { isSame: boolean; rows: StringRow[] }[] = [];
  for (const row of rows) {
    const isSame = [...row.signed, ...row.sent].every((stretch) => stretch.isSame);
    const last = runs.at(-1);
    if (last?.isSame === isSame) last.rows.push(row);
    else runs.push({ isSame, rows: [row] });
  }
  return runs;
}

const isFoldable = ({ isSame, rows }: Run) => isSame && rows.length >= FOLDED_FROM;

interface RowsProps {
  readonly run: Run;
  readonly side: Side;
  /** True where this side is as it should be. */
  readonly isRight: boolean;
  /** Which parameters have a line: none, those of this side, or those of both. */
  readonly lines: "none" | "own" | "both";
  readonly folds: boolean;
}

function Rows({ run, side, isRight, lines, folds }: RowsProps) {
  if (folds)
    return (
      <span className="folded" data-folds={`${run.rows.length} equal`}>
        {run.rows.map((row) => row[side].map(({ text }) => text).join("")).join("")}
      </span>
    );
  return run.rows.map((row, index) => (
    <span key={index} className={lines === "none" ? "" : lines === "both" ? "block min-h-6" : "block"}>
      {row[side].map((stretch) => (
        <Piece key={stretch.start} stretch={stretch} isRight={isRight} />
      ))}
    </span>
  ));
}

/** Green is only ever what should be. */
function Piece({ stretch, isRight }: { readonly stretch: Stretch; readonly isRight: boolean }) {
  const { text, isSame, part } = stretch;
  const content = <Visible text={text} />;
  if (isSame) return <span data-part={part}>{content}</span>;
  return isRight ? <ins data-diff="added">{content}</ins> : <del data-diff="removed">{content}</del>;
}

function lengthOf(stretches: readonly Stretch[]): number {
  return stretches.reduce((sum, { text }) => sum + text.length, 0);
}
