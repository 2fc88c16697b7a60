import { type RefObject, useMemo } from "react";
import { isCause, isOpen, reportOf, sumOf } from "../../many/report";
import type { GroupSummary, Summary } from "../../many/summary";
import type { Session } from "../../session/session";
import { groupDigits } from "../../signing/group-digits";
import { Button } from "../../ui/button";
import { CopyButton } from "../../ui/copy-button";
import { Visible } from "../answer/marked-text";
import { saveText } from "./save";

interface ManyHeadProps {
  readonly heading: RefObject<HTMLHeadingElement | null>;
  readonly name: string;
  readonly summary: Summary | null;
  readonly session: Session;
  /** What the secret is called where there is none yet; empty where there is. */
  readonly waitsFor: string;
}

/** The sum of it in one line, with its bar, and what can be done with it. */
export function ManyHead({ heading, name, summary, session, waitsFor }: ManyHeadProps) {
  const isOver = summary !== null && summary.state !== "running";
  const report = useMemo(() => (summary && isOver ? reportOf(summary) : ""), [summary, isOver]);
  const saveCsv = async () => {
    const csv = await session.many.work?.csv();
    if (csv !== undefined) saveText(csv, "urls.csv", "text/csv");
  };
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <h2
          ref={heading}
          tabIndex={-1}
          className="mr-auto text-xl/snug font-semibold tracking-tight text-balance tabular-nums outline-none sm:text-[1.375rem]/snug"
        >
          {title(name, summary)}
        </h2>
        {isOver && summary.urls > 0 && (
          <div className="flex gap-2">
            <CopyButton what="report" text={report} inFull />
            <Button onClick={saveCsv}>Save CSV</Button>
          </div>
        )}
        {!isOver && name !== "" && <Button onClick={session.many.stop}>Stop</Button>}
      </div>
      {summary && summary.urls > 0 && <SumBar summary={summary} />}
      {summary && !summary.hasSecret && waitsFor !== "" && summary.urls > 0 && (
        <p className="max-w-prose">
          <span className="font-semibold">Found without the secret.</span> Enter the {waitsFor} to check every
          signature.
        </p>
      )}
      {name !== "" && <ReadSoFar name={name} summary={summary} />}
      {name === "" && (
        <p className="max-w-prose text-soft">
          Choose a file with URLs, drop it here, or paste its text: an access log, a list, a table, a sitemap,
          a page, an archive of developer tools, also as gzip. Each URL is checked with your secret, and what
          is wrong is sorted by its cause. Without the secret it is sorted by what is known all the same.
        </p>
      )}
    </div>
  );
}

function title(name: string, summary: Summary | null): string {
  if (name === "") return "Check many URLs at once";
  if (!summary) return "Reading…";
  if (summary.urls === 0 && summary.state === "done") return "No URL to check";
  // No line begins with a dot.
  return sumOf(summary).replaceAll(" ·", "\u00a0·");
}

const UNITS = ["B", "kB", "MB", "GB"];

function sizeText(bytes: number): string {
  const unit = Math.min(UNITS.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  const number = bytes / 1000 ** unit;
  return `${number < 10 && unit > 0 ? number.toFixed(1) : Math.round(number)} ${UNITS[unit]}`;
}

/** Where the reading stands, in bytes of the file. */
function ReadSoFar({ name, summary }: Pick<ManyHeadProps, "name" | "summary">) {
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
      {isRunning && (
        <progress
          aria-label="Read so far"
          max={Math.max(1, size)}
          value={bytes}
          className="mb-1 block h-1.5 w-full accent-ink"
        />
      )}
      <p className="wrap-anywhere">
        <Visible text={name} />: {isRunning && `${sizeText(bytes)} of `}
        {sizeText(size)}, {groupDigits(lines)} {lines === 1 ? "line" : "lines"}
        {without > 0 && `, ${groupDigits(without)} of them without a URL to check`}
        {state === "stopped" && ". Stopped before the end"}
        {isRunning && open > 0 && `. ${doing}: ${groupDigits(open)} not explained yet`}
        {isRunning && !hasSecret && `. ${doing}`}.
      </p>
    </div>
  );
}

/** Green for what is right, red for what is proved wrong, else amber. */
function colourOf(group: GroupSummary): string {
  if (group.id === "valid") return "bg-good";
  if (group.id === "unsigned" || isOpen(group)) return "bg-edge";
  return isCause(group) ? "bg-bad" : "bg-warn";
}

/** What is right, or nothing is known of: most of a file, and no cause. */
function isRest(group: GroupSummary): boolean {
  return group.id === "valid" || isOpen(group);
}

function SumBar({ summary: { groups } }: { readonly summary: Summary }) {
  const inOrder = groups.toSorted((a, b) => Number(isRest(b)) - Number(isRest(a)));
  return (
    <div aria-hidden className="flex h-2.5 gap-0.5 overflow-hidden rounded-full">
      {inOrder.map((group) => (
        <span key={group.id} className={`min-w-1 ${colourOf(group)}`} style={{ flexGrow: group.count }} />
      ))}
    </div>
  );
}
