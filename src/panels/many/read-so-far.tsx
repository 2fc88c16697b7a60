import { stoppedText } from "../../many/report/report";
import type { Summary } from "../../many/report/summary";
import { groupDigits } from "../../signing/wording/group-digits";
import { Visible } from "../answer/strings/marked-text";

interface ReadSoFarProps {
  /** Of the file. */
  readonly name: string;
  readonly summary: Summary | null;
}

/** Where the reading stands, in bytes of the file. */
export function ReadSoFar({ name, summary }: ReadSoFarProps) {
  const {
    bytes = 0,
    size = 0,
    lines = 0,
    without = 0,
    state = "running",
    open = 0,
    doing = "",
    hasSecret = true,
  } = summary ?? {};
  const isRunning = state === "running";
  return (
    <div className="text-sm text-soft tabular-nums">
      {/* A full bar would say that all is done while mistakes are still searched for. */}
      {isRunning && (summary === null || bytes < size) && (
        <progress
          aria-label="Read so far"
          max={Math.max(1, size)}
          value={bytes}
          className="mb-1 block h-1.5 w-full appearance-none overflow-hidden rounded-full border-0 bg-sunken [&::-moz-progress-bar]:bg-ink [&::-webkit-progress-bar]:bg-sunken [&::-webkit-progress-value]:bg-ink"
        />
      )}
      <p className="wrap-anywhere">
        Read from <Visible text={name} />: {isRunning && `${sizeText(bytes)} of `}
        {sizeText(size)}, {groupDigits(lines)} {lines === 1 ? "line" : "lines"}
        {without > 0 && `, ${groupDigits(without)} of them without a URL to check`}
        {state === "stopped" && `. ${stoppedText(bytes, size)}`}
        {isRunning && open > 0 && `. ${doing}: ${groupDigits(open)} not explained yet`}
        {isRunning && !hasSecret && `. ${doing}`}.
      </p>
    </div>
  );
}

const UNITS = ["B", "kB", "MB", "GB"];

function sizeText(bytes: number): string {
  const unit = Math.min(UNITS.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  const number = bytes / 1000 ** unit;
  return `${number < 10 && unit > 0 ? number.toFixed(1) : Math.round(number)} ${UNITS[unit]}`;
}
