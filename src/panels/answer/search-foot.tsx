import type { Diagnosis } from "../../diagnosis/diagnosis";
import { Tried } from "./tried";
import { useNoun } from "./use-noun";

/** How much was tried, how long it took, and where the search was cut short. */
export function SearchFoot({ diagnosis }: { readonly diagnosis: Diagnosis }) {
  const noun = useNoun();
  return (
    <div className="border-t border-line px-4 py-2.5 text-sm text-soft tabular-nums sm:px-5 compact:hidden">
      <p>
        <Tried count={diagnosis.tried} /> {diagnosis.tried === 1 ? noun : `${noun}s`} {wordsOf(diagnosis)}
      </p>
      {diagnosis.limits.map((limit) => (
        <p key={limit}>{limit}</p>
      ))}
    </div>
  );
}

function wordsOf({ state, tried, milliseconds }: Diagnosis): string {
  if (tried > 0) return `tried in ${duration(milliseconds)}`;
  return state === "explained"
    ? "had to be tried: it is seen without a search."
    : "tried, for there are no digits to compare them with.";
}

function duration(milliseconds: number): string {
  return milliseconds < 1000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
}
