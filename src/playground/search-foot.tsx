import type { Diagnosis } from "../diagnosis/diagnosis";

/** How much was tried, how long it took, and where the search was cut short. */
export function SearchFoot({ diagnosis }: { readonly diagnosis: Diagnosis }) {
  return (
    <div className="mt-4 text-sm text-soft tabular-nums">
      <p>
        <span data-testid="tried">{diagnosis.tried}</span> HMACs tried in {Math.round(diagnosis.milliseconds)}{" "}
        ms
      </p>
      {diagnosis.limits.map((limit) => (
        <p key={limit}>{limit}</p>
      ))}
    </div>
  );
}
