import type { Stretch, StringRow } from "../../../diagnosis/where/strings";
import { Visible } from "./marked-text";

export type Side = "signed" | "sent";

/** Rows that are equal in both strings, or differ, one after the other. */
export interface RowRun {
  readonly isSame: boolean;
  readonly rows: readonly StringRow[];
}

export function runsOf(rows: readonly StringRow[]): RowRun[] {
  const runs: { isSame: boolean; rows: StringRow[] }[] = [];
  for (const row of rows) {
    const isSame = [...row.signed, ...row.sent].every((stretch) => stretch.isSame);
    const last = runs.at(-1);
    if (last?.isSame === isSame) last.rows.push(row);
    else runs.push({ isSame, rows: [row] });
  }
  return runs;
}

/** So many equal parameters in a row are folded, in strings longer than a few lines. */
const FOLDED_FROM = 3;

export const isFoldable = ({ isSame, rows }: RowRun) => isSame && rows.length >= FOLDED_FROM;

interface StringRowsProps {
  readonly run: RowRun;
  readonly side: Side;
  /** True of a row whose text on this side is as it should be. */
  readonly isRight: (row: StringRow) => boolean;
  /** Which parameters have a line: none, those of this side, or those of both. */
  readonly lines: "none" | "own" | "both";
  readonly folds: boolean;
}

/** One string’s part of a run. */
export function StringRows({ run, side, isRight, lines, folds }: StringRowsProps) {
  if (folds)
    return (
      <span className="folded" data-folds={`${run.rows.length} equal`}>
        {run.rows.map((row) => row[side].map(({ text }) => text).join("")).join("")}
      </span>
    );
  return run.rows.map((row, index) => (
    <span key={index} className={lines === "none" ? "" : lines === "both" ? "block min-h-6" : "block"}>
      {row[side].map((stretch) => (
        <Piece key={stretch.start} stretch={stretch} isRight={isRight(row)} />
      ))}
    </span>
  ));
}

/** Green marks only what is as it should be. */
function Piece({ stretch, isRight }: { readonly stretch: Stretch; readonly isRight: boolean }) {
  const { text, isSame, part } = stretch;
  const content = <Visible text={text} />;
  if (isSame) return <span data-part={part}>{content}</span>;
  return isRight ? <ins data-diff="added">{content}</ins> : <del data-diff="removed">{content}</del>;
}
