import { memo } from "react";

const PARTS = ["path", "query", "key", "signature"] as const;

/** The colours' names; pointing at one or focusing it lights up every occurrence. */
export const Legend = memo(function Legend({ signatureWord }: { readonly signatureWord: string }) {
  const names = { path: "path", query: "query", key: "secret", signature: signatureWord };
  return (
    <ul aria-label="Parts" data-screen className="-mx-2 mb-4 flex flex-wrap gap-x-1 text-sm">
      {PARTS.map((part) => (
        <li key={part}>
          <button
            type="button"
            data-part={part}
            title={`Show the ${names[part]} wherever it occurs`}
            className="rounded-md px-2 py-0.5 pointer-coarse:min-h-11"
          >
            <span aria-hidden>■ </span>
            {names[part]}
          </button>
        </li>
      ))}
    </ul>
  );
});
