import { type RefObject, useMemo } from "react";
import { reportOf, sumOf } from "../../many/report/report";
import type { Summary } from "../../many/report/summary";
import type { Session } from "../../session/session";
import { Button } from "../../ui/button";
import { CopyButton } from "../../ui/copy-button";
import { moveFocus } from "../../ui/move-focus";
import { ReadSoFar } from "./read-so-far";
import { saveText } from "./save";
import { SumBar } from "./sum-bar";

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
      <Button look="bare" className="-my-3 -ml-3 self-start" onClick={session.openOne}>
        <span aria-hidden>←</span>
        Check one URL
      </Button>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <h2
          ref={heading}
          tabIndex={-1}
          className="mr-auto text-xl/snug font-semibold tracking-tight text-balance tabular-nums outline-none sm:text-[1.375rem]/snug"
        >
          {/* No line begins with a dot. */}
          {titleOfMany(name, summary).replaceAll(" ·", "\u00a0·")}
        </h2>
        {isOver && summary.urls > 0 && (
          <div className="flex gap-2">
            <CopyButton what="report" text={report} inFull />
            <Button onClick={saveCsv}>Save CSV</Button>
          </div>
        )}
        {!isOver && name !== "" && (
          <Button
            onClick={() => {
              session.many.stop();
              moveFocus(heading.current);
            }}
          >
            Stop
          </Button>
        )}
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
          a page, a HAR from a browser’s developer tools, also as gzip. Each URL is checked with your secret,
          and what is wrong is sorted by its cause. Without the secret it is sorted by what is known all the
          same.
        </p>
      )}
    </div>
  );
}

/** What is known of all, in one line. */
export function titleOfMany(name: string, summary: Summary | null): string {
  if (name === "") return "Check many URLs at once";
  if (!summary) return "Reading…";
  if (summary.urls === 0 && summary.state === "done") return "No URL to check";
  return sumOf(summary);
}
