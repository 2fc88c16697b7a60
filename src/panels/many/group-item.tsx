import {
  detailsOf,
  fixesOf,
  isCause,
  isOpen,
  linesOf,
  proofOf,
  titleOf,
} from "../../many/report/group-words";
import type { GroupSummary } from "../../many/report/summary";
import type { ManyFacts } from "../../session/many";
import type { Session } from "../../session/session";
import { groupDigits } from "../../signing/wording/group-digits";
import { Button } from "../../ui/button";
import { Visible } from "../answer/strings/marked-text";
import { openRow } from "./open-row";
import { RowsList } from "./rows-list";
import { SignedUrls } from "./signed-urls";
import { UrlLine } from "./url-line";

interface GroupItemProps {
  readonly group: GroupSummary;
  readonly session: Session;
  readonly facts: ManyFacts;
  /** True once nothing is read or searched any more. */
  readonly isOver: boolean;
  readonly hasSecret: boolean;
}

/** URLs of one cause: how many, why, what proves it, what they share, and on demand each of them. */
export function GroupItem({ group, session, facts, isOver, hasSecret }: GroupItemProps) {
  const { id, count, example, kept } = group;
  const { many } = session;
  const isListed = facts.listed === id;
  return (
    <li data-testid="group" data-group={id} data-count={count} className="px-4 py-4 sm:px-5">
      <div
        className={`grid gap-x-5 gap-y-2 ${group.facts.length > 0 ? "md:grid-cols-[4.5rem_minmax(0,5fr)_minmax(0,5fr)]" : "md:grid-cols-[4.5rem_minmax(0,1fr)]"}`}
      >
        <p className={`text-lg/snug font-semibold tabular-nums ${colourOf(group)}`}>{groupDigits(count)}</p>
        <div className="min-w-0">
          <h3 className="text-base/snug font-semibold text-balance">{titleOf(group)}</h3>
          {detailsOf(group).map((detail) => (
            <p key={detail} className="break-words">
              <Visible text={detail} />
            </p>
          ))}
          <p className="text-sm text-soft">
            {[proofOf(group), `${linesOf(group)}.`].filter(Boolean).join(" ")}
          </p>
          {fixesOf(group).map((fix) => (
            <p key={fix} className="mt-1">
              <span className="font-semibold text-good">Fix</span> {fix}
            </p>
          ))}
        </div>
        <ul className="min-w-0 space-y-1 empty:hidden">
          {group.facts.map(({ sentence }) => (
            <li key={sentence} className="break-words">
              <Visible text={sentence} />
            </li>
          ))}
        </ul>
      </div>
      <div className="mt-2 flex flex-wrap items-center gap-2 md:justify-end">
        {example && id !== "valid" && (
          <UrlLine
            row={example}
            told={group.diagnosis}
            className="min-w-0 basis-full wrap-anywhere md:basis-80 md:grow"
          />
        )}
        {isOver && (count > 1 || id === "valid") && (
          <Button aria-expanded={isListed} onClick={() => many.list(isListed ? "" : id)}>
            {isListed ? "Hide" : "Show"} {groupDigits(kept)}
            {kept < count && " of them"}
          </Button>
        )}
        {example && id !== "valid" && (
          <Button onClick={() => openRow(session, example, 0)}>{count > 1 ? "Open first" : "Open"}</Button>
        )}
        {isOver && hasSecret && id === "unsigned" && (
          <SignedUrls session={session} run={facts.run} count={kept} />
        )}
      </div>
      {isListed && isOver && <RowsList group={group} session={session} run={facts.run} first={facts.row} />}
    </li>
  );
}

function colourOf(group: GroupSummary): string {
  if (group.id === "valid") return "text-good";
  if (group.id === "unsigned" || isOpen(group)) return "text-soft";
  return isCause(group) ? "text-bad" : "text-warn";
}
