import type { Searching } from "../../session/queries";
import { Button } from "../../ui/button";
import { Tried } from "./tried";
import { ExcludedList } from "./unexplained-view";
import { useNoun } from "./use-noun";

interface SearchAtWorkProps {
  /** `null` until it has something to tell. */
  readonly progress: Searching | null;
  readonly onStop: () => void;
}

/** The search, with what it has excluded so far. */
export function SearchAtWork({ progress, onStop }: SearchAtWorkProps) {
  const noun = useNoun();
  return (
    <div className="flex min-h-72 flex-wrap content-start items-start justify-between gap-x-3 px-4 py-4 sm:px-5">
      <div className="appear-late">
        <p className="text-lg/snug font-semibold">Looking for the mistake…</p>
        <p className="text-soft tabular-nums">
          {progress && `${progress.level} · `}
          <Tried count={progress?.tried ?? 0} /> {noun}s
        </p>
      </div>
      {progress && <ExcludedList phrases={progress.excluded} />}
      <span className="appear-late">
        <Button onClick={onStop}>Stop</Button>
      </span>
    </div>
  );
}

/** How a search ended that found nothing out. */
export const endOfSearch = (isBroken: boolean): string =>
  isBroken ? "The search broke off. Nothing was found out." : "Stopped. Nothing was found out.";

interface SearchStoppedProps {
  /** True where an error ended it, not its user. */
  readonly isBroken: boolean;
  readonly tried: number;
  readonly onAgain: () => void;
}

/** A search that came to no end. */
export function SearchStopped({ isBroken, tried, onAgain }: SearchStoppedProps) {
  const noun = useNoun();
  return (
    <div className="flex flex-wrap items-center justify-between gap-3 px-4 py-4 sm:px-5">
      <p className="text-lg/snug font-semibold">{endOfSearch(isBroken)}</p>
      <p className="text-soft tabular-nums">
        <Tried count={tried} /> {noun}s tried
      </p>
      <Button onClick={onAgain}>Search again</Button>
    </div>
  );
}
