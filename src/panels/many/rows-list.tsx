import { useQueries } from "@tanstack/react-query";
import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import type { GroupSummary } from "../../many/report/summary";
import type { Session } from "../../session/session";
import { groupDigits } from "../../signing/wording/group-digits";
import { openRow } from "./open-row";
import { UrlLine } from "./url-line";

interface RowsListProps {
  readonly group: GroupSummary;
  readonly session: Session;
  readonly run: number;
  /** The row to begin with. */
  readonly first: number;
}

const ROWS_PER_PAGE = 100;
/** Pixels; a finger needs more, and a URL on a narrow screen needs several lines to be told from the others. */
const HEIGHT = matchMedia("(width < 40rem)").matches ? 84 : matchMedia("(pointer: coarse)").matches ? 44 : 36;

/** The URLs of a group. Only those in sight are in the document, and only they are asked of the worker. */
export function RowsList({ group: { id, kept }, session, run, first }: RowsListProps) {
  const frame = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(first);
  const moves = useRef(first > 0);
  const list = useVirtualizer({
    count: kept,
    getScrollElement: () => frame.current,
    estimateSize: () => HEIGHT,
    overscan: 8,
    initialOffset: Math.max(0, first - 2) * HEIGHT,
  });
  const items = list.getVirtualItems();
  const pages = [...new Set(items.map(({ index }) => Math.floor(index / ROWS_PER_PAGE)))];
  const rows = useQueries({
    queries: pages.map((page) => ({
      queryKey: ["rows of many", run, id, page],
      queryFn: async () => (await session.many.work?.rows(id, page * ROWS_PER_PAGE, ROWS_PER_PAGE)) ?? [],
    })),
  });
  const rowAt = (index: number) => {
    const page = Math.floor(index / ROWS_PER_PAGE);
    return rows[pages.indexOf(page)]?.data?.[index - page * ROWS_PER_PAGE];
  };
  useEffect(() => {
    if (!moves.current) return;
    const button = frame.current?.querySelector<HTMLElement>(`[data-index="${active}"]`);
    if (!button) return;
    moves.current = false;
    button.focus({ preventScroll: true });
  });
  const onKeyDown = (event: KeyboardEvent) => {
    const to = target(event.key, active, kept);
    if (to === null) return;
    event.preventDefault();
    moves.current = true;
    setActive(to);
    list.scrollToIndex(to);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys move the focus among the buttons inside.
    <div
      ref={frame}
      onKeyDown={onKeyDown}
      className="mt-3 max-h-80 overflow-y-auto rounded-box border border-line"
    >
      <ol style={{ height: list.getTotalSize() }} className="relative">
        {items.map(({ index, start }) => {
          const row = rowAt(index);
          return (
            <li
              key={index}
              aria-setsize={kept}
              aria-posinset={index + 1}
              style={{ height: HEIGHT, transform: `translateY(${start}px)` }}
              className="absolute inset-x-0 top-0"
            >
              <button
                type="button"
                data-index={index}
                tabIndex={index === active ? 0 : -1}
                onFocus={() => setActive(index)}
                onClick={() => row && openRow(session, row, index)}
                className="grid size-full grid-cols-[minmax(3rem,auto)_minmax(0,1fr)] max-sm:grid-cols-[minmax(1.75rem,auto)_minmax(0,1fr)] items-center gap-3 px-3 text-left -outline-offset-2 hover:bg-sunken"
              >
                <span className="text-sm text-soft tabular-nums">
                  <span className="sr-only">Line </span>
                  {row && groupDigits(row.line)}
                </span>
                {row && (
                  <UrlLine
                    row={row}
                    told={row.marks}
                    className="sm:truncate max-sm:line-clamp-4 max-sm:pb-0.5 max-sm:text-xs/4.5 max-sm:break-all"
                  />
                )}
              </button>
            </li>
          );
        })}
      </ol>
    </div>
  );
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 };

/** The row to which a key leads; `null` for other keys. */
function target(key: string, at: number, count: number): number | null {
  if (key === "Home") return 0;
  if (key === "End") return count - 1;
  const step = STEPS[key];
  return step === undefined ? null : Math.max(0, Math.min(count - 1, at + step));
}
