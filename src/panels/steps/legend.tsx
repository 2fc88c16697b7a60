import { memo } from "react";

const LEGEND = [
  { part: "path", name: "path" },
  { part: "query", name: "query" },
  { part: "key", name: "secret" },
  { part: "signature", name: "signature" },
] as const;

/** The colours' names; pointing at one or focusing it lights up every occurrence. */
export const Legend = memo(function Legend() {
  return (
    <ul aria-label="Parts" data-screen className="-mx-2 mb-4 flex flex-wrap gap-x-1 text-sm">
      {LEGEND.map(({ part, name }) => (
        <li key={part}>
          <button
            type="button"
            data-part={part}
            title={`Show the ${name} wherever it occurs`}
            className="rounded-md px-2 py-0.5 pointer-coarse:min-h-11"
          >
            <span aria-hidden>■ </span>
            {name}
          </button>
        </li>
      ))}
    </ul>
  );
});
